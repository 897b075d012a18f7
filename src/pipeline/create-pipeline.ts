import { readImageFile } from '../formats/read-info.js';
import type { ImageInfo } from '../formats/types.js';
import { KitError } from '../errors.js';
import { drawSource, withDrawing } from './draw-source.js';
import { findImageDecoder } from './decode/web-codecs.js';
import { followSignal } from '../internal/abort.js';
import { createLimiter } from '../internal/limiter.js';
import { findRules } from '../models/find-rules.js';
import { sendSize } from '../models/send-size.js';
import type { ModelImageRules } from '../models/types.js';
import { svgError, truncatedError } from './image-errors.js';
import { outputMediaTypes, planResize } from './plan-resize.js';
import { prepareNotes } from './prepare-notes.js';
import {
  loadPageWork,
  type Rendered,
  type RenderPlaces,
  renderSomewhere,
} from './render-somewhere.js';
import type { RenderJob } from './render-types.js';
import type {
  Pipeline,
  PipelineEngine,
  PipelineOptions,
  PipelineStage,
  PreparedImage,
  PrepareOptions,
  ResizePlan,
} from './types.js';
import { createWorkerPool } from './worker/worker-client.js';

const fractions: Record<PipelineStage, number> = {
  queued: 0,
  reading: 0.05,
  decoding: 0.15,
  resizing: 0.6,
  encoding: 0.8,
  done: 1,
};

function defaultConcurrency(): number {
  return (globalThis.navigator?.hardwareConcurrency ?? 2) > 1 ? 2 : 1;
}

/**
 * Files up to this size are read once and handed to the worker; for larger ones only the header is read on
 * the main thread.
 */
const READ_WHOLE_BYTES = 12 << 20;

/** Returns the endpoint's limit for one image, before base64. */
function maxBytesOf({ limits }: ModelImageRules, maxOutputBytes = Infinity): number {
  const { maxBase64BytesPerImage = Infinity, maxImageBytes = Infinity } = limits;
  return Math.min(maxOutputBytes, maxImageBytes, Math.floor(maxBase64BytesPerImage / 4) * 3);
}

function createJob(
  image: Blob,
  info: ImageInfo,
  rules: ModelImageRules,
  options: PrepareOptions,
): RenderJob {
  const frames = findImageDecoder() ? (options.frames ?? 1) : 1;
  const plan = planResize(info, rules, { ...options, frames });
  const { outputMediaType = 'auto', route } = options;
  const isOrdered = outputMediaType === plan.mediaType;
  const maxOutputBytes = maxBytesOf(rules, options.maxOutputBytes);
  return {
    image,
    info,
    plan,
    alternatives: outputMediaTypes(rules).filter((type) => !isOrdered && type !== plan.mediaType),
    ...(maxOutputBytes < Infinity && { maxOutputBytes }),
    ...(route && { route }),
  };
}

/**
 * Returns the actual plan: a byte budget may have made the image smaller, and its pixels may have required
 * another type.
 */
function planOf({ plan }: RenderJob, made: Rendered, rules: ModelImageRules): ResizePlan {
  const { width, height, mediaType, quality, ground } = made;
  const isAsPlanned = width === plan.width && height === plan.height;
  const { tokens } = isAsPlanned ? plan : sendSize({ width, height }, rules, plan.detail);
  const background = ground ?? (plan.background === 'auto' ? '#ffffff' : plan.background);
  return {
    ...plan,
    width,
    height,
    mediaType,
    quality,
    tokens,
    ...(background !== undefined && { background }),
  };
}

/** Creates a pipeline that prepares images, a few at a time, in workers that live as long as they are needed. */
export function createPipeline({
  worker = 'inline',
  concurrency = defaultConcurrency(),
  idleTimeoutMs = 10_000,
  decodeTimeoutMs = 10_000,
  decodeHeic,
  support,
}: PipelineOptions = {}): Pipeline {
  const underWay = new Set<AbortController>();
  // One more than the number of workers, so that the next file is read while they are busy, but never a whole
  // drop at once.
  const line = createLimiter(concurrency + 1);
  const places: RenderPlaces = { pageLine: createLimiter(1), support, decodeHeic };
  let isDisposed = false;

  const warmWorkers = (engine: PipelineEngine): void => {
    if (worker !== false && typeof Worker !== 'undefined') {
      places.pool ??= createWorkerPool({ source: worker, concurrency, idleTimeoutMs });
      if (isDisposed) places.pool.dispose();
      if (engine === 'auto' || engine === 'worker') places.pool.warm();
    }
  };

  const run = async (
    source: Blob,
    options: PrepareOptions,
    signal: AbortSignal,
  ): Promise<PreparedImage> => {
    const { engine = 'auto', priority, limits, onProgress } = options;
    const onStage = (stage: PipelineStage): void =>
      onProgress?.({ stage, fraction: fractions[stage] });
    onStage('queued');
    return line.run(
      async () => {
        warmWorkers(engine);
        onStage('reading');
        const startedMs = performance.now();
        const read = (file: Blob): ReturnType<typeof readImageFile> =>
          readImageFile(file, {
            ...(limits && { limits }),
            signal,
            // The page's own code and other decoders use the Blob itself.
            wholeUpToBytes: worker !== false && findImageDecoder() ? READ_WHOLE_BYTES : 0,
          });
        let { info, bytes } = await read(source);
        const rules = options.rules ?? findRules(options.model ?? '');
        const drawn = await drawSource(source, info, rules, { ...options, signal });
        if (drawn) ({ info, bytes } = await read(drawn));
        if (info.isTruncated && options.incomplete === 'reject') throw truncatedError(info);
        if (info.mediaType === 'image/svg+xml') {
          if (!options.allowSvg) throw svgError();
          const { checkSvg } = await loadPageWork();
          await checkSvg(source);
        }
        const readMs = performance.now() - startedMs;
        const job = createJob(drawn ?? source, info, rules, options);
        const made = await renderSomewhere(job, places, {
          engine,
          bytes,
          timeoutMs: decodeTimeoutMs,
          signal,
          onStage,
        });
        const plan = planOf(job, made, rules);
        onStage('done');
        return {
          blob: made.image,
          mediaType: made.mediaType,
          width: made.width,
          height: made.height,
          source: withDrawing(info, source),
          sourceBytes: source.size,
          plan,
          detail: plan.detail,
          tokens: plan.tokens,
          ...(info.isTruncated && { incomplete: true }),
          notes: prepareNotes(job, made, options, rules),
          engine: made.engine,
          route: made.route,
          timings: [{ stage: 'reading', ms: readMs }, ...made.timings],
        };
      },
      { priority, signal },
    );
  };

  return {
    async prepare(source, options = {}) {
      const { control, letGo } = followSignal(options.signal);
      underWay.add(control);
      try {
        return await run(source, options, control.signal);
      } finally {
        underWay.delete(control);
        letGo();
      }
    },
    dispose() {
      const stopped = new KitError('aborted', { message: 'The pipeline was disposed of.' });
      for (const control of underWay) control.abort(stopped);
      isDisposed = true;
      places.pool?.dispose();
    },
  };
}
