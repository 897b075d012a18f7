/** Longer waits overflow the timer of every engine, which then fires at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** Calls back after a time, unless it is cancelled. `Infinity`, and values too large for a timer, never fire. */
export function startTimer(ms: number, onTime: () => void): () => void {
  if (ms > MAX_TIMER_MS) return () => undefined;
  const timer = setTimeout(onTime, ms);
  return () => clearTimeout(timer);
}

/** Like `startTimer`, but does not keep an otherwise idle process running. */
export function startIdleTimer(ms: number, onTime: () => void): () => void {
  if (ms > MAX_TIMER_MS) return () => undefined;
  const timer: unknown = setTimeout(onTime, ms);
  // A number in browsers and workers, an object in Node.
  (timer as { unref?: () => void }).unref?.();
  return () => clearTimeout(timer as number);
}

export function timeoutError(): DOMException {
  return new DOMException('It took too long.', 'TimeoutError');
}

/** Settles with the work, or rejects when the time is over or the signal aborts, whether or not the work ever ends. */
export function within<T>(
  work: Promise<T>,
  { ms = Infinity, signal }: { ms?: number; signal?: AbortSignal },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancelTimer = startTimer(ms, () => settle(() => reject(timeoutError())));
    const abort = (): void => settle(() => reject(signal?.reason as Error));
    const settle = (finish: () => void): void => {
      cancelTimer();
      signal?.removeEventListener('abort', abort);
      finish();
    };
    if (signal?.aborted === true) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort, { once: true });
    work.then(
      (value) => settle(() => resolve(value)),
      (error: Error) => settle(() => reject(error)),
    );
  });
}
