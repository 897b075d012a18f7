/**
 * The pixel filter. Give it frames of WebCodecs a few rows at a time (`resampleRows`, with `frame.copyTo` of a `rect`):
 * a copy of the whole frame costs three times as long, most of it for fresh memory. A frame's raw bytes are only sRGB
 * when its `colorSpace` says bt709 and iec61966-2-1; and they are as stored, whatever `rotation` the frame carries.
 */
export { loadResampler } from './load-resampler.js';
export type { PixelLayout, PixelRows, Resampler, ResampleOptions } from './resampler-types.js';
