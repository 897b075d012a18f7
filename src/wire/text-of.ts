import type { ChatMessage, ChatRole } from '../messages/types.js';

/** A message's text, where the format has one string for it. */
export function textOf({ parts }: ChatMessage): string {
  return parts
    .filter((part) => part.type === 'text')
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The text of every message of a role, where the format keeps it apart from the conversation. */
export function textOfRole(messages: readonly ChatMessage[], role: ChatRole): string {
  return messages
    .filter((message) => message.role === role)
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n\n');
}
