/**
 * Local servers without a parser for the model's template leave its thinking in the text, between two marks. Only marks at
 * the beginning of an answer are read: later ones are what the model writes about. Where the template itself begins the
 * thinking, as those of DeepSeek R1 and Qwen3 Thinking do, only the mark at its end arrives, on a line of its own.
 */
import type { ChatEvent } from './types.js';

const MARKS = [
  { open: '<think>', close: '</think>' },
  { open: '<seed:think>', close: '</seed:think>' },
  { open: '<thought>', close: '</thought>' },
  { open: '[THINK]', close: '[/THINK]' },
  { open: '◁think▷', close: '◁/think▷' },
  {
    open: '<|channel|>analysis<|message|>',
    close: '<|end|><|start|>assistant<|channel|>final<|message|>',
  },
] as const;

const END_MARK = MARKS[0].close;
const END_LINE = /\n[ \t]*<\/think>[ \t]*\n/;
/** The end of a text that may become such a line. */
const MAYBE_END_LINE = /\n[ \t]*(?:<(?:\/(?:t(?:h(?:i(?:n(?:k(?:>[ \t]*)?)?)?)?)?)?)?)?$/;

export interface ThoughtSplitter {
  /** Returns what an event stands for. Text that may belong to a mark is held back. */
  split: (event: ChatEvent) => readonly ChatEvent[];
  /** Returns what was held back, once nothing follows. */
  flush: () => readonly ChatEvent[];
}

export function createThoughtSplitter(): ThoughtSplitter {
  let place: 'start' | 'thoughts' | 'gap' | 'text' = 'start';
  let held = '';
  let close: string = MARKS[0].close;
  let hasThoughts = false;
  /** How much shorter the text is than the server counts. */
  let removedChars = 0;
  /** The text before a mark at the end of thinking, as long as one may come. */
  let unmarked: string | undefined = '';

  function thought(text: string): ChatEvent[] {
    const shown = hasThoughts ? text : text.trimStart();
    if (shown === '') return [];
    hasThoughts = true;
    return [{ type: 'reasoning-delta', text: shown }];
  }

  function readStart(): ChatEvent[] {
    const begun = held.trimStart();
    const mark = MARKS.find(({ open }) => begun.startsWith(open));
    if (mark) {
      close = mark.close;
      place = 'thoughts';
      unmarked = undefined;
      removedChars = held.length - begun.length + mark.open.length;
      held = begun.slice(mark.open.length);
      return readThoughts();
    }
    if (begun.startsWith(END_MARK)) {
      place = 'gap';
      unmarked = undefined;
      removedChars = held.length - begun.length + END_MARK.length;
      held = begun.slice(END_MARK.length);
      return readGap();
    }
    if ([END_MARK, ...MARKS.map(({ open }) => open)].some((one) => one.startsWith(begun)))
      return [];
    place = 'text';
    return readText();
  }

  /** Everything before the mark was thinking, although it was already passed on as text. */
  function readText({ isOver = false } = {}): ChatEvent[] {
    if (unmarked === undefined) return said(held);
    const line = END_LINE.exec(isOver ? `${held}\n` : held);
    if (line && isOutsideCode(unmarked + held.slice(0, line.index))) {
      const end = line.index + line[0].length;
      const last = held.slice(0, line.index);
      removedChars += unmarked.length + Math.min(end, held.length);
      unmarked = undefined;
      place = 'gap';
      const rest = held.slice(end);
      const events = said(last);
      held = rest;
      return [...events, { type: 'text-was-reasoning' }, ...readGap()];
    }
    const pending = isOver ? '' : (MAYBE_END_LINE.exec(held)?.[0] ?? '');
    const text = held.slice(0, held.length - pending.length);
    unmarked += text;
    const events = said(text);
    held = pending;
    return events;
  }

  function readThoughts(): ChatEvent[] {
    const end = held.indexOf(close);
    if (end < 0) {
      const pending = pendingLength(held, close);
      const shown = held.slice(0, held.length - pending);
      removedChars += shown.length;
      held = held.slice(shown.length);
      return thought(shown);
    }
    const last = thought(held.slice(0, end).trimEnd());
    removedChars += end + close.length;
    held = held.slice(end + close.length);
    place = 'gap';
    return [...last, ...readGap()];
  }

  /** The blank lines between the thoughts and the answer. */
  function readGap(): ChatEvent[] {
    const text = held.trimStart();
    removedChars += held.length - text.length;
    held = '';
    if (text === '') return [];
    place = 'text';
    return said(text);
  }

  function said(text: string): ChatEvent[] {
    held = '';
    return text === '' ? [] : [{ type: 'text-delta', text }];
  }

  return {
    split(event) {
      if (event.type === 'source-add' && event.range && removedChars > 0) {
        const { range, ...source } = event;
        const start = range.start - removedChars;
        return [
          start < 0 ? source : { ...source, range: { start, end: range.end - removedChars } },
        ];
      }
      // A server that tells thinking apart leaves none in the text.
      if (event.type === 'reasoning-delta') unmarked = undefined;
      if (event.type !== 'text-delta') return [event];
      held += event.text;
      if (place === 'start') return readStart();
      if (place === 'text') return readText();
      return place === 'thoughts' ? readThoughts() : readGap();
    },
    flush() {
      if (place === 'start' || place === 'text') return readText({ isOver: true });
      const rest = held;
      held = '';
      return place === 'thoughts' ? thought(rest.trimEnd()) : said(rest);
    },
  };
}

/** Whether a mark after a text is none that the model writes about. */
function isOutsideCode(text: string): boolean {
  const fences = text.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0;
  return fences % 2 === 0 && MARKS.every(({ open }) => !text.includes(open));
}

/** Returns the length of the end of a text that may belong to the closing mark and the blank space before it. */
function pendingLength(text: string, close: string): number {
  let marked = Math.min(close.length - 1, text.length);
  while (marked > 0 && !text.endsWith(close.slice(0, marked))) marked -= 1;
  const before = text.slice(0, text.length - marked);
  return text.length - before.trimEnd().length;
}
