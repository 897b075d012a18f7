import { abortedError } from '../internal/abort.js';
import { timeoutError } from './image-errors.js';

/** Ends the wait, at once, by an abort or a timeout. Work under way on the page cannot be stopped; its result is dropped. */
export function withinTime<T>(
  work: Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortedError(signal));
    const timer = setTimeout(() => reject(timeoutError(timeoutMs, timeoutMs)), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
    if (signal?.aborted) onAbort();
  });
}
