import { trustedScriptUrl } from '../../internal/trusted-types.js';

/** Replaced by the build with the worker's file name, so that the app's bundler finds the usual pattern. */
declare const __WORKER_FILE__: string;

let needsPolicy = false;

/**
 * Starts the worker from its own file, for pages whose content security policy forbids `blob:` workers.
 * Bundlers that know the pattern emit that file. Pass it to `createPipeline({ worker: createWorker })`. Under
 * Trusted Types it uses the policy `image-chat-kit`, after the browser has refused and reported the plain URL
 * once.
 */
export function createWorker(): Worker {
  if (!needsPolicy) {
    try {
      // This is the pattern that bundlers know.
      return new Worker(new URL(__WORKER_FILE__, import.meta.url), { type: 'module' });
    } catch {
      needsPolicy = true;
    }
  }
  const url = new URL(__WORKER_FILE__, import.meta.url);
  return new Worker(trustedScriptUrl(url.href), { type: 'module' });
}
