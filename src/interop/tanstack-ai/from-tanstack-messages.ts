import type { ConnectConnectionAdapter } from '@tanstack/ai-client';
import { createId } from '../../internal/create-id.js';
import type { ChatMessage, MessagePart } from '../../messages/index.js';
import { linkPart } from '../shared/link-part.js';
import { firstDetail } from '../shared/provider-metadata.js';

export type TanStackMessages = Parameters<ConnectConnectionAdapter['connect']>[0];
type TanStackMessage = TanStackMessages[number];

/** As far as it is read here; the parts of both kinds of messages fit it. */
interface ContentPart {
  type: string;
  content?: unknown;
  /** In place of the content, on its way to a server. */
  text?: unknown;
  source?: { type: string; value: string; mimeType?: string };
  metadata?: unknown;
}

/**
 * A conversation of TanStack AI, as its client has it or as it reaches the app's server, as neutral messages. Words and pictures are taken
 * over with their detail; what models think and tools do stays behind.
 */
export function fromTanStackMessages(messages: TanStackMessages): ChatMessage[] {
  return messages.flatMap((message: TanStackMessage): ChatMessage[] => {
    if (message.role === 'tool') return [];
    const id = 'id' in message ? message.id : createId();
    const parts = contentOf(message).flatMap((part, index) => toParts(part, `${id}-${index}`));
    return [{ id, role: message.role, parts }];
  });
}

function contentOf(message: TanStackMessage): readonly ContentPart[] {
  if ('parts' in message) return message.parts;
  const { content } = message;
  return typeof content === 'string' ? [{ type: 'text', content }] : (content ?? []);
}

function toParts(part: ContentPart, ownId: string): MessagePart[] {
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
