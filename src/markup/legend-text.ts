import type { Mark } from './types.js';

/** Returns the number that a box displays: its position among the boxes, from 1. */
export function boxNumber(marks: readonly Mark[], id: string): number {
  return marks.filter(({ type }) => type === 'box').findIndex((box) => box.id === id) + 1;
}

/**
 * Returns the legend of the numbers in an image, one line each: `1: …`. Boxes without a text are omitted; the
 * result is empty if none has one.
 */
export function legendText(marks: readonly Mark[]): string {
  return marks
    .filter((mark) => mark.type === 'box')
    .map(({ text }, index) => [index + 1, text.replaceAll(/\s+/g, ' ').trim()] as const)
    .filter(([, text]) => text !== '')
    .map(([number, text]) => `${number}: ${text}`)
    .join('\n');
}
