import { openExchange } from './exchange.js';
import type { Exchange } from './exchange.js';
import { hideInChunks, hideInError, hideInHeaders } from './hide-keys.js';
import type { KeyMask } from './key-mask.js';
import { notAnAnswer } from './not-an-answer.js';
import { mediaTypeOf } from './read-events.js';
import { toStream } from './to-stream.js';
import type { TransportOptions, TransportRequest } from './types.js';
import { createRepeats } from './repeats.js';

/** Sends one request, retried by the rules of `createTransport`, and returns its response. */
export async function send(
  options: TransportOptions,
  request: TransportRequest,
  signal: AbortSignal | undefined,
  mask: KeyMask,
): Promise<Response> {
  const accept = 'application/json';
  try {
    const repeats = createRepeats(options, request, signal, mask);
    for (;;) {
      const { wasRefused } = repeats;
      const opened = await openExchange({ options, request, accept, signal, mask, wasRefused });
      if ('response' in opened) return guarded(opened, mask);
      await repeats.waitAfter(opened);
    }
  } catch (error) {
    throw hideInError(error, mask);
  }
}

/** Returns the same response with keys masked, its body under the time limits and with typed errors. */
function guarded(exchange: Exchange, mask: KeyMask): Response {
  const { response } = exchange;
  if (/html/.test(mediaTypeOf(response))) {
    exchange.close();
    throw notAnAnswer(exchange);
  }
  exchange.noteContent();
  const { status, statusText } = response;
  const body = response.body && toStream(typedChunks(exchange, mask));
  return new Response(body, { status, statusText, headers: hideInHeaders(response.headers, mask) });
}

async function* typedChunks(
  exchange: Exchange,
  mask: KeyMask,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* hideInChunks(exchange.chunks(), mask);
  } catch (error) {
    throw hideInError(exchange.failureOf(error).error, mask);
  } finally {
    exchange.close();
  }
}
