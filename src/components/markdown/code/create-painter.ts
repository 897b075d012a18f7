import type { Grammar } from './grammars.js';
import type { CodeToken } from './read-token-html.js';

/** Code with its colours. Groups stay the same objects while code is added behind them. */
export interface PaintedCode {
  groups: readonly (readonly CodeToken[])[];
  /** What may still change with the code behind it. */
  tail: readonly CodeToken[];
  /** Whether a part has no colours yet: `advance` adds them. */
  isBehind: boolean;
}

export interface CodeToPaint {
  text: string;
  grammar: Grammar | undefined;
  /** Whether more of it is coming. */
  isGrowing: boolean;
}

export interface Painter {
  /** Returns the code with the colours that are there. What a stream added since the last call is coloured at once. */
  paint: (code: CodeToPaint) => PaintedCode;
  /** Colours a few milliseconds' worth of the code. */
  advance: (code: CodeToPaint) => void;
}

const GROUP_CHARACTERS = 2000;
/** What a stream adds between two renders is coloured at once. */
const AT_ONCE_CHARACTERS = 500;
/** What is coloured without a break: a few milliseconds. */
const STEP_CHARACTERS = 2000;

/**
 * Colours code that grows, each line once. A line is settled when the grammar is at its root behind it. Within a long
 * comment or string it is not: those lines are read again when they have grown by an eighth, which keeps the cost linear.
 */
export function createPainter(): Painter {
  let source = '';
  let grammarBefore: Grammar | undefined;
  let groups: readonly CodeToken[][] = [];
  let groupCharacters = 0;
  let settledEnd = 0;
  /** Tokens of the lines behind the settled ones, and where they end. */
  let pending: readonly CodeToken[] = [];
  let pendingEnd = 0;

  function take({ text, grammar }: CodeToPaint): void {
    if (grammar !== grammarBefore || !text.startsWith(source)) {
      groups = [];
      groupCharacters = 0;
      settledEnd = 0;
      pending = [];
      pendingEnd = 0;
    }
    source = text;
    grammarBefore = grammar;
  }

  function settle(tokens: readonly CodeToken[], end: number): void {
    const last = groups.at(-1);
    const isRoomy = last !== undefined && groupCharacters < GROUP_CHARACTERS;
    groups = isRoomy ? [...groups.slice(0, -1), [...last, ...tokens]] : [...groups, [...tokens]];
    groupCharacters = (isRoomy ? groupCharacters : 0) + end - settledEnd;
    settledEnd = end;
    pending = [];
    pendingEnd = end;
  }

  function step(code: string, grammar: Grammar): void {
    // Past what was read without success, or the same lines would be read for ever.
    const from = Math.max(settledEnd + STEP_CHARACTERS, pendingEnd + (pendingEnd - settledEnd) / 8);
    const newline = code.indexOf('\n', from);
    const end = newline < 0 ? code.length : newline + 1;
    const linesEnd = newline < 0 ? code.lastIndexOf('\n') + 1 : end;
    if (linesEnd > settledEnd) {
      const { tokens, isAtRoot } = grammar.read(code.slice(settledEnd, linesEnd));
      if (isAtRoot) settle(tokens, linesEnd);
    }
    if (end > settledEnd) {
      pending = grammar.read(code.slice(settledEnd, end)).tokens;
      pendingEnd = end;
    }
  }

  const isDue = ({ text, isGrowing }: CodeToPaint): boolean => {
    const pendingCharacters = pendingEnd - settledEnd;
    return (
      text.length > pendingEnd &&
      (!isGrowing ||
        pendingCharacters < STEP_CHARACTERS ||
        text.length - pendingEnd > pendingCharacters / 8)
    );
  };

  return {
    paint(code) {
      const { text, grammar } = code;
      take(code);
      if (!grammar) return { groups, tail: [{ text, kind: undefined }], isBehind: false };
      if (text.length - pendingEnd <= AT_ONCE_CHARACTERS && isDue(code)) step(text, grammar);
      const rest = text.slice(pendingEnd);
      // Behind a comment that is still open, it continues.
      const kind = pendingEnd > settledEnd ? pending.at(-1)?.kind : undefined;
      return {
        groups,
        tail: rest === '' ? pending : [...pending, { text: rest, kind }],
        isBehind: isDue(code),
      };
    },
    advance(code) {
      take(code);
      if (code.grammar && isDue(code)) step(code.text, code.grammar);
    },
  };
}
