import { KitError } from '../errors.js';

/** The error that every function of the kit rejects with once its signal has been aborted. */
export function abortedError(signal?: AbortSignal): KitError {
  return KitError.is(signal?.reason)
    ? signal.reason
    : new KitError('aborted', { message: 'Stopped before it was done.', cause: signal?.reason });
}

/** Call it at the start and after every wait. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortedError(signal);
}

/** Waits, and rejects at once when the signal is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortedError(signal));
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(abortedError(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
