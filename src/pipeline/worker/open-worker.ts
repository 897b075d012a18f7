import { KitError } from '../../errors.js';
import { trustedScriptUrl } from '../../internal/trusted-types.js';
import type { WorkerSource } from '../types.js';

export interface OpenedWorker {
  worker: Worker;
  /** Must be called once the worker has loaded or failed to load. */
  loaded: () => void;
}

const ON_PAGE = 'so images are made on the page itself, which stalls it';
const ACCEPT = 'or set worker: false to accept that';

/** Returns the error for an inline worker that did not start. */
export function workerBlockedError(cause: unknown): KitError {
  return new KitError('worker-blocked', {
    message:
      `The image worker could not start, most likely because the page's content security policy forbids it, ${ON_PAGE}. ` +
      'Allow "worker-src blob:" (and "trusted-types image-chat-kit", if the page asks for Trusted Types), or pass createWorker of ' +
      `image-chat-kit/create-worker as worker, ${ACCEPT}.`,
    cause,
  });
}

/**
 * Returns the error for a worker of the app that did not start, usually because its file is not where the
 * bundler looks for it.
 */
export function workerFileError(cause: unknown): KitError {
  return new KitError('worker-blocked', {
    message:
      `The image worker could not be loaded from its file, ${ON_PAGE}. With Vite 7 or React Router in development, add ` +
      '"image-chat-kit/create-worker" to optimizeDeps.exclude. With esbuild, copy dist/pipeline-worker.js of image-chat-kit beside the ' +
      'bundle. Under a content security policy, allow "worker-src \'self\'" (and "trusted-types image-chat-kit", if the page asks for ' +
      `Trusted Types), ${ACCEPT}.`,
    cause,
  });
}

/** Starts a worker. Whether it loads is only known later: a policy or a missing file causes an `error` event. */
export async function openWorker(source: Exclude<WorkerSource, false>): Promise<OpenedWorker> {
  if (typeof source === 'function') return { worker: source(), loaded: () => undefined };
  if (source !== 'inline') {
    return { worker: new Worker(source, { type: 'module' }), loaded: () => undefined };
  }
  const { default: code } = await import('virtual:inline-worker');
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const loaded = (): void => URL.revokeObjectURL(url);
  try {
    // A classic worker: a page opened from a file and a sandboxed frame cannot start a module worker from a
    // blob.
    return { worker: new Worker(trustedScriptUrl(url)), loaded };
  } catch (error) {
    loaded();
    throw error;
  }
}
