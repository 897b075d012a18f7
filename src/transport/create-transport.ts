import { KitError } from '../errors.js';
import { sleep as sleepFor, throwIfAborted } from '../internal/abort.js';
import { openExchange } from './exchange.js';
import type { Exchange, Failure } from './exchange.js';
import { notAnAnswer } from './not-an-answer.js';
import { assertReadable, mediaTypeOf, readEvents } from './read-events.js';
import type { SseEvent } from './read-sse.js';
import { retryDelayMs } from './retry-delay.js';
import { toStream } from './to-stream.js';
import type { StreamCallbacks, Transport, TransportOptions, TransportRequest } from './types.js';

const MAX_RETRIES = 2;
const MAX_RETRY_AFTER_MS = 60_000;
const MAX_EVENT_CHARS = 1_048_576;

/**
 * Sends requests and reads answers, with retries, time limits and typed errors.
 *
 * Before the first content a request is sent again at most twice: after connection errors, 408, 409, 429, 5xx and an
 * empty answer, or as `x-should-retry` says. What the server asks us to wait is waited up to a minute; longer waits,
 * and an account without credit, are told at once. After the first content nothing is sent again by itself. Redirects
 * are not followed.
 */
export function createTransport(options: TransportOptions): Transport {
  return {
    send: (request, { signal } = {}) => send(options, request, signal),
    stream: (request, callbacks = {}) => stream(options, request, callbacks),
  };
}

async function send(
  options: TransportOptions,
  request: TransportRequest,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const opened = await openExchange({ options, request, accept: 'application/json', signal });
    if ('response' in opened) return guarded(opened);
    await waitToRepeat(options, request, opened, attempt, signal);
  }
}

async function* stream(
  options: TransportOptions,
  request: TransportRequest,
  { signal, onAccepted, framing = 'server-sent-events' }: StreamCallbacks,
): AsyncGenerator<SseEvent, void, undefined> {
  const accept = framing === 'ndjson' ? 'application/x-ndjson' : 'text/event-stream';
  const maxEventChars = options.maxEventChars ?? MAX_EVENT_CHARS;
  let isAccepted = false;
  for (let attempt = 0; ; attempt += 1) {
    const opened = await openExchange({ options, request, accept, signal });
    let failure: Failure;
    if ('response' in opened) {
      try {
        assertReadable(opened);
        if (!isAccepted) onAccepted?.(opened.response);
        isAccepted = true;
        for await (const events of readEvents(opened, { framing, maxEventChars })) {
          for (const event of events) {
            yield event;
            throwIfAborted(signal);
          }
        }
        if (opened.hasContent()) return;
        failure = { error: nothingCame(opened), mayRepeat: true };
      } catch (error) {
        failure = opened.failureOf(error);
      } finally {
        opened.close();
      }
    } else {
      failure = opened;
    }
    await waitToRepeat(options, request, failure, attempt, signal);
  }
}

/** The same response, its body under the time limits and with typed errors. */
function guarded(exchange: Exchange): Response {
  const { response } = exchange;
  if (/html/.test(mediaTypeOf(response))) {
    exchange.close();
    throw notAnAnswer(exchange);
  }
  if (response.body === null) return response;
  exchange.noteContent();
  const { status, statusText, headers } = response;
  return new Response(toStream(typedChunks(exchange)), { status, statusText, headers });
}

async function* typedChunks(exchange: Exchange): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* exchange.chunks();
  } catch (error) {
    throw exchange.failureOf(error).error;
  } finally {
    exchange.close();
  }
}

/** Waits before the next try, or throws when there is to be none. */
async function waitToRepeat(
  options: TransportOptions,
  { isRepeatable = true }: TransportRequest,
  { error, mayRepeat, explain }: Failure,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const askedMs = error.facts.retryAfterMs;
  const isTooLong =
    askedMs !== undefined && askedMs > (options.maxRetryAfterMs ?? MAX_RETRY_AFTER_MS);
  const isSafe = isRepeatable || error.facts.status === 429;
  if (!mayRepeat || !isSafe || isTooLong || attempt >= (options.maxRetries ?? MAX_RETRIES)) {
    throw (await explain?.()) ?? error;
  }
  const waitMs = askedMs ?? retryDelayMs(attempt);
  options.onRetry?.({ attempt: attempt + 1, waitMs, error });
  await (options.sleep ?? sleepFor)(waitMs, signal);
}

function nothingCame({ host, response: { status } }: Exchange): KitError {
  return new KitError('incomplete', {
    message: `${host} took the request and ended its answer without a word. Try again.`,
    facts: { host, status, retryable: true },
  });
}
