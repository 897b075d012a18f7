// AssemblyScript, compiled by scripts/build-filter.ts into resample-wasm-module.ts; resample-js.ts does the same sums
// one by one. `lanczos-taps.ts` explains weights and fractions.
//
// One output row at a time: first the source rows are joined into one row of 16-bit values (down), then that row's
// pixels are joined into the output pixels (across). Taps go in pairs, since one SIMD instruction multiplies eight
// values by eight weights and adds neighbours up. The row between holds pixels in pairs too: r0 r1 g0 g1 b0 b1 a0 a1.

// Fraction bits: weights 14, the row between 6.
const DOWN_SHIFT: i32 = 8;
const DOWN_SHIFT_PREMULTIPLIED: i32 = 15;
const ACROSS_SHIFT: i32 = 20;
const PIXELS_PER_BLOCK: i32 = 4;

/** Joins 2 * pairs rows of four-byte pixels. `order` is the byte order that makes pairs of RGBA of two pixels. */
export function down(
  source: usize,
  strideBytes: usize,
  width: i32,
  pairs: i32,
  weights: usize,
  between: usize,
  order: usize,
): void {
  const half = i32x4.splat(1 << (DOWN_SHIFT - 1));
  const toPairs = v128.load(order);
  for (let x = 0; x < width; x += PIXELS_PER_BLOCK) {
    let sum0 = half;
    let sum1 = half;
    let sum2 = half;
    let sum3 = half;
    let row = source;
    for (let pair = 0; pair < pairs; pair++) {
      const weight = v128.load_splat<i32>(weights + (<usize>pair << 2));
      const above = v128.load(row);
      const below = v128.load(row + strideBytes);
      const low = v128.shuffle<u8>(above, below, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const high = v128.shuffle<u8>(above, below, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(low), weight));
      sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(low), weight));
      sum2 = i32x4.add(sum2, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(high), weight));
      sum3 = i32x4.add(sum3, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(high), weight));
      row += strideBytes << 1;
    }
    const first = i16x8.narrow_i32x4_s(i32x4.shr_s(sum0, DOWN_SHIFT), i32x4.shr_s(sum1, DOWN_SHIFT));
    const second = i16x8.narrow_i32x4_s(i32x4.shr_s(sum2, DOWN_SHIFT), i32x4.shr_s(sum3, DOWN_SHIFT));
    v128.store(between, i8x16.swizzle(first, toPairs));
    v128.store(between, i8x16.swizzle(second, toPairs), 16);
    source += 16;
    between += 32;
  }
}

/** Colour times alpha, alpha times 255, halved: two pixels as eight values of 15 bits. */
// @ts-ignore: decorator
@inline
function premultiply(pixels: v128): v128 {
  const alphas = i8x16.shuffle(pixels, i16x8.splat(255), 6, 7, 6, 7, 6, 7, 16, 17, 14, 15, 14, 15, 14, 15, 16, 17);
  return i16x8.shr_u(i16x8.mul(pixels, alphas), 1);
}

/** As `down`, for pixels with alpha: colours weigh as much as they show. */
export function downPremultiplied(
  source: usize,
  strideBytes: usize,
  width: i32,
  pairs: i32,
  weights: usize,
  between: usize,
  order: usize,
): void {
  const half = i32x4.splat(1 << (DOWN_SHIFT_PREMULTIPLIED - 1));
  const toPairs = v128.load(order);
  for (let x = 0; x < width; x += 2) {
    let sum0 = half;
    let sum1 = half;
    let row = source;
    for (let pair = 0; pair < pairs; pair++) {
      const weight = v128.load_splat<i32>(weights + (<usize>pair << 2));
      const above = premultiply(v128.load_ext<u8>(row));
      const below = premultiply(v128.load_ext<u8>(row + strideBytes));
      const low = i8x16.shuffle(above, below, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
      const high = i8x16.shuffle(above, below, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
      sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(low, weight));
      sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(high, weight));
      row += strideBytes << 1;
    }
    const values = i16x8.narrow_i32x4_s(
      i32x4.shr_s(sum0, DOWN_SHIFT_PREMULTIPLIED),
      i32x4.shr_s(sum1, DOWN_SHIFT_PREMULTIPLIED),
    );
    v128.store(between, i8x16.swizzle(values, toPairs));
    source += 8;
    between += 16;
  }
}

// @ts-ignore: decorator
@inline
function joinAcross(pixel: usize, pairs: i32, weights: usize, start: v128): v128 {
  let sum = start;
  for (let pair = 0; pair < pairs; pair++) {
    const weight = v128.load_splat<i32>(weights);
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(pixel), weight));
    pixel += 16;
    weights += 4;
  }
  return sum;
}

/** Joins pixels of the row between into opaque output pixels. `starts` are byte offsets into that row. */
export function across(between: usize, starts: usize, pairs: i32, weights: usize, width: i32, output: usize): void {
  const half = i32x4.splat(1 << (ACROSS_SHIFT - 1));
  const weightBytes = <usize>pairs << 2;
  for (let x = 0; x < width; x++) {
    const sum = joinAcross(between + load<u32>(starts), pairs, weights, half);
    const values = i16x8.narrow_i32x4_s(i32x4.shr_s(sum, ACROSS_SHIFT), sum);
    store<u32>(output, i32x4.extract_lane(i8x16.narrow_i16x8_u(values, values), 0) | 0xff000000);
    starts += 4;
    weights += weightBytes;
    output += 4;
  }
}

/** As `across`, and divides the colours by alpha again. */
export function acrossPremultiplied(
  between: usize,
  starts: usize,
  pairs: i32,
  weights: usize,
  width: i32,
  output: usize,
): void {
  const weightBytes = <usize>pairs << 2;
  const none = i32x4.splat(0);
  const full = f32x4.splat(255);
  for (let x = 0; x < width; x++) {
    const sum = f32x4.convert_i32x4_s(joinAcross(between + load<u32>(starts), pairs, weights, none));
    const alpha = f32x4.extract_lane(sum, 3);
    // The sum holds alpha * 255 / 4 with 14 fraction bits.
    const shown = alpha * <f32>(4.0 / 255.0 / 16384.0);
    let pixel: u32 = 0;
    if (shown >= 0.5) {
      const colours = f32x4.mul(sum, f32x4.splat(<f32>255 / alpha));
      const bounded = f32x4.nearest(f32x4.min(f32x4.replace_lane(colours, 3, shown), full));
      const values = i32x4.trunc_sat_f32x4_s(bounded);
      const shorts = i16x8.narrow_i32x4_s(values, values);
      pixel = i32x4.extract_lane(i8x16.narrow_i16x8_u(shorts, shorts), 0);
    }
    store<u32>(output, pixel);
    starts += 4;
    weights += weightBytes;
    output += 4;
  }
}
