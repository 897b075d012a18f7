import type { ChatMessage } from './types.js';

/**
 * Puts the system text first and replaces a system message at the start of the messages. Blank text changes
 * nothing.
 */
export function withSystem(messages: readonly ChatMessage[], system = ''): readonly ChatMessage[] {
  if (system.trim() === '') return messages;
  const rest = messages[0]?.role === 'system' ? messages.slice(1) : messages;
  return [{ id: 'system', role: 'system', parts: [{ type: 'text', text: system }] }, ...rest];
}
