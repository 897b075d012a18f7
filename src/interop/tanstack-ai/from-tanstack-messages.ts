import { createId } from '../../internal/create-id.js';
import type { ChatMessage, MessagePart } from '../../messages/types.js';
import { linkPart } from '../shared/link-part.js';
import { firstDetail } from '../shared/provider-metadata.js';
import type { TanStackMessageLike, TanStackPartLike } from './types.js';

/**
 * Converts a conversation of TanStack AI, in the form of its client or as it reaches the app's server, to
 * neutral messages. Text and images are kept with their detail; reasoning and tool calls are dropped.
 */
export function fromTanStackMessages(messages: readonly TanStackMessageLike[]): ChatMessage[] {
  return messages.flatMap((message): ChatMessage[] => {
    if (message.role === 'tool') return [];
    const id = message.id ?? createId();
    const parts = contentOf(message).flatMap((part, index) => toParts(part, `${id}-${index}`));
    return [{ id, role: message.role, parts }];
  });
}

function contentOf({ parts, content }: TanStackMessageLike): readonly TanStackPartLike[] {
  if (parts) return parts;
  return typeof content === 'string' ? [{ type: 'text', content }] : (content ?? []);
}

function toParts(part: TanStackPartLike, ownId: string): MessagePart[] {
  const { type, source, metadata } = part;
  if (type === 'text') {
    const text = part.content ?? part.text;
    return typeof text === 'string' && text !== '' ? [{ type: 'text', text }] : [];
  }
  if (type !== 'image' || !source) return [];
  const { id, detail, width, height, name, alt, legend } = (metadata ?? {}) as Record<
    string,
    unknown
  >;
  const { value, mimeType = 'image/jpeg' } = source;
  const url = source.type === 'data' ? `data:${mimeType};base64,${value}` : value;
  return [
    linkPart(url, {
      id: typeof id === 'string' ? id : ownId,
      mediaType: mimeType,
      detail: firstDetail([detail]),
      ...(typeof width === 'number' && { width }),
      ...(typeof height === 'number' && { height }),
      ...(typeof name === 'string' && { name }),
      ...(typeof alt === 'string' && { alt }),
      ...(typeof legend === 'string' && { legend }),
    }),
  ];
}
