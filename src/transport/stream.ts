import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { openExchange } from './exchange.js';
import type { Exchange, Failure } from './exchange.js';
import { hideInEvents } from './hide-in-events.js';
import { hideInError, hideInHeaders } from './hide-keys.js';
import type { KeyMask } from './key-mask.js';
import { assertReadable, readEvents } from './read-events.js';
import type { SseEvent } from './read-sse.js';
import type { StreamCallbacks, TransportOptions, TransportRequest } from './types.js';
import { waitToRepeat } from './wait-to-repeat.js';

const MAX_EVENT_CHARS = 1_048_576;

/** One request and the events of its answer. It is sent again only while nothing of the answer has come. */
export async function* stream(
  options: TransportOptions,
  request: TransportRequest,
  callbacks: StreamCallbacks,
  mask: KeyMask,
): AsyncGenerator<SseEvent, void, undefined> {
  try {
    yield* readStream(options, request, callbacks, mask);
  } catch (error) {
    throw hideInError(error, mask);
  }
}

async function* readStream(
  options: TransportOptions,
  request: TransportRequest,
  { signal, onAccepted, framing = 'server-sent-events' }: StreamCallbacks,
  mask: KeyMask,
): AsyncGenerator<SseEvent, void, undefined> {
  const accept = framing === 'ndjson' ? 'application/x-ndjson' : 'text/event-stream';
  const maxEventChars = options.maxEventChars ?? MAX_EVENT_CHARS;
  let isAccepted = false;
  for (let attempt = 0; ; attempt += 1) {
    const opened = await openExchange({ options, request, accept, signal, mask });
    let failure: Failure;
    if ('response' in opened) {
      try {
        assertReadable(opened);
        if (!isAccepted) onAccepted?.(headOf(opened.response, mask));
        isAccepted = true;
        const batches = readEvents(opened, { framing, maxEventChars });
        for await (const events of hideInEvents(batches, mask)) {
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
    await waitToRepeat(options, request, failure, attempt, signal, mask);
  }
}

/** What an app may see of a response whose body is read here. */
function headOf({ status, statusText, headers }: Response, mask: KeyMask): Response {
  return new Response(null, { status, statusText, headers: hideInHeaders(headers, mask) });
}

function nothingCame({ host, response: { status } }: Exchange): KitError {
  return new KitError('incomplete', {
    message: `${host} took the request and ended its answer without a word. Try again.`,
    facts: { host, status, retryable: true },
  });
}
