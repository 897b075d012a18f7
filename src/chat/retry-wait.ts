import { sleep as sleepFor, throwIfAborted, untilAborted } from '../internal/abort.js';
import type { TransportOptions } from '../transport/types.js';

/** The time between a failed attempt and the next one. */
export interface RetryWait {
  ms: number;
  /** Why the request is retried. */
  error: Error;
  /** Ends the wait. */
  tryNow: () => void;
}

/** Returns transport options whose waits between two attempts are reported and can be cut short. */
export function reportWaits(
  options: TransportOptions,
  onWait: ((wait: RetryWait | undefined) => void) | undefined,
): TransportOptions {
  if (!onWait) return options;
  const { onRetry, sleep = sleepFor } = options;
  let error = new Error();
  return {
    ...options,
    onRetry(retry) {
      ({ error } = retry);
      onRetry?.(retry);
    },
    async sleep(ms, signal) {
      const ending = new AbortController();
      const tryNow = (): void => ending.abort();
      signal?.addEventListener('abort', tryNow, { once: true });
      onWait({ ms, error, tryNow });
      try {
        await untilAborted(sleep(ms, ending.signal), ending.signal);
      } catch (failure) {
        if (!ending.signal.aborted) throw failure;
      } finally {
        signal?.removeEventListener('abort', tryNow);
      }
      throwIfAborted(signal);
      onWait(undefined);
    },
  };
}
