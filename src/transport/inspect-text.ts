import { compressedAnswer, isCompressed } from './compressed-answer.js';
import { createTextDecoder } from './decode-text.js';
import type { Exchange } from './exchange.js';
import { notAnAnswer } from './not-an-answer.js';

const HTML_LINE = /(?:^|[\r\n])\s*<(?:!doctype\s|html[\s>])/i;
const TAIL_CHARS = 16;

/**
 * The text of a stream, looked at on the way: notes the first that belongs to the answer (blank lines and comments only
 * keep a connection alive), and stops where a line begins like a web page, which inside JSON no line does.
 */
export async function* inspectText(exchange: Exchange): AsyncGenerator<string, void, undefined> {
  const decode = createTextDecoder();
  let tail = '\n';
  let hasContent = false;
  let isComment = false;
  for await (const chunk of exchange.chunks()) {
    const text = decode(chunk);
    if (!hasContent && isCompressed(text)) throw compressedAnswer(exchange.host);
    if (text.includes('<') || tail.includes('<')) {
      if (HTML_LINE.test(tail + text)) throw notAnAnswer(exchange);
    }
    tail = (text.length < TAIL_CHARS ? tail + text : text).slice(-TAIL_CHARS);
    if (!hasContent) {
      ({ hasContent, isComment } = scan(text, isComment));
      if (hasContent) exchange.noteContent();
    }
    yield text;
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
