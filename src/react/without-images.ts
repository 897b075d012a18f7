import { renumberMentions } from '../messages/mentions.js';
import type { ChatMessage, MessagePart } from '../messages/index.js';

/** Pictures that are no longer sent leave their name in their place. */
export function withoutImages(
  messages: readonly ChatMessage[],
  ids: ReadonlySet<string>,
): readonly ChatMessage[] {
  if (ids.size === 0) return messages;
  return messages.map((message) => {
    const order = message.parts.flatMap((part) => (part.type === 'image' ? [part.id] : []));
    const left = order.filter((id) => !ids.has(id));
    if (left.length === order.length) return message;
    return { ...message, parts: message.parts.map((part) => withoutImage(part, order, left)) };
  });
}

function withoutImage(
  part: MessagePart,
  order: readonly string[],
  left: readonly string[],
): MessagePart {
  if (part.type === 'text') return { ...part, text: renumberMentions(part.text, order, left) };
  if (left.includes(part.id)) return part;
  return { type: 'text', text: `[picture left out: ${part.name ?? 'unnamed'}]` };
}
