/**
 * Finds math before markdown is parsed, which would remove the backslash from `\(` and read `a*b*c` as emphasis. Math is
 * replaced by characters that markdown gives no meaning to, and found again in the parsed tree (`remark-math.ts`).
 */
export interface Math {
  /** As it was written, with its delimiters. */
  source: string;
  tex: string;
  /** Whether it has a line of its own. */
  isDisplay: boolean;
}

const START = '\uf8f0';
const END = '\uf8f1';
/** Characters are moved here from ASCII, into the area for private use. */
const OFFSET = 0xe000;

const CODE = String.raw`(\`+)[^\`][\s\S]*?(?<!\`)\1(?!\`)`;
const ESCAPED = String.raw`\\[$\\]`;

const CODE_OR_MATH = new RegExp(
  [
    CODE,
    String.raw`\\\([\s\S]*?\\\)`,
    String.raw`\\\[[\s\S]*?\\\]`,
    ESCAPED,
    String.raw`\$\$[\s\S]*?\$\$`,
    // Prices are not math: "$5 or $6", "US$5".
    String.raw`(?<![\w$])\$(?![\s$])[^$\n]{0,200}?(?<![\s\\])\$(?![\d$])`,
  ].join('|'),
  'g',
);

/** Math at the end of a text that is still being written. A single dollar counts if TeX follows it. */
const UNFINISHED = new RegExp(
  [
    CODE,
    '`[^`]*$',
    ESCAPED,
    String.raw`(?:\\\(|\\\[|\$\$)[\s\S]*$`,
    String.raw`(?<![\w$])\$(?![\s$\d])(?=[^$\n]*(?:\\[a-zA-Z]|\^))[^$\n]{0,200}$`,
  ].join('|'),
  'g',
);

const MARKED = new RegExp(`${START}([^${END}]*)${END}`, 'g');
const ASCII_MARK = /[\n !-/:-@[-`{-~]/g;
const MOVED_MARK = /[\ue000-\ue07f]/g;
/** What stands before the text of a line within a quote or a list. */
const QUOTE = /^[ \t]*(?:>[ \t]?)+/;

/** Replaces the math of a text by marks. `isOpen`: the end of the text is still being written. */
export function markMath(source: string, isOpen: boolean): string {
  if (!/[\\$]/.test(source) || /^ {0,3}(?:`{3}|~{3})/.test(source)) return source;
  const finished = source.replace(CODE_OR_MATH, (span, _ticks, at: number) =>
    isMath(span, source[at + span.length]) ? mark(span, source, at) : span,
  );
  if (!isOpen) return finished;
  return finished.replace(UNFINISHED, (span, _ticks, at: number) =>
    // What was found in it before is part of it.
    /^(?:\\[([]|\$)/.test(span) && span !== '\\$' ? mark(unmarkMath(span), finished, at) : span,
  );
}

/** Splits a text with marks into text and math. */
export function splitMath(text: string): (string | Math)[] {
  return text
    .split(new RegExp(`(${START}[^${END}]*${END})`))
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith(START) ? readMath(unmarkMath(piece)) : piece));
}

/** Returns the text as it was, for places where math has no meaning, such as the address of a link. */
export function unmarkMath(text: string): string {
  if (!text.includes(START)) return text;
  return text.replace(MARKED, (_marked, moved: string) =>
    moved.replace(MOVED_MARK, (character) =>
      String.fromCodePoint((character.codePointAt(0) ?? OFFSET) - OFFSET),
    ),
  );
}

function isMath(span: string, next: string | undefined): boolean {
  if (span.startsWith('`') || /^\\[$\\]/.test(span)) return false;
  if (!span.startsWith('$') || span.startsWith('$$')) return true;
  const inner = span.slice(1, -1);
  const hasWord = /(?<![\\a-zA-Z{])[a-zA-Z]{2,}/.test(inner);
  // "$5, or 4$", "$PATH:$HOME" and the like.
  return !(hasWord && !inner.includes('\\') && (/^\d/.test(inner) || /[a-zA-Z]/.test(next ?? '')));
}

function mark(span: string, text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const quote = QUOTE.test(text.slice(lineStart, at)) ? /\n[ \t]*(?:>[ \t]?)+/g : undefined;
  const whole = quote ? span.replace(quote, '\n') : span;
  const moved = whole.replace(ASCII_MARK, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + OFFSET),
  );
  return START + moved + END;
}

const DELIMITERS = [
  ['$$', '$$'],
  ['\\[', '\\]'],
  ['\\(', '\\)'],
  ['$', '$'],
] as const;

function readMath(source: string): Math {
  const [open, close] = DELIMITERS.find(([start]) => source.startsWith(start)) ?? ['', ''];
  const isClosed = source.length > open.length && source.endsWith(close);
  return {
    source,
    tex: source.slice(open.length, isClosed ? -close.length : undefined).trim(),
    isDisplay: open === '$$' || open === '\\[',
  };
}
