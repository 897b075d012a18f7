/**
 * Five thousand nested quotes are one line of text and a stack overflow in every parser. Nesting is counted before
 * parsing, and everything deeper is flattened onto the deepest level.
 */
const MAX_NESTING = 24;

const MARKER = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

export function limitNesting(source: string): string {
  return source.split('\n').map(limitLine).join('\n');
}

function limitLine(line: string): string {
  let position = 0;
  let depth = 0;
  let keptEnd = 0;
  for (;;) {
    MARKER.lastIndex = position;
    if (!MARKER.test(line)) break;
    position = MARKER.lastIndex;
    depth += 1;
    if (depth <= MAX_NESTING) keptEnd = position;
  }
  return depth <= MAX_NESTING ? line : line.slice(0, keptEnd) + line.slice(position);
}
