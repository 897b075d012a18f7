import { loadResampler } from '../../../src/pipeline/filter/index.js';
import type { ResampleReply, ResampleRequest } from './resample-request.js';

const worker = self as unknown as Worker;

worker.addEventListener('message', async ({ data }: MessageEvent<ResampleRequest>) => {
  const { pixels, from, to, hasAlpha } = data;
  const resampler = await loadResampler();
  const made = resampler.resample(pixels, from, to, { hasAlpha });
  worker.postMessage({ kind: resampler.kind, pixels: made } satisfies ResampleReply);
});
