import { KitError } from '../../errors.js';
import type { WorkerSource } from '../types.js';

export interface OpenedWorker {
  worker: Worker;
  /** Call it once the worker has loaded or failed to. */
  loaded: () => void;
}

export function workerBlockedError(cause: unknown): KitError {
  return new KitError('worker-blocked', {
    message:
      "The image worker could not start, most likely because the page's content security policy forbids it, so pictures are made on " +
      'the page itself, which stalls it. Allow "worker-src blob:", or pass createWorker of image-chat-kit/create-worker as worker, or ' +
      'set worker: false to accept that.',
    cause,
  });
}

/**
 * Starts a worker. That it loads is another matter: a policy or a missing file shows only later, as an `error` event.
 *
 * @throws KitError `worker-blocked`
 */
export async function openWorker(source: Exclude<WorkerSource, false>): Promise<OpenedWorker> {
  try {
    if (typeof source === 'function') return { worker: source(), loaded: () => undefined };
    if (source !== 'inline') {
      return { worker: new Worker(source, { type: 'module' }), loaded: () => undefined };
    }
    const { default: code } = await import('virtual:inline-worker');
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const loaded = (): void => URL.revokeObjectURL(url);
    try {
      return { worker: new Worker(url, { type: 'module' }), loaded };
    } catch (error) {
      loaded();
      throw error;
    }
  } catch (error) {
    throw workerBlockedError(error);
  }
}
