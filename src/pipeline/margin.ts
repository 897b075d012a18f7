/** The margin of an image that would be too small or too thin for its model, at the right and at the bottom. */
import type { Size } from '../formats/types.js';
import { createCanvas, fillCanvas, releaseCanvas, type Canvas2d } from './canvas.js';
import type { ResizePlan } from './types.js';

/**
 * Returns the size of the image itself if the whole is made in another size, for example to stay within its
 * bytes.
 */
export function contentWithin({ content, width, height }: ResizePlan, made: Size): Size {
  if (!content) return { width: made.width, height: made.height };
  return {
    width: Math.max(1, Math.round((content.width * made.width) / width)),
    height: Math.max(1, Math.round((content.height * made.height) / height)),
  };
}

/** Moves an image to a larger canvas, and releases its own. Without a background the margin is transparent. */
export function withMargin(
  image: Canvas2d,
  { width, height }: Size,
  background: string | undefined,
): Canvas2d {
  try {
    const surface = createCanvas(width, height, background === undefined);
    if (background !== undefined) fillCanvas(surface, background);
    surface.context.drawImage(image.canvas, 0, 0);
    return surface;
  } finally {
    releaseCanvas(image);
  }
}

/** `withMargin` for pixels, four bytes each, on white. */
export function pixelsWithMargin(
  pixels: Uint8ClampedArray,
  content: Size,
  { width, height }: Size,
): Uint8ClampedArray<ArrayBuffer> {
  const all = new Uint8ClampedArray(width * height * 4).fill(255);
  const rowBytes = content.width * 4;
  for (let row = 0; row < content.height; row += 1) {
    all.set(pixels.subarray(row * rowBytes, (row + 1) * rowBytes), row * width * 4);
  }
  return all;
}
