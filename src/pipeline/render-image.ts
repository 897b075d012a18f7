/** Decodes, resizes and encodes one picture. Runs in the worker and, where there is none, on the page. */
import { throwIfAborted } from '../internal/abort.js';
import { releaseCanvas, type Canvas2d } from './canvas.js';
import { isDrawn } from './choose-output.js';
import { decodeImage, sharedDecoders, type Decoders } from './decode/decode-image.js';
import { encodeImage, type Encoded } from './encode.js';
import type { RenderJob, RenderResult, StageTime } from './render-types.js';
import { resizeImage } from './resize.js';
import type { PipelineSupport } from './support.js';
import type { PipelineStage, PrepareNote } from './types.js';

export interface RenderEnvironment {
  support: PipelineSupport;
  /** @defaultValue those that work in a worker too */
  decoders?: Decoders;
  onStage?: (stage: PipelineStage) => void;
  signal?: AbortSignal;
}

function stopwatch(onStage: RenderEnvironment['onStage']) {
  const timings: StageTime[] = [];
  let started = performance.now();
  let running: PipelineStage | undefined;
  const stop = (): void => {
    if (running) timings.push({ stage: running, ms: performance.now() - started });
  };
  const start = (stage: PipelineStage): void => {
    stop();
    running = stage;
    started = performance.now();
    onStage?.(stage);
  };
  return { timings, start, stop };
}

/** The smaller of PNG and high-quality JPEG for drawings and text, the plan's own type for the rest. */
async function encodeForContent(surface: Canvas2d, job: RenderJob): Promise<Encoded> {
  const { plan, alternatives } = job;
  const { mediaType, quality } = plan;
  const lossy = await encodeImage(surface, { mediaType, quality, fallbacks: alternatives });
  const canBePng = mediaType !== 'image/png' && alternatives.includes('image/png');
  if (!canBePng || !isDrawn(surface)) return lossy;
  const lossless = await encodeImage(surface, { mediaType: 'image/png', quality: 1 });
  return lossless.image.size <= lossy.image.size ? lossless : lossy;
}

export async function renderImage(
  job: RenderJob,
  { support, decoders = sharedDecoders, onStage, signal }: RenderEnvironment,
): Promise<RenderResult> {
  const { plan, info } = job;
  const notes: PrepareNote[] = [];
  const watch = stopwatch(onStage);
  watch.start('decoding');
  const { decoded, route } = await decodeImage(job, support, decoders);
  try {
    throwIfAborted(signal);
    watch.start('resizing');
    const surface = resizeImage(decoded, plan, info, support);
    try {
      if (surface.isFlattened) {
        notes.push({
          code: 'flattened',
          message: `Transparent parts were filled with ${plan.background}.`,
        });
      }
      watch.start('encoding');
      const encoded = await encodeForContent(surface, job);
      throwIfAborted(signal);
      watch.stop();
      const { width, height } = plan;
      return { ...encoded, width, height, route, notes, timings: watch.timings };
    } finally {
      releaseCanvas(surface);
    }
  } finally {
    decoded.close();
  }
}
