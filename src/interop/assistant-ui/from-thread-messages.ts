import type { ImageMessagePart, ThreadMessage } from '@assistant-ui/react';
import type { ChatMessage, MessagePart } from '../../messages/index.js';
import { linkPart } from '../shared/link-part.js';
import { detailOf, factsOf } from '../shared/provider-metadata.js';

type Part = ThreadMessage['content'][number];

/**
 * A conversation of assistant-ui as neutral messages: the pictures of a question first, then its words, each picture
 * with its detail. Of another file its name is left in its place; what models think and tools do stays behind.
 */
export function fromThreadMessages(messages: readonly ThreadMessage[]): ChatMessage[] {
  return messages.map((message) => {
    const attached = (message.attachments ?? []).flatMap(({ content }) => content);
    const parts: readonly Part[] = [...attached, ...message.content];
    return {
      id: message.id,
      role: message.role,
      parts: parts.flatMap((part, index) => toMessageParts(part, `${message.id}-${index}`)),
    };
  });
}

function toMessageParts(part: Part, id: string): MessagePart[] {
  switch (part.type) {
    case 'text':
      return part.text === '' ? [] : [{ type: 'text', text: part.text }];
    case 'image':
      return [toImagePart(part, id)];
    case 'file':
      return part.mimeType.startsWith('image/')
        ? [toImagePart({ ...part, type: 'image', image: asAddress(part) }, id)]
        : [{ type: 'text', text: `[file: ${part.filename ?? part.mimeType}]` }];
    default:
      return [];
  }
}

function toImagePart(part: ImageMessagePart, id: string): MessagePart {
  return linkPart(part.image, {
    id,
    detail: detailOf(part),
    ...(part.filename !== undefined && { name: part.filename }),
    ...factsOf(part),
  });
}

/** Bytes of a file part are base64 alone, or a data URL. */
function asAddress({ data, mimeType }: { data: string; mimeType: string }): string {
  return /^(?:data|https?):/.test(data) ? data : `data:${mimeType};base64,${data}`;
}
