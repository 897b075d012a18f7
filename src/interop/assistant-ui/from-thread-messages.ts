import type { ChatMessage, MessagePart } from '../../messages/types.js';
import { linkPart } from '../shared/link-part.js';
import { detailOf, factsOf } from '../shared/provider-metadata.js';
import type { ThreadMessageLike, ThreadMessagePartLike } from './types.js';

/**
 * Converts a conversation of assistant-ui to neutral messages: the images of a question first, then its text,
 * each image with its detail. Other files are replaced by their names; reasoning and tool calls are dropped.
 */
export function fromThreadMessages(messages: readonly ThreadMessageLike[]): ChatMessage[] {
  return messages.map((message) => {
    const attached = (message.attachments ?? []).flatMap(({ content = [] }) => content);
    const parts = [...attached, ...message.content];
    return {
      id: message.id,
      role: message.role,
      parts: parts.flatMap((part, index) => toMessageParts(part, `${message.id}-${index}`)),
    };
  });
}

function toMessageParts(part: ThreadMessagePartLike, id: string): MessagePart[] {
  const { type, text, image, data, mimeType = '', filename } = part;
  switch (type) {
    case 'text':
      return text ? [{ type: 'text', text }] : [];
    case 'image':
      return image === undefined ? [] : [toImagePart(part, image, id)];
    case 'file':
      return mimeType.startsWith('image/') && typeof data === 'string'
        ? [toImagePart(part, asAddress(data, mimeType), id)]
        : [{ type: 'text', text: `[file: ${filename ?? mimeType}]` }];
    default:
      return [];
  }
}

function toImagePart(part: ThreadMessagePartLike, address: string, id: string): MessagePart {
  return linkPart(address, {
    id,
    detail: detailOf(part),
    ...(part.filename !== undefined && { name: part.filename }),
    ...factsOf(part),
  });
}

/** The bytes of a file part are plain base64, or a data URL. */
function asAddress(data: string, mimeType: string): string {
  return /^(?:data|https?):/.test(data) ? data : `data:${mimeType};base64,${data}`;
}
