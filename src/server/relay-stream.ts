import { startIdleTimer, timeoutError } from './deadline.js';

interface RelayOptions {
  /** Ends the exchange with the upstream. */
  stop: AbortController;
  client: Request;
  /** Between two chunks, whoever is silent. */
  idleTimeoutMs: number;
  /** Called once, however it ends. */
  onEnd: () => void;
}

/**
 * Hands on an answer chunk by chunk. Ends the exchange with the upstream when the answer is cancelled, as servers do when the
 * client has gone, when the client's request aborts, and when nothing has moved for too long.
 */
export function relayStream(
  source: ReadableStream<Uint8Array>,
  options: RelayOptions,
): ReadableStream<Uint8Array> {
  const { client, idleTimeoutMs } = options;
  const reader = source.getReader();
  const exchange = openExchange(reader, options);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        exchange.failWith((error) => controller.error(error));
        exchange.wait(idleTimeoutMs);
      },
      async pull(controller) {
        try {
          const { value, done } = await reader.read();
          // Naming the client's request keeps it in memory: without it Node forgets that its signal follows another.
          if (exchange.hasEnded() || client.signal.aborted) return;
          if (done) {
            exchange.end();
            controller.close();
            return;
          }
          exchange.wait(idleTimeoutMs);
          controller.enqueue(value);
        } catch {
          // The words of what broke may hold the key.
          exchange.fail(new Error('The answer of the model broke off.'));
        }
      },
      cancel(reason) {
        exchange.abort(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The end of an exchange, which comes once, from one of four sides. */
function openExchange(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { stop, client: { signal }, onEnd }: RelayOptions,
) {
  let hasEnded = false;
  let cancelTimer: (() => void) | undefined;
  let report: ((error: Error) => void) | undefined;
  const end = (): boolean => {
    if (hasEnded) return false;
    hasEnded = true;
    cancelTimer?.();
    signal.removeEventListener('abort', leave);
    onEnd();
    return true;
  };
  const abort = (reason: unknown): boolean => {
    if (!end()) return false;
    stop.abort(reason);
    reader.cancel().catch(() => undefined);
    return true;
  };
  const fail = (error: Error): void => {
    if (abort(error)) report?.(error);
  };
  const leave = (): void => fail(signal.reason as Error);
  return {
    end,
    abort,
    fail,
    hasEnded: () => hasEnded,
    failWith(handler: (error: Error) => void) {
      report = handler;
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
    },
    /** Fails unless it is called again in time. */
    wait(ms: number) {
      cancelTimer?.();
      if (!hasEnded) cancelTimer = startIdleTimer(ms, () => fail(timeoutError()));
    },
  };
}
