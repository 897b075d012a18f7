import { waitWithin } from '../internal/abort.js';
import { graceMs, timeoutError } from './deadline.js';
import type { Deadline } from './deadline.js';

/**
 * Waits for work until the nearest deadline or the abort, even if the work knows of neither.
 *
 * @throws KitError with the deadline's code, or `aborted`
 */
export function waitFor<T>(
  work: Promise<T>,
  deadlines: readonly Deadline[],
  signal?: AbortSignal,
): Promise<T> {
  const nearest = deadlines.reduce((first, next) => (next.atMs < first.atMs ? next : first));
  let hasGrace = true;
  const onLate = (): Error | number => {
    const grantedMs = hasGrace ? graceMs(performance.now() - nearest.atMs, nearest) : 0;
    hasGrace = false;
    return grantedMs > 0 ? grantedMs : timeoutError(nearest);
  };
  const ms = Math.max(0, nearest.atMs - performance.now());
  return waitWithin(work, { ms, onLate }, signal);
}
