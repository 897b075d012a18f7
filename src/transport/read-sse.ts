import { createParser } from 'eventsource-parser';
import { KitError } from '../errors.js';
import { chunksOf } from './chunks-of.js';
import { decodeText } from './decode-text.js';
import { isJson } from './is-json.js';
import { wholeOddLines } from './whole-odd-lines.js';

export interface SseEvent {
  /** `message` if the stream names none. */
  event: string;
  data: string;
  /** The last id that the stream sent, which may be that of an earlier event. */
  id: string;
}

export interface ReadSseOptions {
  /** Longest event, in characters. A longer one ends the stream. @defaultValue 1_048_576 */
  maxEventChars?: number;
}

const DEFAULT_MAX_EVENT_CHARS = 1_048_576;

/**
 * Reads server-sent events from a response body, however the network cut it into chunks, in time proportional to its
 * length.
 *
 * Ends without an error at the end of the stream; an event left without its closing blank line is dropped, as the
 * specification asks. Leaving the loop cancels the body.
 *
 * @throws KitError `bad-response` for an event longer than the limit
 */
export async function* readSse(
  body: ReadableStream<Uint8Array>,
  options: ReadSseOptions = {},
): AsyncGenerator<SseEvent, void, undefined> {
  for await (const events of parseSse(decodeText(chunksOf(body)), options)) yield* events;
}

interface ParseSseOptions extends ReadSseOptions {
  /**
   * Also returns what servers write against the specification: the last event without its blank line, if its data is
   * complete, events without blank lines between them, and errors that were written as a field `error` or as a bare line
   * of JSON. @defaultValue false
   */
  isLenient?: boolean;
}

/** Yields the events of each chunk of text as one array, so that many events cost one `await`. */
export async function* parseSse(
  texts: AsyncIterable<string>,
  { maxEventChars = DEFAULT_MAX_EVENT_CHARS, isLenient = false }: ParseSseOptions = {},
): AsyncGenerator<SseEvent[], void, undefined> {
  let events: SseEvent[] = [];
  let lastId = '';
  let isTooLong = false;
  // What arrives whole in one chunk never enters the parser's buffer, so the parser's own limit does not see it.
  const measure = (text: string): void => {
    isTooLong ||= text.length > maxEventChars;
  };
  const parser = createParser({
    // A line is buffered with its field name; an event is measured without it.
    maxBufferSize: maxEventChars + 'data: '.length,
    onId: (id) => {
      measure(id);
      lastId = id;
    },
    onEvent: ({ event = 'message', data }) => {
      measure(event);
      measure(data);
      if (isTooLong) return;
      for (const piece of isLenient ? piecesOf(data) : [data]) {
        events.push({ event, data: piece, id: lastId });
      }
    },
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') isTooLong = true;
      const { field, value = '', line = '' } = error;
      if (!isLenient || isTooLong || error.type !== 'unknown-field') return;
      if (field === 'error') events.push({ event: 'error', data: value, id: lastId });
      else if (isJson(line)) events.push({ event: 'message', data: line, id: lastId });
    },
  });
  // This blank line, which means nothing in a stream, makes the parser think that the start is over: otherwise it would
  // mistake the letters of a byte order mark for a mark.
  parser.feed('\n');
  for await (const text of isLenient ? wholeOddLines(texts) : texts) {
    parser.feed(text);
    if (events.length > 0) {
      const ready = events;
      events = [];
      yield ready;
    }
    if (isTooLong) throw tooLong(maxEventChars);
  }
  if (!isLenient) return;
  parser.feed('\n\n');
  const whole = events.filter(({ data }) => isWhole(data));
  if (whole.length > 0) yield whole;
}

const isWhole = (data: string): boolean => data.trim() === '[DONE]' || isJson(data);

const BETWEEN_EVENTS = /\n|(?<=\})data: ?(?=\{|\[DONE\])/;

/** Without blank lines between them, all events of a stream become one, with a line for each, or all in one line. */
function piecesOf(data: string): readonly string[] {
  if (!BETWEEN_EVENTS.test(data) || isJson(data)) return [data];
  const lines = data.split(BETWEEN_EVENTS);
  return lines.every(isWhole) ? lines : [data];
}

export function tooLong(maxChars: number): KitError {
  return new KitError('bad-response', {
    message: `The server sent one piece of more than ${maxChars} characters, so reading was stopped. Try again, or report it to the operator of the server.`,
    facts: { limit: maxChars },
  });
}
