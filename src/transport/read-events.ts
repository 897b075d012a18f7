/** Chooses how a successful response is read: as the framing says, or as what it turns out to be. */
import type { Exchange } from './exchange.js';
import { inspectText } from './inspect-text.js';
import { notAnAnswer } from './not-an-answer.js';
import { parseNdjson } from './read-ndjson.js';
import { parseSse, tooLong } from './read-sse.js';
import type { SseEvent } from './read-sse.js';

export interface ReadEventsOptions {
  framing: 'server-sent-events' | 'ndjson';
  maxEventChars: number;
}

type Texts = AsyncGenerator<string, void, undefined>;
type EventBatches = AsyncGenerator<SseEvent[], void, undefined>;

const READABLE_TYPES =
  /^(?:text\/(?:event-stream|plain)|application\/(?:[\w.-]*json[\w.-]*|octet-stream))$/;

/** @throws KitError `bad-response` for a response that claims to be something else than an answer, as a web page */
export function assertReadable(exchange: Exchange): void {
  const mediaType = mediaTypeOf(exchange.response);
  if (mediaType !== '' && !READABLE_TYPES.test(mediaType)) throw notAnAnswer(exchange);
}

/**
 * The events of each chunk together.
 *
 * @throws KitError `bad-response` for a web page that begins in the middle, and for an event over the limit
 */
export function readEvents(
  exchange: Exchange,
  { framing, maxEventChars }: ReadEventsOptions,
): EventBatches {
  const texts = inspectText(exchange);
  if (framing === 'ndjson') return parseNdjson(texts, { maxLineChars: maxEventChars });
  return mediaTypeOf(exchange.response) === 'text/event-stream'
    ? parseSse(texts, { maxEventChars })
    : readUnlabelled(texts, maxEventChars);
}

/** A server that does not stream answers with one JSON document, which is then the one event. */
async function* readUnlabelled(texts: Texts, maxEventChars: number): EventBatches {
  let start = '';
  while (start.trim() === '') {
    const { done, value } = await texts.next();
    if (done === true) return;
    start += value;
  }
  if (!/^\s*[{[]/.test(start)) {
    yield* parseSse(chain(start, texts), { maxEventChars });
    return;
  }
  const pieces = [start];
  let chars = start.length;
  for await (const text of texts) {
    pieces.push(text);
    chars += text.length;
    if (chars > maxEventChars) throw tooLong(maxEventChars);
  }
  yield [{ event: 'message', data: pieces.join('').trim(), id: '' }];
}

async function* chain(first: string, rest: Texts): Texts {
  yield first;
  yield* rest;
}

export function mediaTypeOf(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
