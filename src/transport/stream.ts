import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { readRefusal } from '../internal/read-refusal.js';
import { watchAcceptance } from './acceptance.js';
import { errorFromResponse } from './error-from-response.js';
import { openExchange } from './exchange.js';
import type { Exchange, Failure } from './exchange.js';
import { hideInEvents } from './hide-in-events.js';
import { hideInError, hideInHeaders } from './hide-keys.js';
import type { KeyMask } from './key-mask.js';
import { assertReadable, readEvents } from './read-events.js';
import type { SseEvent } from './read-sse.js';
import type { StreamCallbacks, TransportOptions, TransportRequest } from './types.js';
import { createRepeats } from './repeats.js';

/** An image in an answer arrives in one event. */
const MAX_EVENT_CHARS = 33_554_432;

/**
 * Sends one request and yields the events of its answer. It is retried only while nothing of the answer has arrived.
 */
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
  {
    signal,
    onResponse,
    onAccepted,
    hasBegun,
    isThinking,
    hasEnded,
    framing = 'server-sent-events',
  }: StreamCallbacks,
  mask: KeyMask,
): AsyncGenerator<SseEvent, void, undefined> {
  const accept = framing === 'ndjson' ? 'application/x-ndjson' : 'text/event-stream';
  const maxEventChars = options.maxEventChars ?? MAX_EVENT_CHARS;
  const acceptance = watchAcceptance(signal, (head) => onAccepted?.(head));
  const repeats = createRepeats(options, request, signal, mask);
  for (;;) {
    const { wasRefused } = repeats;
    const opened = await openExchange({
      options,
      request,
      accept,
      signal,
      mask,
      wasRefused,
      hasEnded,
    });
    let failure: Failure;
    if ('response' in opened) {
      try {
        assertReadable(opened);
        const head = headOf(opened.response, mask);
        onResponse?.(head);
        acceptance.expect(head);
        let isBegun = hasBegun === undefined;
        if (!isBegun) opened.awaitAnswer();
        let refusal: Failure | undefined;
        const batches = readEvents(opened, { framing, maxEventChars });
        reading: for await (const events of hideInEvents(batches, mask)) {
          for (const event of events) {
            if (!isBegun) refusal = refusalOf(event, opened, mask);
            if (refusal) break reading;
            yield event;
            isBegun ||= hasBegun?.() === true;
            if (isBegun) {
              if (isThinking?.() === true) opened.awaitAnswer();
              else opened.noteAnswer();
              acceptance.accept();
            }
            throwIfAborted(signal);
          }
        }
        if (!refusal && opened.hasContent()) {
          acceptance.accept();
          return;
        }
        failure = refusal ?? { error: nothingCame(opened), mayRepeat: true };
      } catch (error) {
        failure = opened.failureOf(error);
        // Bytes that are not an answer do not mean a refusal: the server has accepted the request.
        if (failure.error.code === 'bad-response') acceptance.accept();
      } finally {
        acceptance.stop();
        opened.close();
      }
    } else {
      failure = opened;
    }
    await repeats.waitAfter(failure);
  }
}

/** Turns an error that arrives before the answer into the failure that its status would have caused. */
function refusalOf(
  event: SseEvent,
  { response, host }: Exchange,
  mask: KeyMask,
): Failure | undefined {
  const refusal = readRefusal(event);
  return (
    refusal &&
    errorFromResponse({
      status: refusal.status ?? response.status,
      headers: response.headers,
      text: event.data,
      said: refusal.said,
      host,
      knownKeys: mask.keys,
    })
  );
}

/** Returns what an app may see of a response whose body is read here. */
function headOf({ status, statusText, headers }: Response, mask: KeyMask): Response {
  return new Response(null, { status, statusText, headers: hideInHeaders(headers, mask) });
}

function nothingCame({ host, response: { status } }: Exchange): KitError {
  return new KitError('incomplete', {
    message: `${host} accepted the request but sent an empty answer. Try again.`,
    facts: { host, status, retryable: true },
  });
}
