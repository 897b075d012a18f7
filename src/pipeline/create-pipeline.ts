import { readImageInfo } from '../formats/index.js';
import { KitError } from '../errors.js';
import { abortedError } from '../internal/abort.js';
import { findRules } from '../models/index.js';
import { svgError, truncatedError } from './image-errors.js';
import { outputMediaTypes, planResize } from './plan-resize.js';
import { prepareNotes } from './prepare-notes.js';
import { renderSomewhere, type RenderPlaces } from './render-somewhere.js';
import type { RenderJob } from './render-types.js';
import type {
  Pipeline,
  PipelineOptions,
  PipelineStage,
  PreparedImage,
  PrepareOptions,
} from './types.js';
import { createWaitingLine } from './waiting-line.js';
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

/** An abort controller that also follows another signal, until it is let go. */
function followSignal(signal: AbortSignal | undefined) {
  const control = new AbortController();
  const follow = (): void => control.abort(abortedError(signal));
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow, { once: true });
  return { control, letGo: () => signal?.removeEventListener('abort', follow) };
}

function createJob(
  image: Blob,
  info: RenderJob['info'],
  rules: Parameters<typeof planResize>[1],
  options: PrepareOptions,
): RenderJob {
  const plan = planResize(info, rules, options);
  const { outputMediaType = 'auto', maxOutputBytes, route } = options;
  const isOrdered = outputMediaType === plan.mediaType;
  return {
    image,
    info,
    plan,
    alternatives: outputMediaTypes(rules).filter((type) => !isOrdered && type !== plan.mediaType),
    ...(maxOutputBytes !== undefined && { maxOutputBytes }),
    ...(route && { route }),
  };
}

/** Makes pictures ready to send, a few at a time, in workers that live as long as they are needed. */
export function createPipeline({
  worker = 'inline',
  concurrency = defaultConcurrency(),
  idleTimeoutMs = 10_000,
  decodeTimeoutMs = 10_000,
  support,
}: PipelineOptions = {}): Pipeline {
  const underWay = new Set<AbortController>();
  // One more than there are workers, so that the next file is read while they are busy; never all of a drop at once.
  const line = createWaitingLine(concurrency + 1);
  const places: RenderPlaces = { pageLine: createWaitingLine(1), support };
  if (worker !== false && typeof Worker !== 'undefined') {
    places.pool = createWorkerPool({ source: worker, concurrency, idleTimeoutMs });
  }

  const run = async (
    source: Blob,
    options: PrepareOptions,
    signal: AbortSignal,
  ): Promise<PreparedImage> => {
    const { engine = 'auto', priority, limits, onProgress } = options;
    const onStage = (stage: PipelineStage): void =>
      onProgress?.({ stage, fraction: fractions[stage] });
    onStage('queued');
    const leave = await line.enter({ priority, signal });
    try {
      if (engine === 'auto' || engine === 'worker') places.pool?.warm();
      onStage('reading');
      const startedMs = performance.now();
      const info = await readImageInfo(source, { ...(limits && { limits }), signal });
      if (info.isTruncated && options.incomplete === 'reject') throw truncatedError(info);
      if (info.mediaType === 'image/svg+xml' && !options.allowSvg) throw svgError();
      const readMs = performance.now() - startedMs;
      const job = createJob(source, info, options.rules ?? findRules(options.model ?? ''), options);
      const made = await renderSomewhere(job, places, {
        engine,
        timeoutMs: decodeTimeoutMs,
        signal,
        onStage,
      });
      onStage('done');
      return {
        blob: made.image,
        mediaType: made.mediaType,
        width: made.width,
        height: made.height,
        source: info,
        sourceBytes: source.size,
        plan: { ...job.plan, mediaType: made.mediaType, quality: made.quality },
        detail: job.plan.detail,
        tokens: job.plan.tokens,
        ...(info.isTruncated && { incomplete: true }),
        notes: prepareNotes(job, made, options),
        engine: made.engine,
        route: made.route,
        timings: [{ stage: 'reading', ms: readMs }, ...made.timings],
      };
    } finally {
      leave();
    }
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
      places.pool?.dispose();
    },
  };
}
