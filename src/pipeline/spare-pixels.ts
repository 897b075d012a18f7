import type { Size } from '../formats/types.js';

/** Larger buffers are not worth keeping: 1568 by 1568 px fit. */
const MOST_SPARE_BYTES = 10 << 20;

let spare: ArrayBuffer | undefined;

/**
 * Lends a buffer for the pixels of one image. It is reused for the next, since new ones, a few megabytes per
 * image, pile up until the browser collects them.
 */
export async function withPixels<T>(
  { width, height }: Size,
  draw: (pixels: Uint8ClampedArray<ArrayBuffer>) => Promise<T>,
): Promise<T> {
  const bytes = width * height * 4;
  // A concurrent caller gets its own buffer.
  const taken = spare && spare.byteLength >= bytes ? spare : new ArrayBuffer(bytes);
  spare = undefined;
  try {
    return await draw(new Uint8ClampedArray(taken, 0, bytes));
  } finally {
    if (taken.byteLength <= MOST_SPARE_BYTES) spare = taken;
  }
}
