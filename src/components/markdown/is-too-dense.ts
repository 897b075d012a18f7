/**
 * Parsers pair brackets and stars by backtracking over the text before them, so a paragraph of nothing but such marks
 * takes quadratic time. No prose has this many in one paragraph; a text that does is shown as plain text.
 */
const MAX_MARKS_PER_PARAGRAPH = 240;

const MARK = /[[\]*_~`&<@|\\]|:\/\/|www\./g;
const STARTS_ANEW = /^\s*(?:$|>|#|\||[-*+]\s|\d{1,9}[.)]\s)/;
const FENCE = /^\s*(?:`{3}|~{3})/;

export function isTooDense(block: string): boolean {
  let marks = 0;
  let isCode = false;
  for (const line of block.split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    if (isCode) continue;
    if (STARTS_ANEW.test(line)) marks = 0;
    marks += line.match(MARK)?.length ?? 0;
    if (marks > MAX_MARKS_PER_PARAGRAPH) return true;
  }
  return false;
}
