import type { MessagePart } from '../messages/types.js';

/** Index of the text that an answer ends with, whatever sources stand behind it; -1 for an answer that ends otherwise. */
export function tornTextIndex(parts: readonly MessagePart[]): number {
  const index = parts.findLastIndex(({ type }) => type !== 'source');
  return parts[index]?.type === 'text' ? index : -1;
}
