/** Errors are short. A longer line is not held back. */
const MAX_LINE_CHARS = 65_536;

/**
 * Passes text on so that a line of JSON or a field `error`, which no event has, arrives in one piece: the parser skips
 * the rest of an unknown line that comes in several.
 */
export async function* wholeOddLines(
  texts: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  let held = '';
  let isAtStart = true;
  for await (const text of texts) {
    const all = held + text;
    const lineStart = Math.max(all.lastIndexOf('\n'), all.lastIndexOf('\r')) + 1;
    const mayBeOdd: boolean = (lineStart > 0 || isAtStart) && /[{[e]/.test(all.charAt(lineStart));
    const end: number =
      mayBeOdd && all.length - lineStart < MAX_LINE_CHARS ? lineStart : all.length;
    held = all.slice(end);
    if (end > 0) {
      isAtStart = end === lineStart;
      yield all.slice(0, end);
    }
  }
  if (held !== '') yield `${held}\n`;
}
