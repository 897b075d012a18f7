/** Chooses where a picture is made: in a worker, on the page, or by browser-image-compression. */
import { KitError } from '../errors.js';
import { renderByBic } from './engines/browser-image-compression.js';
import { renderOnPage, withinTime } from './render-on-page.js';
import type { RenderJob, RenderResult } from './render-types.js';
import { findSupport, type PipelineSupport } from './support.js';
import type { PipelineEngine, PipelineStage, PrepareNote } from './types.js';
import type { WaitingLine } from './waiting-line.js';
import type { WorkerPool } from './worker/worker-client.js';

export interface RenderPlaces {
  /** None where workers were switched off. */
  pool?: WorkerPool;
  /** On the page there is only one thread: one picture at a time. */
  pageLine: WaitingLine;
  /** Measured here when missing. */
  support?: PipelineSupport | undefined;
}

export interface RenderOptions {
  engine: PipelineEngine;
  timeoutMs: number;
  signal: AbortSignal;
  onStage: (stage: PipelineStage) => void;
}

export type Rendered = RenderResult & { engine: Exclude<PipelineEngine, 'auto'> };

const onPageNote: PrepareNote = {
  code: 'main-thread',
  message: 'Made on the page itself, since no worker could be started.',
};

const fallbackNote: PrepareNote = {
  code: 'fallback-engine',
  message: 'Made by browser-image-compression, since this browser has no OffscreenCanvas.',
};

async function onPage(
  job: RenderJob,
  { pageLine, support }: RenderPlaces,
  options: RenderOptions,
  isBicChosen: boolean,
): Promise<Rendered> {
  const { signal, timeoutMs, onStage } = options;
  const leave = await pageLine.enter({ signal });
  try {
    const found = support ?? (await findSupport());
    if (isBicChosen || !found.offscreenCanvas) {
      onStage('encoding');
      const result = await withinTime(renderByBic(job, { signal }), timeoutMs, signal);
      const notes = isBicChosen ? result.notes : [...result.notes, fallbackNote];
      return { ...result, notes, engine: 'browser-image-compression' };
    }
    const result = await renderOnPage(job, { support: found, timeoutMs, signal, onStage });
    return { ...result, engine: 'main-thread' };
  } finally {
    leave();
  }
}

/** Only an `<img>` paints these, and only a page has one. */
function needsPage({ info, route }: RenderJob): boolean {
  return info.isTruncated || info.mediaType === 'image/svg+xml' || route === 'image-element';
}

/** A file that the strict decoders of the worker do not know may still be one that an `<img>` shows. */
function mayHelpOnPage(error: unknown, { route }: RenderJob): boolean {
  return KitError.is(error) && error.code === 'unsupported-format' && route === undefined;
}

export async function renderSomewhere(
  job: RenderJob,
  places: RenderPlaces,
  options: RenderOptions,
): Promise<Rendered> {
  const { engine, signal, timeoutMs, onStage } = options;
  if (engine === 'browser-image-compression') return onPage(job, places, options, true);
  if (engine === 'main-thread') return onPage(job, places, options, false);
  if (engine === 'auto' && needsPage(job)) return onPage(job, places, options, false);
  if (engine === 'auto' && !places.pool) {
    const made = await onPage(job, places, options, false);
    return { ...made, notes: [...made.notes, onPageNote] };
  }
  try {
    if (!places.pool) {
      throw new KitError('worker-blocked', {
        message: 'The worker engine was asked for, but this pipeline was made with worker: false.',
      });
    }
    const result = await places.pool.render(job, { timeoutMs, signal, onStage });
    return { ...result, engine: 'worker' };
  } catch (error) {
    if (engine !== 'auto') throw error;
    if (KitError.is(error) && error.code === 'worker-blocked') {
      const made = await onPage(job, places, options, false);
      return { ...made, notes: [...made.notes, onPageNote] };
    }
    if (!mayHelpOnPage(error, job)) throw error;
    return onPage({ ...job, route: 'image-element' }, places, options, false);
  }
}
