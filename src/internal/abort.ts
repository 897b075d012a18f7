/** Waits that end with a signal, a time limit, or both. */
import { KitError } from '../errors.js';

/** Returns the error that every function of the kit rejects with once its signal has been aborted. */
export function abortedError(signal?: AbortSignal): KitError {
  return KitError.is(signal?.reason)
    ? signal.reason
    : new KitError('aborted', {
        message: 'Stopped before it was finished.',
        cause: signal?.reason,
      });
}

/** Throws if the signal is aborted. Call it at the start and after every `await`. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortedError(signal);
}

/** A time limit. */
export interface WaitLimit {
  ms: number;
  /** Called when the time has passed. Returns what to reject with, or how many more milliseconds to wait. */
  onLate: () => Error | number;
}

/**
 * Settles like the work, but rejects immediately when the signal is aborted or the limit has passed. The work
 * itself is not stopped; its result is dropped.
 */
export function waitWithin<T>(
  work: Promise<T>,
  limit: WaitLimit | undefined,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = (error: Error): void => {
      letGo();
      reject(error);
    };
    const stop = (): void => fail(abortedError(signal));
    const wait = ({ ms, onLate }: WaitLimit): void => {
      timer = setTimeout(() => {
        const late = onLate();
        if (typeof late === 'number') wait({ ms: late, onLate });
        else fail(late);
      }, ms);
    };
    function letGo(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
    void work.finally(letGo).then(resolve, reject);
    if (signal?.aborted) {
      stop();
      return;
    }
    signal?.addEventListener('abort', stop, { once: true });
    if (limit) wait(limit);
  });
}

/**
 * Settles like the promise, but rejects immediately when the signal is aborted. The underlying work may
 * continue.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return waitWithin(promise, undefined, signal);
}

/** Waits, and rejects immediately when the signal is aborted. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await untilAborted(elapsed, signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Returns a controller that also follows another signal, and aborts after a time if one is given, until it is
 * released.
 */
export function followSignal(
  signal: AbortSignal | undefined,
  limitMs?: number,
): { control: AbortController; letGo: () => void } {
  const control = new AbortController();
  const follow = (): void => control.abort(abortedError(signal));
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow, { once: true });
  const timer = limitMs === undefined ? undefined : setTimeout(follow, limitMs);
  return {
    control,
    letGo() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    },
  };
}
