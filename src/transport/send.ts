import { openExchange } from './exchange.js';
import type { Exchange } from './exchange.js';
import { notAnAnswer } from './not-an-answer.js';
import { mediaTypeOf } from './read-events.js';
import { toStream } from './to-stream.js';
import type { TransportOptions, TransportRequest } from './types.js';
import { waitToRepeat } from './wait-to-repeat.js';

/** One request, sent again as the rules of `createTransport` say, and its response. */
export async function send(
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
