import { abortedError } from '../internal/abort.js';
import { graceMs, timeoutError } from './deadline.js';
import type { Deadline } from './deadline.js';

export interface WatchedReader {
  /**
   * Returns what has arrived since the last read, in one piece; `undefined` at the end.
   *
   * @throws KitError with the code of the deadline that passed, or `aborted`
   */
  read(deadline: () => Deadline): Promise<Uint8Array | undefined>;
  /** Clears the timer, removes the abort listener and cancels the stream. */
  close(): void;
  /** Lets the stream end by itself, and closes it if it does not within `ms`. What arrives is dropped. */
  drain(ms: number): Promise<void>;
}

/** Read-ahead limit. */
const AHEAD_BYTES = 65_536;

/**
 * Reads a stream under time limits, even if the stream knows nothing of them.
 *
 * A fast stream brings thousands of small chunks in a second. They are collected while earlier ones are still being
 * processed, so that the work per chunk is done once for many; and one timer fires at the earliest moment that any
 * deadline can have passed, and checks again.
 */
export function watchReader(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): WatchedReader {
  const reader = stream.getReader();
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  let isReading = false;
  let onDrained: (() => void) | undefined;
  let end: { error?: unknown } | undefined;
  let waiting: { deadline: Deadline; hasGrace: boolean; wake: (error?: Error) => void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timerAtMs = Infinity;

  async function readAhead(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      while (!end && bytes < AHEAD_BYTES) {
        const { done, value } = await reader.read();
        if (done) {
          end ??= {};
        } else if (!onDrained) {
          chunks.push(value);
          bytes += value.byteLength;
        }
        waiting?.wake();
      }
    } catch (error) {
      end ??= { error };
      waiting?.wake();
    }
    isReading = false;
    if (end) onDrained?.();
  }

  function arm(atMs: number): void {
    if (timerAtMs <= atMs) return;
    clearTimeout(timer);
    timerAtMs = atMs;
    timer = setTimeout(check, Math.max(0, atMs - performance.now()));
  }

  function check(): void {
    timerAtMs = Infinity;
    if (!waiting) return;
    const { deadline, hasGrace, wake } = waiting;
    const lateMs = performance.now() - deadline.atMs;
    if (lateMs < 0) {
      arm(deadline.atMs);
      return;
    }
    const grantedMs = hasGrace ? graceMs(lateMs, deadline) : 0;
    waiting.hasGrace = false;
    if (grantedMs > 0) arm(performance.now() + grantedMs);
    else wake(timeoutError(deadline));
  }

  function wait(deadline: Deadline): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting = {
        deadline,
        hasGrace: true,
        wake(error) {
          waiting = undefined;
          if (error) reject(error);
          else resolve();
        },
      };
      arm(deadline.atMs);
    });
  }

  function take(): Uint8Array | undefined {
    const [first] = chunks;
    const taken = chunks.length > 1 ? joined(chunks, bytes) : first;
    chunks = [];
    bytes = 0;
    if (first === undefined && end && 'error' in end) throw end.error;
    void readAhead();
    return taken;
  }

  function stop(): void {
    waiting?.wake(abortedError(signal));
  }
  signal?.addEventListener('abort', stop, { once: true });

  function close(): void {
    end ??= {};
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    reader.cancel().catch(() => undefined);
  }

  return {
    async read(deadline) {
      if (signal?.aborted) throw abortedError(signal);
      void readAhead();
      if (bytes === 0 && !end) await wait(deadline());
      return take();
    },
    close,
    async drain(ms) {
      chunks = [];
      bytes = 0;
      clearTimeout(timer);
      await new Promise<void>((resolve) => {
        onDrained = resolve;
        timer = setTimeout(resolve, ms);
        signal?.addEventListener('abort', () => resolve(), { once: true });
        void readAhead();
      });
      close();
    },
  };
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let start = 0;
  for (const chunk of chunks) {
    whole.set(chunk, start);
    start += chunk.byteLength;
  }
  return whole;
}
