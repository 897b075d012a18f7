import type { Size } from '../../../src/formats/types.js';

type Colour = readonly [number, number, number, number];

const LOBES = 3;

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Source pixels of one output pixel and their weights: the textbook formula, the edge pixel repeated for ever. */
function weightsAt(index: number, from: number, to: number): (readonly [number, number])[] {
  const stretch = Math.max(1, from / to);
  const center = ((index + 0.5) * from) / to;
  const weights = new Map<number, number>();
  let sum = 0;
  for (let at = Math.floor(center - LOBES * stretch) - 1; at <= center + LOBES * stretch; at += 1) {
    const distance = (at + 0.5 - center) / stretch;
    if (Math.abs(distance) >= LOBES) continue;
    const place = Math.max(0, Math.min(from - 1, at));
    const weight = sinc(distance) * sinc(distance / LOBES);
    weights.set(place, (weights.get(place) ?? 0) + weight);
    sum += weight;
  }
  return [...weights].map(([place, weight]) => [place, weight / sum] as const);
}

/** Slow and exact: floating point, one output pixel at a time, colours weighed by alpha. Returns RGBA. */
export function resampleExactly(
  pixels: Uint8ClampedArray,
  from: Size,
  to: Size,
  hasAlpha: boolean,
): Uint8ClampedArray {
  const colourAt = (x: number, y: number): Colour => {
    const at = (y * from.width + x) * 4;
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    const share = hasAlpha ? alpha / 255 : 1;
    return [red * share, green * share, blue * share, share * 255];
  };
  const columns = Array.from({ length: to.width }, (_, x) => weightsAt(x, from.width, to.width));
  const rows = Array.from({ length: to.height }, (_, y) => weightsAt(y, from.height, to.height));
  const result = new Uint8ClampedArray(to.width * to.height * 4);
  for (const [y, rowWeights] of rows.entries()) {
    for (const [x, columnWeights] of columns.entries()) {
      const sums = [0, 0, 0, 0];
      for (const [sourceY, rowWeight] of rowWeights) {
        for (const [sourceX, columnWeight] of columnWeights) {
          for (const [channel, value] of colourAt(sourceX, sourceY).entries()) {
            sums[channel] = (sums[channel] ?? 0) + value * rowWeight * columnWeight;
          }
        }
      }
      const [red = 0, green = 0, blue = 0, alpha = 0] = sums;
      const isShown = alpha >= 0.5;
      const scale = isShown ? 255 / alpha : 0;
      result.set(
        [red * scale, green * scale, blue * scale, isShown ? alpha : 0],
        (y * to.width + x) * 4,
      );
    }
  }
  return result;
}
