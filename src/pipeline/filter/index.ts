export { loadResampler } from './load-resampler.js';
export type { Resampler, ResampleOptions } from './resampler-types.js';
