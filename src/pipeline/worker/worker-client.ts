/**
 * The page's side: a small pool of workers, started when needed, replaced when terminated, and terminated
 * when idle.
 */
import { throwIfAborted } from '../../internal/abort.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import type { PipelineSupport } from '../types.js';
import type { WorkerSource } from '../types.js';
import { createLimiter } from '../../internal/limiter.js';
import { startPoolWorker, type PoolRenderOptions, type PoolWorker } from './pool-worker.js';

export interface WorkerPoolOptions {
  source: Exclude<WorkerSource, false>;
  concurrency: number;
  idleTimeoutMs: number;
}

export interface WorkerPool {
  /** Starts a worker ahead of the first image, if none is running. */
  warm(): void;
  /**
   * Renders an image in a worker.
   *
   * @throws KitError `worker-blocked` if no worker is available; the image then has to be rendered on the
   * page.
   */
  render(job: RenderJob, options: PoolRenderOptions): Promise<RenderResult>;
  /**
   * Terminates the idle workers now and the busy ones when they are done. Abort work in flight to end those
   * too.
   */
  dispose(): void;
}

export function createWorkerPool({
  source,
  concurrency,
  idleTimeoutMs,
}: WorkerPoolOptions): WorkerPool {
  const line = createLimiter(concurrency);
  const idle: { worker: PoolWorker; timer: ReturnType<typeof setTimeout> }[] = [];
  let isDisposed = false;
  let running = 0;
  let support: PipelineSupport | undefined;
  let blocked: unknown;

  const take = async (): Promise<PoolWorker> => {
    const rested = idle.pop();
    if (rested) {
      clearTimeout(rested.timer);
      return rested.worker;
    }
    // Another attempt would only repeat the refusal, and its entry in the page's console.
    if (blocked) throw blocked;
    running += 1;
    try {
      const worker = await startPoolWorker(source, support);
      support = worker.support;
      return worker;
    } catch (error) {
      running -= 1;
      // A worker that has started before may start again, for example after a failed download.
      if (!support) blocked = error;
      throw error;
    }
  };

  const giveBack = (worker: PoolWorker): void => {
    if (isDisposed) worker.end();
    if (worker.isEnded) {
      running -= 1;
      return;
    }
    const rest = {
      worker,
      timer: setTimeout(() => {
        idle.splice(idle.indexOf(rest), 1);
        running -= 1;
        worker.end();
      }, idleTimeoutMs),
    };
    idle.push(rest);
  };

  return {
    warm() {
      if (running > 0 || blocked || isDisposed) return;
      // The first image meets the same refusal, and reports it.
      line.run(async () => giveBack(await take())).catch(() => undefined);
    },
    render(job, options) {
      return line.run(
        async () => {
          const worker = await take();
          try {
            throwIfAborted(options.signal);
            return await worker.render(job, options);
          } finally {
            giveBack(worker);
          }
        },
        { signal: options.signal },
      );
    },
    dispose() {
      isDisposed = true;
      for (const { worker, timer } of idle.splice(0)) {
        clearTimeout(timer);
        worker.end();
        running -= 1;
      }
    },
  };
}
