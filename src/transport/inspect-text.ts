import { compressedAnswer, isCompressed } from './compressed-answer.js';
import { createTextDecoder } from './decode-text.js';
import type { Exchange } from './exchange.js';
import { notAnAnswer } from './not-an-answer.js';

/** Matches from a line's end, because what is kept of the previous chunk may start in the middle of a line. */
const HTML_LINE = /[\r\n][^\S\r\n]*<(?:!doctype\s|html[\s>])/i;
const TAIL_CHARS = 16;
/** The first letter of a field of an event, of a comment or of JSON. */
const ANSWER_START = /^\s*(?:[deir:{[]|$)/;

/**
 * Passes the text of a stream through while inspecting it: notes the first text that belongs to the answer (blank lines
 * and comments only keep a connection alive), and stops where a line begins like a web page, which no line inside JSON
 * does. Text before that line, even in the same chunk, belongs to the answer and is read.
 *
 * @param isLabelledPage - whether the label says that this is a web page
 */
export async function* inspectText(
  exchange: Exchange,
  isLabelledPage = false,
): AsyncGenerator<string, void, undefined> {
  const decode = createTextDecoder();
  let tail = '\n';
  let hasContent = false;
  let isComment = false;
  for await (const chunk of exchange.chunks()) {
    const text = decode(chunk);
    if (!hasContent && isCompressed(text)) throw compressedAnswer(exchange.host);
    if (!hasContent && isLabelledPage && !ANSWER_START.test(text)) throw notAnAnswer(exchange);
    const mayHoldPage = text.includes('<') || tail.includes('<');
    const pageAt = mayHoldPage ? startOfPage(tail + text) : -1;
    const own = pageAt < 0 ? text : text.slice(0, Math.max(0, pageAt - tail.length));
    tail = (text.length < TAIL_CHARS ? tail + text : text).slice(-TAIL_CHARS);
    if (!hasContent) {
      ({ hasContent, isComment } = scan(own, isComment));
      if (hasContent) exchange.noteContent();
    }
    if (own !== '') yield own;
    if (pageAt >= 0) throw notAnAnswer(exchange);
  }
}

function startOfPage(text: string): number {
  const line = HTML_LINE.exec(text);
  return line ? text.indexOf('<', line.index) : -1;
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
