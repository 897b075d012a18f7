import type { Size } from '../formats/types.js';

/** More is not worth keeping: 1568 by 1568 px fit. */
const MOST_SPARE_BYTES = 10 << 20;

let spare: ArrayBuffer | undefined;

/**
 * Lends an array for the pixels of one image. It is used again for the next, since fresh ones, a few megabytes a
 * image, pile up until the browser finds the time to collect them.
 */
export async function withPixels<T>(
  { width, height }: Size,
  draw: (pixels: Uint8ClampedArray<ArrayBuffer>) => Promise<T>,
): Promise<T> {
  const bytes = width * height * 4;
  // Whoever comes while it is lent gets one of his own.
  const taken = spare && spare.byteLength >= bytes ? spare : new ArrayBuffer(bytes);
  spare = undefined;
  try {
    return await draw(new Uint8ClampedArray(taken, 0, bytes));
  } finally {
    if (taken.byteLength <= MOST_SPARE_BYTES) spare = taken;
  }
}
