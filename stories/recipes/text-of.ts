import type { ChatMessage } from '../../src/index.js';

/** The words of a message. */
export const textOf = ({ parts }: ChatMessage): string =>
  parts.flatMap((part) => (part.type === 'text' ? part.text : [])).join('\n');
