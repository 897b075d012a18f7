import type { Canvas2d } from './canvas.js';
import { findEncoder, type CanvasWriter } from './encoders/index.js';
import { canvasError } from './image-errors.js';
import type { OutputMediaType } from './types.js';

export interface Encoded {
  image: Blob;
  mediaType: OutputMediaType;
  /** From 0 to 1. */
  quality: number;
}

export interface EncodeChoice {
  mediaType: OutputMediaType;
  /** From 0 to 1. */
  quality: number;
  /** Types to use if the browser cannot write the first one, in order. */
  fallbacks?: readonly OutputMediaType[];
}

/** What is encoded, and by which writer. */
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
  // A canvas that cannot write a type silently returns PNG.
  return image.type === mediaType && image.size > 0 ? { image, mediaType, quality } : undefined;
}

/** Encodes a canvas as the requested type, or as the first fallback that this browser can write. */
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

/** Below this, blocks and colour artefacts are visible, and fewer pixels look better. */
const LEAST_QUALITY = 0.4;
const QUALITY_STEPS = 3;

/** Like `encodeImage`, with the best quality within this many bytes, or the smallest result if none is. */
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
