/**
 * Five thousand quotes within each other are forty bytes of thought and a stack overflow in every parser. What nests is
 * counted before it is parsed, and everything deeper is flattened onto the deepest level.
 */
const MAX_NESTING = 24;

const MARKER = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** More of these in one paragraph than any prose has: their pairing is what takes a parser quadratic time. */
const MAX_MARKS = 400;
const MARKS = /[[\]*_~]/g;

export function limitNesting(source: string): string {
  const lines = source.split('\n').map(limitLine);
  const limited = lines.join('\n');
  const marks = limited.match(MARKS)?.length ?? 0;
  return marks > MAX_MARKS ? limited.replace(/([[\]*_~])\1{15,}/g, escapeRun) : limited;
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

function escapeRun(run: string): string {
  return run.replace(/./g, String.raw`\$&`);
}
