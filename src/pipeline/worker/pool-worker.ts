import { KitError } from '../../errors.js';
import { abortedError } from '../../internal/abort.js';
import { canvasError, timeoutError } from '../image-errors.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import type { PipelineSupport } from '../types.js';
import type { PipelineStage, WorkerSource } from '../types.js';
import { openWorker, workerBlockedError, workerFileError } from './open-worker.js';
import { warnOnce } from '../../internal/warn-once.js';
import { isMessage, type WorkerReply, type WorkerRequest } from './protocol.js';

/**
 * A worker that has not responded within this time never will. Loading it over a slow network takes the most
 * time.
 */
const START_TIMEOUT_MS = 5000;

export interface PoolRenderOptions {
  /** Time limit for the image. */
  timeoutMs: number;
  /** The file's bytes, if they were already read. They are transferred to the worker, and empty here afterwards. */
  bytes?: ArrayBuffer | undefined;
  signal?: AbortSignal | undefined;
  onStage?: ((stage: PipelineStage) => void) | undefined;
}

/** A running worker. It processes one image at a time, and is terminated by an abort, a timeout or a crash. */
export interface PoolWorker {
  readonly isEnded: boolean;
  readonly support: PipelineSupport;
  render(job: RenderJob, options: PoolRenderOptions): Promise<RenderResult>;
  end(): void;
}

let lastId = 0;

function waitUntilReady(worker: Worker, support?: PipelineSupport): Promise<PipelineSupport> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      clearTimeout(timer);
      worker.removeEventListener('message', onMessage);
      worker.removeEventListener('error', onError);
      done();
    };
    const onMessage = ({ data }: MessageEvent<WorkerReply>): void => {
      if (isMessage(data) && data.kind === 'ready') settle(() => resolve(data.support));
    };
    const onError = (event: ErrorEvent): void => {
      event.preventDefault();
      settle(() => reject(new Error(event.message || 'The worker did not load.')));
    };
    const timer = setTimeout(
      () => settle(() => reject(new Error('The worker did not respond.'))),
      START_TIMEOUT_MS,
    );
    worker.addEventListener('message', onMessage);
    worker.addEventListener('error', onError);
    const request: WorkerRequest = { kind: 'start', ...(support && { support }) };
    worker.postMessage(request);
  });
}

async function openReadyWorker(
  source: Exclude<WorkerSource, false>,
  knownSupport?: PipelineSupport,
): Promise<{ worker: Worker; support: PipelineSupport }> {
  const explain = source === 'inline' ? workerBlockedError : workerFileError;
  try {
    const { worker, loaded } = await openWorker(source);
    try {
      const support = await waitUntilReady(worker, knownSupport);
      // An old browser, which a developer can do nothing about.
      if (!support.offscreenCanvas) throw workerBlockedError('No OffscreenCanvas in workers.');
      return { worker, support };
    } catch (error) {
      worker.terminate();
      throw error;
    } finally {
      loaded();
    }
  } catch (cause) {
    if (KitError.is(cause)) throw cause;
    const error = explain(cause);
    warnOnce(error);
    throw error;
  }
}

/**
 * Opens a worker and waits until it responds.
 *
 * @throws KitError `worker-blocked`
 */
export async function startPoolWorker(
  source: Exclude<WorkerSource, false>,
  knownSupport?: PipelineSupport,
): Promise<PoolWorker> {
  const { worker, support } = await openReadyWorker(source, knownSupport);

  let isEnded = false;
  const end = (): void => {
    isEnded = true;
    worker.terminate();
  };

  const render = (
    job: RenderJob,
    { timeoutMs, bytes, signal, onStage }: PoolRenderOptions,
  ): Promise<RenderResult> =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      const startedMs = performance.now();
      const settle = (done: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        worker.removeEventListener('message', onMessage);
        worker.removeEventListener('error', onCrash);
        worker.removeEventListener('messageerror', onCrash);
        done();
      };
      const giveUp = (error: KitError): void => {
        end();
        settle(() => reject(error));
      };
      const onAbort = (): void => giveUp(abortedError(signal));
      const onCrash = (event: Event): void => {
        event.preventDefault();
        giveUp(canvasError('The image worker stopped in the middle of this image.', event));
      };
      const onTimeout = (isLastCall: boolean): void => {
        const tookMs = performance.now() - startedMs;
        // A timer this late means that the whole page was suspended, including the worker.
        if (!isLastCall && tookMs > timeoutMs * 1.5) {
          timer = setTimeout(onTimeout, timeoutMs, true);
        } else giveUp(timeoutError(timeoutMs, tookMs));
      };
      const onMessage = ({ data }: MessageEvent<WorkerReply>): void => {
        if (!isMessage(data) || data.kind === 'ready' || data.id !== id) return;
        if (data.kind === 'stage') onStage?.(data.stage);
        else if (data.kind === 'done') settle(() => resolve(data.result));
        else settle(() => reject(KitError.fromJSON(data.error)));
      };
      let timer = setTimeout(onTimeout, timeoutMs, false);
      signal?.addEventListener('abort', onAbort, { once: true });
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onCrash);
      worker.addEventListener('messageerror', onCrash);
      const isUseful = bytes && bytes.byteLength > 0 && !job.decoded;
      const request: WorkerRequest = {
        kind: 'render',
        id,
        job: isUseful ? { ...job, bytes } : job,
      };
      worker.postMessage(request, job.decoded ? [job.decoded.bitmap] : isUseful ? [bytes] : []);
    });

  return {
    get isEnded() {
      return isEnded;
    },
    support,
    render,
    end,
  };
}
