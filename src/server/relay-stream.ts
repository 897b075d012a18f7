import { startIdleTimer, timeoutError } from './deadline.js';

interface RelayOptions {
  /** Ends the exchange with the upstream. */
  stop: AbortController;
  client: Request;
  /** Limit between two chunks, whichever side is silent. */
  idleTimeoutMs: number;
  /** Called once, however it ends. */
  onEnd: () => void;
}

/**
 * Passes an answer on chunk by chunk. Ends the exchange with the upstream when the answer is cancelled, as servers do
 * when the client disconnects, when the client's request aborts, and when nothing has moved for too long.
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
          // Referencing the client's request keeps it in memory: otherwise Node forgets that its signal follows
          // another.
          if (exchange.hasEnded() || client.signal.aborted) return;
          if (done) {
            exchange.end();
            controller.close();
            return;
          }
          exchange.wait(idleTimeoutMs);
          controller.enqueue(value);
        } catch {
          // The message of the error may contain the key.
          exchange.fail(new Error("The model's answer broke off."));
        }
      },
      cancel(reason) {
        exchange.abort(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Ends an exchange exactly once, from any of four sides. */
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
    /** Fails the exchange unless it is called again in time. */
    wait(ms: number) {
      cancelTimer?.();
      if (!hasEnded) cancelTimer = startIdleTimer(ms, () => fail(timeoutError()));
    },
  };
}
