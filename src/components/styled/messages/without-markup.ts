/** Marks at the start of a line: fences, headings, quotes, the line under a table's head. */
const LINE_MARKS =
  /^[ \t]*(?:(?:`{3}|~{3}).*|#{1,6}[ \t]+|>[ \t]?|(?:\|[ \t]*)?:?-{3}[-:| \t]*$)/gm;
const BULLETS = /^([ \t]*)[*+-][ \t]+/gm;
const LINKS = /!?\[([^[\]\n]*)\]\([^()\n]*\)/g;
const EMPHASIS = /\*{2,3}|`|(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])/g;

/** Returns the words of an answer without most of markdown's marks, for the moment until it is rendered. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(LINE_MARKS, '')
    .replace(BULLETS, '$1• ')
    .replace(LINKS, '$1')
    .replace(EMPHASIS, '');
}
