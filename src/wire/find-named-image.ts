import type { ChatMessage, ImagePart, MessagePart } from '../messages/types.js';
import { imagesFirst } from './images-first.js';
import { imagesToUser } from './images-to-user.js';
import { inTurns } from './in-turns.js';
import type { NamedPlace } from './named-place.js';

/** Formats that keep the system text out of the list of messages, and put pictures before text. */
const APART = ['anthropic-messages', 'gemini-generate'];

/** The picture that stood at a place of the request that was made from these messages. */
export function findNamedImage(
  messages: readonly ChatMessage[],
  wire: string,
  { messageIndex, partIndex }: NamedPlace,
): ImagePart | undefined {
  if (messageIndex === undefined) return undefined;
  const isApart = APART.includes(wire);
  const roles = wire === 'gemini-generate' ? (['user', 'assistant'] as const) : undefined;
  const sent = inTurns(imagesToUser(messages, [], roles), [])
    .filter(({ role }) => !(isApart && role === 'system'))
    .map(({ parts }) => (isApart ? imagesFirst(parts) : parts).filter(isSent))
    .filter((parts) => parts.length > 0);
  const parts = sent[messageIndex] ?? [];
  if (partIndex !== undefined) {
    const part = parts[partIndex];
    return part?.type === 'image' ? part : undefined;
  }
  const images = parts.filter((part) => part.type === 'image');
  return images.length === 1 ? images[0] : undefined;
}

function isSent(part: MessagePart): boolean {
  return part.type === 'image' || part.text !== '';
}
