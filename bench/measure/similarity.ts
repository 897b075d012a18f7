/** Pixels without alpha, three bytes each. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

const WINDOW_PX = 8;
const STEP_PX = 4;
// The constants of Wang et al., "Image quality assessment", 2004, for eight-bit values.
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Peak signal-to-noise ratio over all three channels, dB. */
export function psnr(a: Pixels, b: Pixels): number {
  let squares = 0;
  for (const [index, value] of a.data.entries()) squares += (value - (b.data[index] ?? 0)) ** 2;
  return squares === 0
    ? Number.POSITIVE_INFINITY
    : 10 * Math.log10((255 * 255 * a.data.length) / squares);
}

function luma({ data }: Pixels): Float32Array {
  const values = new Float32Array(data.length / 3);
  for (let index = 0; index < values.length; index += 1) {
    const at = index * 3;
    values[index] =
      0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  }
  return values;
}

/** Mean structural similarity of the brightness, in windows of 8 × 8 px every 4 px. */
export function ssim(a: Pixels, b: Pixels): number {
  const [lumaA, lumaB] = [luma(a), luma(b)];
  const count = WINDOW_PX * WINDOW_PX;
  let total = 0;
  let windows = 0;
  for (let top = 0; top + WINDOW_PX <= a.height; top += STEP_PX) {
    for (let left = 0; left + WINDOW_PX <= a.width; left += STEP_PX) {
      let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + WINDOW_PX; y += 1) {
        for (let index = y * a.width + left, end = index + WINDOW_PX; index < end; index += 1) {
          const valueA = lumaA[index] ?? 0;
          const valueB = lumaB[index] ?? 0;
          sumA += valueA;
          sumB += valueB;
          squareA += valueA * valueA;
          squareB += valueB * valueB;
          product += valueA * valueB;
        }
      }
      const meanA = sumA / count;
      const meanB = sumB / count;
      const varianceA = squareA / count - meanA * meanA;
      const varianceB = squareB / count - meanB * meanB;
      const covariance = product / count - meanA * meanB;
      total +=
        ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
        ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
      windows += 1;
    }
  }
  return total / windows;
}
