import { KitError } from '../errors.js';

/** A point in time by which something must have happened. */
export interface Deadline {
  code: 'first-byte-timeout' | 'stalled' | 'total-timeout';
  /** The deadline on the clock of `performance.now()`. */
  atMs: number;
  limitMs: number;
}

const SLEPT_MS = 2_000;
const MAX_GRACE_MS = 5_000;

const sentences: Record<Deadline['code'], (seconds: string) => string> = {
  'first-byte-timeout': (seconds) =>
    `The server did not begin to answer within ${seconds}. Try again; if it keeps happening, ask for less or choose another model.`,
  stalled: (seconds) => `The answer stopped coming: nothing arrived for ${seconds}. Try again.`,
  'total-timeout': (seconds) =>
    `The answer was not finished within ${seconds}, so it was stopped. Ask for less, or try again.`,
};

export function deadlineIn(code: Deadline['code'], limitMs: number): Deadline {
  return { code, limitMs, atMs: performance.now() + limitMs };
}

/**
 * Returns how much longer to wait once a deadline has passed. A page that slept (a closed laptop, a frozen tab) finds
 * its timers overdue before the network could deliver what has arrived in the meantime, so it gets a few extra seconds,
 * once.
 */
export function graceMs(lateMs: number, { limitMs }: Deadline): number {
  return lateMs > SLEPT_MS ? Math.min(limitMs, MAX_GRACE_MS) : 0;
}

export function timeoutError({ code, limitMs }: Deadline): KitError {
  const seconds = `${Math.round(limitMs / 100) / 10} s`;
  return new KitError(code, {
    message: sentences[code](seconds),
    facts: { limit: limitMs, retryable: true },
  });
}
