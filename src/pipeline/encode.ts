import type { Canvas2d } from './canvas.js';
import { findEncoder, type CanvasWriter } from './encoders/index.js';
import { canvasError } from './image-errors.js';
import type { OutputMediaType } from './types.js';

export interface Encoded {
  image: Blob;
  mediaType: OutputMediaType;
  /** 0 to 1. */
  quality: number;
}

export interface EncodeChoice {
  mediaType: OutputMediaType;
  /** 0 to 1. */
  quality: number;
  /** Types to use where the browser cannot write the first, in order. */
  fallbacks?: readonly OutputMediaType[];
}

/** What is written, and by whom. */
export interface EncodeSurface {
  canvas: Canvas2d['canvas'];
  write: CanvasWriter;
}

async function encodeAs(
  { canvas, write }: EncodeSurface,
  mediaType: OutputMediaType,
  quality: number,
): Promise<Encoded | undefined> {
  let image: Blob;
  try {
    image = await findEncoder(mediaType).encode(canvas, quality, write);
  } catch (error) {
    throw canvasError('The browser could not write the image.', error);
  }
  // A canvas that cannot write a type gives PNG and says nothing.
  return image.type === mediaType && image.size > 0 ? { image, mediaType, quality } : undefined;
}

/** Writes a canvas as a file of the asked type, or of the first fallback this browser can write. */
export async function encodeImage(
  surface: EncodeSurface,
  { mediaType, quality, fallbacks = [] }: EncodeChoice,
): Promise<Encoded> {
  for (const type of [mediaType, ...fallbacks]) {
    const encoded = await encodeAs(surface, type, quality);
    if (encoded) return encoded;
  }
  throw canvasError('The browser could not write the image.');
}

/** Below it blocks and false colours show, and fewer pixels look better. */
const LEAST_QUALITY = 0.4;
const QUALITY_STEPS = 3;

/** As `encodeImage`, with the best quality that keeps to so many bytes. Where none does, the smallest result. */
export async function encodeWithin(
  surface: EncodeSurface,
  choice: EncodeChoice,
  maxBytes: number,
): Promise<Encoded> {
  const asked = await encodeImage(surface, choice);
  const { mediaType } = asked;
  const isFinal = asked.image.size <= maxBytes || !findEncoder(mediaType).hasQuality;
  if (isFinal || choice.quality <= LEAST_QUALITY) return asked;
  let best = await encodeImage(surface, { mediaType, quality: LEAST_QUALITY });
  if (best.image.size > maxBytes) return best;
  let tooMuch = choice.quality;
  for (let step = 0; step < QUALITY_STEPS; step += 1) {
    const quality = (best.quality + tooMuch) / 2;
    const tried = await encodeImage(surface, { mediaType, quality });
    if (tried.image.size <= maxBytes) best = tried;
    else tooMuch = quality;
  }
  return best;
}
