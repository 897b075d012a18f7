import type { Canvas2d } from './canvas.js';
import { findEncoder } from './encoders/index.js';
import { canvasError } from './image-errors.js';
import type { OutputMediaType } from './types.js';

export interface Encoded {
  image: Blob;
  mediaType: OutputMediaType;
  /** 0 to 1. */
  quality: number;
}

async function encodeAs(
  { canvas }: Pick<Canvas2d, 'canvas'>,
  mediaType: OutputMediaType,
  quality: number,
): Promise<Encoded | undefined> {
  let image: Blob;
  try {
    image = await findEncoder(mediaType).encode(canvas, quality);
  } catch (error) {
    throw canvasError('The browser could not write the picture.', error);
  }
  // A canvas that cannot write a type gives PNG and says nothing.
  return image.type === mediaType && image.size > 0 ? { image, mediaType, quality } : undefined;
}

export interface EncodeChoice {
  mediaType: OutputMediaType;
  quality: number;
  /** Types to use where the browser cannot write the first, in order. */
  fallbacks?: readonly OutputMediaType[];
}

/** Writes a canvas as a file of the asked type, or of the first fallback this browser can write. */
export async function encodeImage(
  surface: Pick<Canvas2d, 'canvas'>,
  { mediaType, quality, fallbacks = [] }: EncodeChoice,
): Promise<Encoded> {
  for (const type of [mediaType, ...fallbacks]) {
    const encoded = await encodeAs(surface, type, quality);
    if (encoded) return encoded;
  }
  throw canvasError('The browser could not write the picture.');
}
