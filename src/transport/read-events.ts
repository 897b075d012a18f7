/** Chooses how a successful response is read: by its framing, or by what it turns out to be. */
import type { Exchange } from './exchange.js';
import { inspectText } from './inspect-text.js';
import { isJson } from './is-json.js';
import { notAnAnswer, plainText } from './not-an-answer.js';
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
  /^(?:text\/(?:event-stream|plain|html)|application\/(?:[\w.+-]*json[\w.-]*|octet-stream))$/;

/** A line of a stream of events, or one that only keeps the connection alive. */
const FIELD = /^(?:event|data|id|retry)?:|^(?:event|data|id|retry)$/m;

/** No line inside JSON begins like this, because its strings hold no line ends. */
const EVENT_LINE = /[\r\n](?=(?:event|data|id|retry):)/;

/**
 * @throws KitError `bad-response` for a response that claims to be something other than an answer, such as a web page
 */
export function assertReadable(exchange: Exchange): void {
  const mediaType = mediaTypeOf(exchange.response);
  if (mediaType !== '' && !READABLE_TYPES.test(mediaType)) throw notAnAnswer(exchange);
}

/**
 * Yields the events of each chunk together.
 *
 * @throws KitError `bad-response` for a web page that begins in the middle, and for an event over the limit
 */
export function readEvents(
  exchange: Exchange,
  { framing, maxEventChars }: ReadEventsOptions,
): EventBatches {
  // The label that scripts on a server leave as it is. What they send is an answer if it begins like one.
  const isPage = mediaTypeOf(exchange.response) === 'text/html';
  const texts = inspectText(exchange, isPage);
  return framing === 'ndjson'
    ? readLinesOrDocument(texts, maxEventChars)
    : readEventsOrDocument(exchange, texts, maxEventChars);
}

/** Reads JSON lines, or a single document: errors can span many lines even if an answer would be JSON lines. */
async function* readLinesOrDocument(texts: Texts, maxLineChars: number): EventBatches {
  let start = '';
  let hasText = false;
  let hasLine = false;
  while (!hasLine) {
    const { done, value } = await texts.next();
    if (done === true) break;
    start += value;
    // Each character is looked at once: the first line may be an image of megabytes, in many chunks.
    hasLine = (hasText ? value : value.trimStart()).includes('\n');
    hasText ||= value.trim() !== '';
    if (start.length > maxLineChars) throw tooLong(maxLineChars);
  }
  const isLines = isJson(start.trim().split('\n', 1)[0] ?? '');
  if (isLines || !/^\s*[{[]/.test(start)) {
    yield* parseNdjson(chain(start, texts), { maxLineChars });
    return;
  }
  const text = await textOf(start, texts, maxLineChars);
  if (isJson(text)) yield [{ event: 'message', data: text.trim(), id: '' }];
  else yield* parseNdjson(chain(text), { maxLineChars });
}

/**
 * Reads events, or the single JSON document of a server that does not stream, as one event, whatever its content type.
 * A line after it that looks like a field of an event ends the document; one that is not JSON as a whole may be lines
 * of JSON.
 */
async function* readEventsOrDocument(
  exchange: Exchange,
  texts: Texts,
  maxEventChars: number,
): EventBatches {
  const sseOptions = { maxEventChars, isLenient: true };
  let start = '';
  let hasText = false;
  while (!hasText) {
    const { done, value } = await texts.next();
    if (done === true) return;
    start += value;
    hasText = value.trim() !== '';
  }
  if (!/^\s*[{[]/.test(start)) {
    let isEmpty = true;
    for await (const events of parseSse(chain(start, texts), sseOptions)) {
      isEmpty = false;
      yield events;
    }
    if (isEmpty && !FIELD.test(start) && start.trim() !== 'null') throw plainText(exchange);
    return;
  }
  const text = await textOf(start, texts, maxEventChars);
  const end = EVENT_LINE.exec(text)?.index ?? text.length;
  if (end === text.length && !isJson(text) && isJson(text.trim().split('\n', 1)[0] ?? '')) {
    yield* parseSse(chain(text), sseOptions);
    return;
  }
  yield [{ event: 'message', data: text.slice(0, end).trim(), id: '' }];
  if (end < text.length) yield* parseSse(chain(text.slice(end)), sseOptions);
}

async function textOf(start: string, rest: Texts, maxChars: number): Promise<string> {
  const pieces = [start];
  let chars = start.length;
  for await (const text of rest) {
    pieces.push(text);
    chars += text.length;
    if (chars > maxChars) throw tooLong(maxChars);
  }
  return pieces.join('');
}

async function* chain(first: string, rest?: Texts): Texts {
  try {
    yield first;
    if (rest) yield* rest;
  } finally {
    // A caller that stops after the first piece closes the rest, too.
    await rest?.return(undefined);
  }
}

export function mediaTypeOf(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
