import type { ChatMessage, MessagePart } from '../messages/index.js';

/** Pictures that are no longer sent leave their name in their place. */
export function withoutImages(
  messages: readonly ChatMessage[],
  ids: ReadonlySet<string>,
): readonly ChatMessage[] {
  if (ids.size === 0) return messages;
  return messages.map((message) =>
    message.parts.some((part) => part.type === 'image' && ids.has(part.id))
      ? { ...message, parts: message.parts.map((part) => withoutImage(part, ids)) }
      : message,
  );
}

function withoutImage(part: MessagePart, ids: ReadonlySet<string>): MessagePart {
  if (part.type === 'text' || !ids.has(part.id)) return part;
  return { type: 'text', text: `[picture left out: ${part.name ?? 'unnamed'}]` };
}
