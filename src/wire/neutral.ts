import { KitError } from '../errors.js';
import { foreignPartMessage, foreignPartType } from '../internal/foreign-part.js';
import type { ChatMessage, FilePart, ImagePart, TextPart } from '../messages/types.js';

/**
 * The parts of a conversation that a provider accepts back. Thinking, sources and tool calls belong to the server that
 * sent them.
 */
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

/** Returns the messages without the parts that no provider accepts back. */
export function sentMessages(messages: readonly ChatMessage[]): readonly SentMessage[] {
  return messages.map((message) => ({ ...message, parts: message.parts.filter(isSentPart) }));
}

function isSentPart(part: ChatMessage['parts'][number]): part is SentPart {
  return part.type === 'text' || part.type === 'image' || part.type === 'file';
}
