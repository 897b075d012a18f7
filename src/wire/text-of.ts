import type { ChatMessage, ChatRole } from '../messages/types.js';

/** Returns a message's text, for formats with one string for it. */
export function textOf({ parts }: ChatMessage): string {
  return parts
    .filter((part) => part.type === 'text')
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Returns the text of every message of a role, for formats that keep it apart from the conversation. */
export function textOfRole(messages: readonly ChatMessage[], role: ChatRole): string {
  return messages
    .filter((message) => message.role === role)
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n\n');
}
