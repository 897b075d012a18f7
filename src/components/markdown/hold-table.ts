const BAR = /^\s*\|/;
const BLANK_LINE = /\n[ \t\r]*\n/g;
/** The line under the head, also while it arrives. */
const DELIMITER = /^[\s|:-]*$/;
/** A longer line that begins with a bar is prose. */
const MAX_HEAD_CHARACTERS = 240;

/**
 * Returns a text that grows without the row of a table that is not complete at its end, and without the table until the
 * line under its head is complete: rows appear whole, and no bar is visible before there is a table.
 */
export function holdTable(text: string): string {
  let start = 0;
  for (const { index } of text.matchAll(BLANK_LINE)) start = index + 1;
  const lines = text.slice(start).split('\n');
  const isBetweenLines = lines.at(-1)?.trim() === '';
  const end = isBetweenLines ? lines.length - 1 : lines.length;
  const first = lines.slice(0, end).findLastIndex((line) => !BAR.test(line)) + 1;
  const [head, delimiter, ...rows] = lines.slice(first, end);
  const until = (line: number): string => text.slice(0, start) + lines.slice(0, line).join('\n');
  if (head === undefined || head.length > MAX_HEAD_CHARACTERS) return text;
  if (delimiter !== undefined && !DELIMITER.test(delimiter)) return text;
  if (delimiter === undefined) return until(first);
  const isWhole = isBetweenLines || isRow(rows.at(-1) ?? '', head);
  if (isWhole) return text;
  return until(rows.length > 0 ? end - 1 : first);
}

/** Whether a line without an end is a whole row: closed, with as many cells as the head. */
function isRow(line: string, head: string): boolean {
  return /(?<!\\)\|\s*$/.test(line) && countBars(line) >= countBars(head);
}

function countBars(row: string): number {
  return (row.match(/(?<!\\)\|/g) ?? []).length;
}
