import { trustedScriptUrl } from '../../internal/trusted-types.js';

/** Put in by the build: the worker's file name, so that the bundler of an app finds the usual pattern. */
declare const __WORKER_FILE__: string;

/**
 * Starts the worker from its own file, for pages whose content security policy bars `blob:` workers. Bundlers that know
 * the pattern emit that file. Hand it to `createPipeline({ worker: createWorker })`. Under Trusted Types it uses the policy
 * `image-chat-kit`.
 */
export function createWorker(): Worker {
  try {
    return new Worker(new URL(__WORKER_FILE__, import.meta.url), { type: 'module' });
  } catch {
    // A page with Trusted Types refuses an address of its own making. The pattern above is the one that bundlers know.
    const url = new URL(__WORKER_FILE__, import.meta.url);
    return new Worker(trustedScriptUrl(url.href), { type: 'module' });
  }
}
