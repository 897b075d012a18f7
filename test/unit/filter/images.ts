import type { Size } from '../../../src/formats/types.js';

/** Pixels by a formula, RGBA. */
export function drawPixels(
  { width, height }: Size,
  colourAt: (x: number, y: number) => readonly [number, number, number, number],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.set(colourAt(x, y), (y * width + x) * 4);
  }
  return pixels;
}

/** Noise with hard edges, the same for the same seed: the most that a filter can be asked for. */
export function noise(size: Size, seed = 1): Uint8ClampedArray<ArrayBuffer> {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 24;
  };
  return drawPixels(size, () => {
    const value = next();
    return value < 80 ? [0, 0, 0, next()] : [next(), value, 255, value < 160 ? 255 : next()];
  });
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let at = 0; at < a.length; at += 1) {
    largest = Math.max(largest, Math.abs((a[at] ?? 0) - (b[at] ?? 0)));
  }
  return largest;
}
