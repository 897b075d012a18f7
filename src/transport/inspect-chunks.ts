import { notAnAnswer } from './not-an-answer.js';
import type { Exchange } from './exchange.js';

const HTML_LINE = /(?:^|[\r\n])\s*<(?:!doctype\s|html[\s>])/i;
const TAIL_CHARS = 16;

/**
 * Passes the bytes of a stream on, and looks at them on the way: notes the first that belong to the answer (blank lines
 * and comments only keep a connection alive), and stops where a line begins like a web page, which inside JSON no line
 * does.
 */
export async function* inspectChunks(
  exchange: Exchange,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder();
  let tail = '\n';
  let hasContent = false;
  let isComment = false;
  for await (const chunk of exchange.chunks()) {
    const text = decoder.decode(chunk, { stream: true });
    const withTail = tail + text;
    if (withTail.includes('<') && HTML_LINE.test(withTail)) throw notAnAnswer(exchange);
    tail = withTail.slice(-TAIL_CHARS);
    if (!hasContent) {
      ({ hasContent, isComment } = scan(text, isComment));
      if (hasContent) exchange.noteContent();
    }
    yield chunk;
  }
}

function scan(text: string, startsInComment: boolean): { hasContent: boolean; isComment: boolean } {
  let isComment = startsInComment;
  for (const char of text) {
    if (char === '\n' || char === '\r') isComment = false;
    else if (char === ':') isComment = true;
    else if (!isComment && char.trim() !== '') return { hasContent: true, isComment };
  }
  return { hasContent: false, isComment };
}
