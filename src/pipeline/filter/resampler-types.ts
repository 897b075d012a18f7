import type { ImageInfo, Size } from '../../formats/types.js';

/** Byte order of a pixel, as `VideoFrame.format` names it. */
export type PixelLayout = 'RGBA' | 'BGRA';

export interface ResampleOptions {
  /** Whether pixels may be transparent; else the fourth byte is taken for 255. */
  hasAlpha: boolean;
  /** Of the source; the output is RGBA. @defaultValue 'RGBA' */
  layout?: PixelLayout;
  /** EXIF orientation, to be undone on the way. Sizes are those before it. @defaultValue 1 */
  turn?: ImageInfo['orientation'];
  /** Where the pixels are put, as long as they need. @defaultValue a new array */
  into?: Uint8ClampedArray<ArrayBuffer>;
}

/** Pixels that are copied out a few rows at a time, so that a large image never lies in memory twice. */
export interface PixelRows {
  /**
   * Writes the rows from `startRow` up to, not including, `endRow`, four bytes a pixel, without gaps. Both are even, but
   * for the end of an odd image, since frames with halved colour can only be cut there.
   */
  copyRows(into: Uint8Array<ArrayBuffer>, startRow: number, endRow: number): Promise<unknown>;
}

/** Makes pixels fewer, or more, with an area-correct Lanczos3 filter. */
export interface Resampler {
  /** How it works here; the pixels are the same. */
  kind: 'wasm' | 'javascript';
  /**
   * Four bytes a pixel, not premultiplied, rows without gaps. Returns RGBA, upright, for `new ImageData(…)`. The source is
   * only read.
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
