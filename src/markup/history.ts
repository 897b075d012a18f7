import type { Markup } from './types.js';

/** Undo and redo. Markups share what did not change between them, so a step costs little memory. */
export interface MarkupHistory {
  past: readonly Markup[];
  present: Markup;
  future: readonly Markup[];
  /** Group of the last step. */
  group?: string | undefined;
}

const MAX_STEPS = 200;

export function startHistory(present: Markup): MarkupHistory {
  return { past: [], present, future: [] };
}

/**
 * Records a step and discards what was undone before it.
 *
 * @param group consecutive steps of one group, such as letters typed into one text, are undone together
 */
export function record(history: MarkupHistory, next: Markup, group?: string): MarkupHistory {
  const { past, present } = history;
  if (next === present) return history;
  const isSameStep = group !== undefined && group === history.group;
  const before = isSameStep ? past : [...past.slice(1 - MAX_STEPS), present];
  return { past: before, present: next, future: [], group };
}

export function undo(history: MarkupHistory): MarkupHistory {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before
    ? { past: past.slice(0, -1), present: before, future: [present, ...future] }
    : history;
}

export function redo(history: MarkupHistory): MarkupHistory {
  const { past, present, future } = history;
  const [after, ...later] = future;
  return after ? { past: [...past, present], present: after, future: later } : history;
}
