import type { MessagePart } from '../messages/types.js';

/**
 * Returns the index of the text that an answer ends with, even if sources come after it; -1 if it does not end with
 * text.
 */
export function tornTextIndex(parts: readonly MessagePart[]): number {
  const index = parts.findLastIndex(({ type }) => type !== 'source');
  return parts[index]?.type === 'text' ? index : -1;
}
