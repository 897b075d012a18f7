/** The calculations of resample.as in JavaScript, for pages whose content security policy forbids WebAssembly. */
import type { Size } from '../../formats/types.js';
import { uprightWriter } from '../upright-writer.js';
import { lanczosTaps, type Taps } from './lanczos-taps.js';
import type { Resampler, ResampleOptions } from './resampler-types.js';

const DOWN_SHIFT = 8;
const DOWN_SHIFT_PREMULTIPLIED = 15;
const ACROSS_SHIFT = 20;

type Pixels = Uint8ClampedArray | Uint8Array;

/** Combines the source rows of one output row, two at a time; the result has 6 fraction bits. */
function joinRows(
  pixels: Pixels,
  { width, height }: Size,
  { starts, pairs, weights }: Taps,
  y: number,
  between: Int32Array,
): void {
  const start = starts[y] ?? 0;
  const length = width * 4;
  between.fill(1 << (DOWN_SHIFT - 1));
  for (let tap = 0; tap < pairs * 2; tap += 2) {
    const weight = weights[y * pairs * 2 + tap] ?? 0;
    const nextWeight = weights[y * pairs * 2 + tap + 1] ?? 0;
    // There is no weight beyond the last row.
    const row = Math.min(start + tap, height - 1) * length;
    const nextRow = Math.min(start + tap + 1, height - 1) * length;
    for (let at = 0; at < length; at += 1) {
      between[at] =
        (between[at] ?? 0) +
        (pixels[row + at] ?? 0) * weight +
        (pixels[nextRow + at] ?? 0) * nextWeight;
    }
  }
  for (let at = 0; at < length; at += 1) between[at] = (between[at] ?? 0) >> DOWN_SHIFT;
}

/** Like `joinRows`, for pixels with alpha: colours are weighted by their alpha. */
function joinRowsPremultiplied(
  pixels: Pixels,
  { width, height }: Size,
  { starts, pairs, weights }: Taps,
  y: number,
  between: Int32Array,
): void {
  const start = starts[y] ?? 0;
  const length = width * 4;
  between.fill(1 << (DOWN_SHIFT_PREMULTIPLIED - 1));
  for (let tap = 0; tap < pairs * 2; tap += 1) {
    const weight = weights[y * pairs * 2 + tap] ?? 0;
    const row = Math.min(start + tap, height - 1) * length;
    for (let at = 0; at < length; at += 1) {
      const factor = (at & 3) === 3 ? 255 : (pixels[row + (at | 3)] ?? 0);
      const value = ((pixels[row + at] ?? 0) * factor) >> 1;
      between[at] = (between[at] ?? 0) + value * weight;
    }
  }
  for (let at = 0; at < length; at += 1) {
    between[at] = (between[at] ?? 0) >> DOWN_SHIFT_PREMULTIPLIED;
  }
}

/** Combines pixels of the intermediate row into sums with 20 fraction bits. */
function joinPixels(between: Int32Array, { starts, pairs, weights }: Taps, sums: Int32Array): void {
  let tap = 0;
  for (let x = 0; x < starts.length; x += 1) {
    let at = (starts[x] ?? 0) * 4;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (const end = tap + pairs * 2; tap < end; tap += 1) {
      const weight = weights[tap] ?? 0;
      first += (between[at] ?? 0) * weight;
      second += (between[at + 1] ?? 0) * weight;
      third += (between[at + 2] ?? 0) * weight;
      fourth += (between[at + 3] ?? 0) * weight;
      at += 4;
    }
    sums[x * 4] = first;
    sums[x * 4 + 1] = second;
    sums[x * 4 + 2] = third;
    sums[x * 4 + 3] = fourth;
  }
}

/** Undoes the multiplication by alpha. The sums hold alpha * 255 / 4 with 14 fraction bits. */
function divideByAlpha(sums: Int32Array): void {
  for (let at = 0; at < sums.length; at += 4) {
    const alpha = sums[at + 3] ?? 0;
    const shown = (alpha * 4) / 255 / (1 << 14);
    for (let channel = 0; channel < 4; channel += 1) {
      const value = channel === 3 ? shown : ((sums[at + channel] ?? 0) / alpha) * 255;
      sums[at + channel] =
        shown < 0.5 ? 0 : Math.max(0, Math.min(255, value)) * (1 << ACROSS_SHIFT);
    }
  }
}

function resample(
  pixels: Pixels,
  from: Size,
  to: Size,
  {
    hasAlpha,
    layout = 'RGBA',
    turn = 1,
    into: result = new Uint8ClampedArray(to.width * to.height * 4),
  }: ResampleOptions,
): Uint8ClampedArray<ArrayBuffer> {
  const vertical = lanczosTaps(from.height, to.height);
  const horizontal = lanczosTaps(from.width, to.width, 2);
  const [red, blue] = layout === 'RGBA' ? ([0, 2] as const) : ([2, 0] as const);
  const join = hasAlpha ? joinRowsPremultiplied : joinRows;
  const between = new Int32Array(from.width * 4);
  const sums = new Int32Array(to.width * 4);
  const half = 1 << (ACROSS_SHIFT - 1);
  const row = new Uint8ClampedArray(to.width * 4);
  const writeRow = uprightWriter(result, to, turn);
  for (let y = 0; y < to.height; y += 1) {
    join(pixels, from, vertical, y, between);
    joinPixels(between, horizontal, sums);
    if (hasAlpha) divideByAlpha(sums);
    for (let at = 0; at < row.length; at += 4) {
      row[at] = ((sums[at + red] ?? 0) + half) >> ACROSS_SHIFT;
      row[at + 1] = ((sums[at + 1] ?? 0) + half) >> ACROSS_SHIFT;
      row[at + 2] = ((sums[at + blue] ?? 0) + half) >> ACROSS_SHIFT;
      row[at + 3] = hasAlpha ? ((sums[at + 3] ?? 0) + half) >> ACROSS_SHIFT : 255;
    }
    writeRow(row, y);
  }
  return result;
}

export function createJavaScriptResampler(): Resampler {
  return {
    kind: 'javascript',
    resample,
    async resampleRows(rows, from, to, options) {
      const pixels = new Uint8Array(from.width * from.height * 4);
      await rows.copyRows(pixels, 0, from.height);
      return resample(pixels, from, to, options);
    },
  };
}
