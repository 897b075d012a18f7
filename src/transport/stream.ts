import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { openExchange } from './exchange.js';
import type { Exchange, Failure } from './exchange.js';
import { assertReadable, readEvents } from './read-events.js';
import type { SseEvent } from './read-sse.js';
import type { StreamCallbacks, TransportOptions, TransportRequest } from './types.js';
import { waitToRepeat } from './wait-to-repeat.js';

const MAX_EVENT_CHARS = 1_048_576;

/** One request and the events of its answer. It is sent again only while nothing of the answer has come. */
export async function* stream(
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

function nothingCame({ host, response: { status } }: Exchange): KitError {
  return new KitError('incomplete', {
    message: `${host} took the request and ended its answer without a word. Try again.`,
    facts: { host, status, retryable: true },
  });
}
