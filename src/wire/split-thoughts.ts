/**
 * Local servers without a parser for the model's template leave its thinking in the text, between two marks. Only marks at
 * the beginning of an answer are read: later ones are what the model writes about.
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
      removedChars = held.length - begun.length + mark.open.length;
      held = begun.slice(mark.open.length);
      return readThoughts();
    }
    if (MARKS.some(({ open }) => open.startsWith(begun))) return [];
    place = 'text';
    return said(held);
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
      if (event.type !== 'text-delta' || place === 'text') return [event];
      held += event.text;
      if (place === 'start') return readStart();
      return place === 'thoughts' ? readThoughts() : readGap();
    },
    flush() {
      const rest = held;
      held = '';
      return place === 'thoughts' ? thought(rest.trimEnd()) : said(rest);
    },
  };
}

/** Returns the length of the end of a text that may belong to the closing mark and the blank space before it. */
function pendingLength(text: string, close: string): number {
  let marked = Math.min(close.length - 1, text.length);
  while (marked > 0 && !text.endsWith(close.slice(0, marked))) marked -= 1;
  const before = text.slice(0, text.length - marked);
  return text.length - before.trimEnd().length;
}
