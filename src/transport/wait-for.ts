import { abortedError } from '../internal/abort.js';
import { graceMs, timeoutError } from './deadline.js';
import type { Deadline } from './deadline.js';

/**
 * Waits for work until the nearest deadline or the abort, also when the work itself knows nothing of either.
 *
 * @throws KitError with the deadline's code, or `aborted`
 */
export function waitFor<T>(
  work: Promise<T>,
  deadlines: readonly Deadline[],
  signal?: AbortSignal,
): Promise<T> {
  const nearest = deadlines.reduce((first, next) => (next.atMs < first.atMs ? next : first));
  return new Promise<T>((resolve, reject) => {
    let hasGrace = true;
    let timer = setTimeout(check, Math.max(0, nearest.atMs - performance.now()));
    function check(): void {
      const grantedMs = hasGrace ? graceMs(performance.now() - nearest.atMs, nearest) : 0;
      hasGrace = false;
      if (grantedMs > 0) {
        timer = setTimeout(check, grantedMs);
      } else {
        settle();
        reject(timeoutError(nearest));
      }
    }
    function stop(): void {
      settle();
      reject(abortedError(signal));
    }
    function settle(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
    if (signal?.aborted) {
      stop();
      return;
    }
    signal?.addEventListener('abort', stop, { once: true });
    work.finally(settle).then(resolve, reject);
  });
}
