/** Decodes, resizes and encodes one picture. Runs in the worker and, where there is none, on the page. */
import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { releaseCanvas, type Canvas2d } from './canvas.js';
import { isDrawn } from './choose-output.js';
import { decodeImage, sharedDecoders, type Decoders } from './decode/decode-image.js';
import { encodeImage, type Encoded } from './encode.js';
import { canvasError } from './image-errors.js';
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

async function render(
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
    const { width, height, background } = plan;
    // Where a file ends too early the rest of its picture is left unpainted.
    const hasAlpha = info.hasAlpha || info.isTruncated;
    const surface = await resizeImage(decoded, { width, height, background, hasAlpha });
    try {
      if (surface.isFlattened && info.hasAlpha) {
        notes.push({
          code: 'flattened',
          message: `Transparent parts were filled with ${background}.`,
        });
      }
      throwIfAborted(signal);
      watch.start('encoding');
      const encoded = await encodeForContent(surface, job);
      throwIfAborted(signal);
      watch.stop();
      return { ...encoded, width, height, route, notes, timings: watch.timings };
    } finally {
      releaseCanvas(surface);
    }
  } finally {
    decoded.close();
  }
}

/** @throws KitError with a code of `imageErrorCodes`, or `aborted` */
export async function renderImage(
  job: RenderJob,
  environment: RenderEnvironment,
): Promise<RenderResult> {
  try {
    return await render(job, environment);
  } catch (error) {
    throw KitError.is(error)
      ? error
      : canvasError('The browser could not draw the picture.', error);
  }
}
