import { KitError } from '../errors.js';
import { abortedError } from '../internal/abort.js';

/** A point in time by which something has to have happened. */
export interface Deadline {
  code: 'first-byte-timeout' | 'stalled' | 'total-timeout';
  /** On the clock of `performance.now()`. */
  atMs: number;
  limitMs: number;
}

const SLEPT_MS = 2_000;
const MAX_GRACE_MS = 5_000;

const sentences: Record<Deadline['code'], (seconds: string) => string> = {
  'first-byte-timeout': (seconds) =>
    `The server did not begin to answer within ${seconds}. Try again; if it goes on, ask for less or choose another model.`,
  stalled: (seconds) =>
    `The answer stopped coming: nothing arrived for ${seconds}. What had come is kept. Try again.`,
  'total-timeout': (seconds) =>
    `The answer was not finished within ${seconds}, so it was stopped. What had come is kept. Ask for less, or try again.`,
};

/**
 * Waits for work until the nearest deadline or the abort, also when the work itself knows nothing of either.
 *
 * A page that slept (a closed laptop, a frozen tab) finds its timers overdue before the network could hand over what
 * has come meanwhile; then some seconds are granted, once.
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
      const lateMs = performance.now() - nearest.atMs;
      if (lateMs > SLEPT_MS && hasGrace) {
        hasGrace = false;
        timer = setTimeout(check, Math.min(nearest.limitMs, MAX_GRACE_MS));
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

export function deadlineIn(code: Deadline['code'], limitMs: number): Deadline {
  return { code, limitMs, atMs: performance.now() + limitMs };
}

function timeoutError({ code, limitMs }: Deadline): KitError {
  const seconds = `${Math.round(limitMs / 100) / 10} s`;
  return new KitError(code, {
    message: sentences[code](seconds),
    facts: { limit: limitMs, retryable: true },
  });
}
