/**
 * The pixel filter. Pass WebCodecs frames a few rows at a time (`resampleRows`, with `frame.copyTo` of a
 * `rect`): copying the whole frame takes three times as long, mostly for memory allocation. A frame's raw
 * bytes are only sRGB if its `colorSpace` says bt709 and iec61966-2-1; and they are as stored, regardless of
 * the frame's `rotation`.
 */
export { loadResampler } from './load-resampler.js';
export type { PixelLayout, PixelRows, Resampler, ResampleOptions } from './resampler-types.js';
