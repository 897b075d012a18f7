import type { ImageInfo, Size } from '../../formats/types.js';

/** Byte order of a pixel, as in `VideoFrame.format`. */
export type PixelLayout = 'RGBA' | 'BGRA';

export interface ResampleOptions {
  /** Whether pixels may be transparent; otherwise the fourth byte is treated as 255. */
  hasAlpha: boolean;
  /** Layout of the source; the output is RGBA. @defaultValue 'RGBA' */
  layout?: PixelLayout;
  /** EXIF orientation to undo. Sizes are those before it. @defaultValue 1 */
  turn?: ImageInfo['orientation'];
  /** Buffer for the result, of the required length. @defaultValue a new array */
  into?: Uint8ClampedArray<ArrayBuffer>;
}

/** Pixels that are copied out a few rows at a time, so that a large image is never in memory twice. */
export interface PixelRows {
  /**
   * Writes the rows from `startRow` up to, but not including, `endRow`, four bytes per pixel, without gaps.
   * Both are even, except for the end of an odd image, since frames with subsampled colour can only be cut
   * there.
   */
  copyRows(into: Uint8Array<ArrayBuffer>, startRow: number, endRow: number): Promise<unknown>;
}

/** Resizes pixels with an area-correct Lanczos3 filter. */
export interface Resampler {
  /** The implementation; the results are identical. */
  kind: 'wasm' | 'javascript';
  /**
   * Resamples four bytes per pixel, not premultiplied, rows without gaps. Returns RGBA, upright, for `new
   * ImageData(…)`. The source is only read.
   */
  resample(
    pixels: Uint8ClampedArray | Uint8Array,
    from: Size,
    to: Size,
    options: ResampleOptions,
  ): Uint8ClampedArray<ArrayBuffer>;
  /** The same, strip by strip. */
  resampleRows(
    rows: PixelRows,
    from: Size,
    to: Size,
    options: ResampleOptions,
  ): Promise<Uint8ClampedArray<ArrayBuffer>>;
}
