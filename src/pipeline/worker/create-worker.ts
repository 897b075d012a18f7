/** Put in by the build: the worker's file name, so that the bundler of an app finds the usual pattern. */
declare const __WORKER_FILE__: string;

/**
 * Starts the worker from its own file, for pages whose content security policy bars `blob:` workers. Bundlers that know
 * the pattern emit that file. Hand it to `createPipeline({ worker: createWorker })`.
 */
export function createWorker(): Worker {
  return new Worker(new URL(__WORKER_FILE__, import.meta.url), { type: 'module' });
}
