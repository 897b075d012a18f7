import { KitError } from '../errors.js';
import { foreignPartMessage, foreignPartType } from '../internal/foreign-part.js';
import type { ChatMessage, FilePart, ImagePart, TextPart } from '../messages/types.js';

/** What of a conversation a provider takes back. Thoughts, sources and tool calls belong to the server that gave them. */
export type SentPart = TextPart | ImagePart | FilePart;

export interface SentMessage extends ChatMessage {
  parts: readonly SentPart[];
}

/** @throws KitError `unsupported-by-wire` for a part in a provider's own shape */
export function neutral(messages: readonly ChatMessage[]): readonly SentMessage[] {
  for (const { id, parts } of messages) {
    for (const [index, part] of parts.entries()) {
      const type = foreignPartType(part);
      if (type === undefined) continue;
      throw new KitError('unsupported-by-wire', {
        message: foreignPartMessage(id, index, type),
      });
    }
  }
  return sentMessages(messages);
}

/** The messages without the parts that no provider takes back. */
export function sentMessages(messages: readonly ChatMessage[]): readonly SentMessage[] {
  return messages.map((message) => ({ ...message, parts: message.parts.filter(isSentPart) }));
}

function isSentPart(part: ChatMessage['parts'][number]): part is SentPart {
  return part.type === 'text' || part.type === 'image' || part.type === 'file';
}
