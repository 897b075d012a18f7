import { imageTypeOf } from '../../internal/data-url.js';
import type { ChatMessage, ImagePart, MessagePart } from '../../messages/types.js';
import { detailOf, factsOf } from '../shared/provider-metadata.js';
import type { UIMessageLike, UIMessagePartLike } from './types.js';

/**
 * Converts a conversation of `useChat` to neutral messages. Text and images are kept with their detail; other
 * files are replaced by their names; reasoning and tool calls are dropped.
 */
export function fromUIMessages(messages: readonly UIMessageLike[]): ChatMessage[] {
  return messages.map(({ id, role, parts }) => ({
    id,
    role,
    parts: parts.flatMap((part, index): MessagePart[] => {
      if (part.type === 'text') return part.text ? [{ type: 'text', text: part.text }] : [];
      return part.type === 'file' ? [toMessagePart(part, `${id}-${index}`)] : [];
    }),
  }));
}

function toMessagePart(part: UIMessagePartLike, id: string): MessagePart {
  const { mediaType = '', filename, url = '', providerReference = {} } = part;
  if (!/^image(\/|$)/.test(mediaType)) {
    return { type: 'text', text: `[file: ${filename ?? mediaType}]` };
  }
  const [fileId] = Object.values(providerReference);
  return {
    type: 'image',
    id,
    // The AI SDK allows `image` alone, in which case the type in the data URL counts.
    mediaType: (imageTypeOf(url) ?? mediaType) as ImagePart['mediaType'],
    data: fileId === undefined ? { kind: 'url', url } : { kind: 'file-id', fileId },
    detail: detailOf(part),
    ...(filename !== undefined && { name: filename }),
    ...factsOf(part),
  };
}
