import { chunksOf } from './chunks-of.js';
import { decodeText } from './decode-text.js';
import { isJson } from './is-json.js';
import { tooLong } from './read-sse.js';
import type { SseEvent } from './read-sse.js';

export interface ReadNdjsonOptions {
  /** Longest line, in characters. A longer one ends the stream. @defaultValue 1_048_576 */
  maxLineChars?: number;
}

/**
 * Reads a stream of JSON lines, however the network cut it into chunks. Each line is returned as an event named
 * `message`; blank lines are skipped.
 *
 * A last line without its line end is returned if it is complete JSON, and dropped if it was truncated.
 *
 * @throws KitError `bad-response` for a line longer than the limit
 */
export async function* readNdjson(
  body: ReadableStream<Uint8Array>,
  options: ReadNdjsonOptions = {},
): AsyncGenerator<SseEvent, void, undefined> {
  for await (const events of parseNdjson(decodeText(chunksOf(body)), options)) yield* events;
}

/** Yields the lines of each piece of text together, so that many lines cost one `await`. */
export async function* parseNdjson(
  texts: AsyncIterable<string>,
  { maxLineChars = 1_048_576 }: ReadNdjsonOptions = {},
): AsyncGenerator<SseEvent[], void, undefined> {
  // Kept in pieces and joined once, so a long line in many chunks costs no more than its length.
  let pieces: string[] = [];
  let pendingChars = 0;
  for await (const text of texts) {
    const [first = '', ...others] = text.split('\n');
    pieces.push(first);
    pendingChars += first.length;
    const events: SseEvent[] = [];
    for (const other of others) {
      if (pendingChars > maxLineChars) break;
      const line = pieces.join('').trim();
      pieces = [other];
      pendingChars = other.length;
      if (line !== '') events.push({ event: 'message', data: line, id: '' });
    }
    if (events.length > 0) yield events;
    if (pendingChars > maxLineChars) throw tooLong(maxLineChars);
  }
  const rest = pieces.join('').trim();
  if (isJson(rest)) yield [{ event: 'message', data: rest, id: '' }];
}
