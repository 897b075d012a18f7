/** Chooses where an image is prepared: in a worker, on the page, or by browser-image-compression. */
import type { Limiter } from '../internal/limiter.js';
import { KitError } from '../errors.js';
import { loadModule } from '../internal/lazy-module.js';
import { unreachable } from '../internal/unreachable.js';
import type { RenderJob, RenderResult } from './render-types.js';
import type { PipelineSupport } from './types.js';
import type { PipelineEngine, PipelineOptions, PipelineStage, PrepareNote } from './types.js';
import { withinTime } from './within-time.js';
import type { WorkerPool } from './worker/worker-client.js';

export interface RenderPlaces {
  /** Missing if workers were switched off. */
  pool?: WorkerPool;
  /** The page has only one thread, so one image at a time. */
  pageLine: Limiter;
  /** Measured here if missing. */
  support?: PipelineSupport | undefined;
  decodeHeic?: PipelineOptions['decodeHeic'];
}

export interface RenderOptions {
  engine: PipelineEngine;
  /** The file's bytes, if they were already read; to be transferred to one worker. */
  bytes?: ArrayBuffer | undefined;
  timeoutMs: number;
  signal: AbortSignal;
  onStage: (stage: PipelineStage) => void;
}

export type Rendered = RenderResult & { engine: Exclude<PipelineEngine, 'auto'> };

const onPageNote: PrepareNote = {
  code: 'main-thread',
  message: 'Processed on the page itself, since no worker could be started.',
};

const fallbackNote: PrepareNote = {
  code: 'fallback-engine',
  message: 'Processed by browser-image-compression, since this browser has no OffscreenCanvas.',
};

/** @throws KitError `unreachable` */
export const loadPageWork = () => loadModule(() => import('./page-work.js'));

async function onPage(
  job: RenderJob,
  { pageLine, support }: RenderPlaces,
  options: RenderOptions,
  isBicChosen: boolean,
): Promise<Rendered> {
  const { signal, timeoutMs, onStage } = options;
  const { canPaint, findSupport, renderByBic, renderOnPage, renderWithoutAnyCanvas } =
    await loadPageWork();
  return pageLine.run(
    async () => {
      const found = support ?? (await findSupport());
      if (!found.offscreenCanvas && !canPaint()) {
        return { ...(await renderWithoutAnyCanvas(job)), engine: 'main-thread' };
      }
      if (isBicChosen || !found.offscreenCanvas) {
        onStage('encoding');
        const result = await withinTime(renderByBic(job, { signal }), timeoutMs, signal);
        const notes = isBicChosen ? result.notes : [...result.notes, fallbackNote];
        return { ...result, notes, engine: 'browser-image-compression' };
      }
      const result = await renderOnPage(job, { support: found, timeoutMs, signal, onStage });
      return { ...result, engine: 'main-thread' };
    },
    { signal },
  );
}

async function inWorker(
  job: RenderJob,
  { pool }: RenderPlaces,
  { timeoutMs, bytes, signal, onStage }: RenderOptions,
): Promise<Rendered> {
  if (!pool) {
    throw new KitError('worker-blocked', {
      message:
        'The worker engine was asked for, but this pipeline was created with worker: false. Create it with another worker option, or choose another engine.',
    });
  }
  const result = await pool.render(job, { timeoutMs, bytes, signal, onStage });
  return { ...result, engine: 'worker' };
}

async function onPageForWant(
  job: RenderJob,
  places: RenderPlaces,
  options: RenderOptions,
): Promise<Rendered> {
  const made = await onPage(job, places, options, false);
  return { ...made, notes: [...made.notes, onPageNote] };
}

/** Most images need nothing from the page. */
async function withPixelsOfPage(
  job: RenderJob,
  places: RenderPlaces,
  options: RenderOptions,
): Promise<RenderJob> {
  const isForElement = job.route === 'image-element' || (job.info.isTruncated && !job.route);
  if (job.decoded || !isForElement) return job;
  const { withPagePixels } = await loadPageWork();
  return withPagePixels(job, places, options);
}

async function whereItWorks(
  job: RenderJob,
  places: RenderPlaces,
  options: RenderOptions,
): Promise<Rendered> {
  if (!places.pool) return onPageForWant(job, places, options);
  // A drawing has to be drawn at its target size, so its pixels cannot be produced on the page and handed
  // over.
  if (job.info.mediaType === 'image/svg+xml') return onPage(job, places, options, false);
  try {
    return await inWorker(await withPixelsOfPage(job, places, options), places, options);
  } catch (error) {
    const isBlocked = KitError.is(error) && error.code === 'worker-blocked';
    if (!isBlocked) throw error;
    return onPageForWant(job, places, options);
  }
}

export async function renderSomewhere(
  job: RenderJob,
  places: RenderPlaces,
  options: RenderOptions,
): Promise<Rendered> {
  const render = async (one: RenderJob): Promise<Rendered> => {
    switch (options.engine) {
      case 'browser-image-compression':
        return onPage(one, places, options, true);
      case 'main-thread':
        return onPage(one, places, options, false);
      case 'worker':
        return inWorker(await withPixelsOfPage(one, places, options), places, options);
      case 'auto':
        return whereItWorks(one, places, options);
      default:
        return unreachable(options.engine);
    }
  };
  try {
    return await render(job);
  } catch (error) {
    const isUnknownFormat = KitError.is(error) && error.code === 'unsupported-format';
    if (!isUnknownFormat) throw error;
    const { withOtherPixels } = await loadPageWork();
    const rescued = await withOtherPixels(job, places, options);
    if (!rescued) throw error;
    return render(rescued);
  }
}
