/**
 * Extracts the images and the visible text from HTML, as another page or a word processor puts it into a
 * clipboard. It is parsed as text, tag by tag, and never becomes elements, so nothing in it loads, runs, or
 * needs Trusted Types. An image may be embedded in it with millions of letters, so no regular expression here
 * backtracks.
 */

export interface HtmlImage {
  alt: string;
  /** Attributes of the `<img>`, by lower-case name. */
  attributes: ReadonlyMap<string, string>;
  /** Attributes of each `<source>` of the `<picture>` around it. */
  sources: ReadonlyArray<ReadonlyMap<string, string>>;
}

export interface HtmlContent {
  images: HtmlImage[];
  /** The visible text, with single spaces. */
  text: string;
  /** Whether it contains table cells, as from a spreadsheet. */
  hasTable: boolean;
}

const MAX_SOURCES = 50;

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const UNSEEN_ELEMENTS = new Set([
  'head',
  'style',
  'script',
  'title',
  'template',
  'noscript',
  'xml',
]);

export function readHtml(html: string): HtmlContent {
  const images: HtmlImage[] = [];
  let sources: Array<ReadonlyMap<string, string>> = [];
  let hasTable = false;
  const words: string[] = [];
  let unseenUntil: string | undefined;
  let at = 0;
  while (at < html.length) {
    const tagAt = findTag(html, at);
    if (!unseenUntil) words.push(html.slice(at, tagAt));
    if (tagAt === html.length) break;
    at = tagEnd(html, tagAt);
    const name = tagName(html, tagAt);
    if (unseenUntil) {
      if (name === unseenUntil) unseenUntil = undefined;
    } else if (UNSEEN_ELEMENTS.has(name)) {
      unseenUntil = `/${name}`;
    } else if (name === 'img') {
      const attributes = readAttributes(html, tagAt + name.length + 1, at);
      images.push({ alt: attributes.get('alt') ?? '', attributes, sources });
    } else if (name === 'source') {
      // Without the end of a picture, those of the rest of the page would count for each of its images.
      if (sources.length < MAX_SOURCES)
        sources.push(readAttributes(html, tagAt + name.length + 1, at));
    } else {
      if (name.endsWith('picture')) sources = [];
      hasTable ||= name === 'table';
      // Keeps the words of two cells apart.
      words.push(' ');
    }
  }
  return { images, text: decodeEntities(words.join('')).replace(/\s+/g, ' ').trim(), hasTable };
}

/** Finds a bracket followed by a letter, slash, exclamation or question mark; any other is text. */
function findTag(html: string, from: number): number {
  let at = html.indexOf('<', from);
  while (at >= 0 && !/[a-z/!?]/i.test(html[at + 1] ?? '')) at = html.indexOf('<', at + 1);
  return at < 0 ? html.length : at;
}

function tagName(html: string, tagAt: number): string {
  return /^\/?[a-z][a-z0-9:-]*/i.exec(html.slice(tagAt + 1, tagAt + 32))?.[0].toLowerCase() ?? '';
}

/** Returns the offset just after the tag. A bracket between quotation marks does not end it. */
function tagEnd(html: string, tagAt: number): number {
  if (html.startsWith('<!--', tagAt)) return after(html, '-->', tagAt + 4);
  let at = tagAt + 1;
  while (at < html.length && html[at] !== '>') {
    const letter = html[at];
    const isQuote = (letter === '"' || letter === "'") && html[at - 1] === '=';
    at = isQuote && letter ? after(html, letter, at + 1) : at + 1;
  }
  return Math.min(at + 1, html.length);
}

function after(html: string, words: string, from: number): number {
  const at = html.indexOf(words, from);
  return at < 0 ? html.length : at + words.length;
}

function readAttributes(html: string, from: number, end: number): Map<string, string> {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < end) {
    const equalsAt = html.indexOf('=', at);
    if (equalsAt < 0 || equalsAt >= end) break;
    const name = html
      .slice(Math.max(at, equalsAt - 40), equalsAt)
      .trim()
      .split(/[\s"'/]/)
      .at(-1);
    let valueAt = equalsAt + 1;
    while (valueAt < end && isSpace(html, valueAt)) valueAt++;
    const quote = html[valueAt];
    const isQuoted = quote === '"' || quote === "'";
    if (isQuoted) {
      valueAt += 1;
      const closingAt = html.indexOf(quote, valueAt);
      at = closingAt < 0 ? end : Math.min(closingAt, end);
    } else {
      at = valueAt;
      while (at < end && !isSpace(html, at) && html[at] !== '>') at++;
    }
    const value = html.slice(valueAt, at);
    if (isQuoted) at += 1;
    if (name) attributes.set(name.toLowerCase(), decodeEntities(value).trim());
  }
  return attributes;
}

const isSpace = (html: string, at: number): boolean => html.charCodeAt(at) <= 0x20;

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
