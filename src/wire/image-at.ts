import type { ChatMessage, ImagePart } from '../messages/types.js';
import { imagesFirst } from './images-first.js';
import { imagesToUser } from './images-to-user.js';
import { inTurns } from './in-turns.js';
import type { NamedPlace } from './named-place.js';
import { sentMessages, type SentPart } from './neutral.js';
import type { RequestLayout } from './types.js';

/** Returns the image at a position of the request that a format with this layout builds from the messages. */
export function imageAt(
  { messageIndex, partIndex }: NamedPlace,
  messages: readonly ChatMessage[],
  { isSystemApart = false, isImagesFirst = false, rolesWithImages }: RequestLayout = {},
): ImagePart | undefined {
  if (messageIndex === undefined) return undefined;
  const sent = inTurns(imagesToUser(sentMessages(messages), [], rolesWithImages), [])
    .filter(({ role }) => !(isSystemApart && role === 'system'))
    .map(({ parts }) => (isImagesFirst ? imagesFirst(parts) : parts).filter(isSent))
    .filter((parts) => parts.length > 0);
  return imageIn(sent[messageIndex] ?? [], partIndex);
}

function imageIn(
  parts: readonly SentPart[],
  partIndex: NamedPlace['partIndex'],
): ImagePart | undefined {
  if (partIndex !== undefined) {
    const part = parts[partIndex];
    return part?.type === 'image' ? part : undefined;
  }
  const images = parts.filter((part) => part.type === 'image');
  return images.length === 1 ? images[0] : undefined;
}

function isSent(part: SentPart): boolean {
  return part.type !== 'text' || part.text !== '';
}
