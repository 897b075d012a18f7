/** Fences, and the line under the head of a table. */
const LINES = /^[ \t]*(?:(?:`{3}|~{3}).*|(?:\|[ \t]*)?:?-{3}[-:| \t]*)$\n?/gm;
const LINE_MARKS = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)/gm;
const ROWS = /^[ \t]*\|(.*)\|[ \t]*$/gm;
const BULLETS = /^([ \t]*)[*+-][ \t]+/gm;
const LINKS = /!?\[([^[\]\n]*)\]\([^()\n]*\)/g;
const EMPHASIS = /\*{2,3}|`|(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])/g;

/** Returns the words of an answer without most of markdown's marks, for the moment until it is rendered. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(LINES, '')
    .replace(LINE_MARKS, '')
    .replace(ROWS, (_, cells: string) => cells.trim().replaceAll(' | ', ' · '))
    .replace(BULLETS, '$1• ')
    .replace(LINKS, '$1')
    .replace(EMPHASIS, '');
}
