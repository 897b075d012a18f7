import type { ChatMessage, ImagePart, Problem } from '../messages/index.js';
import { canRemake } from './remake-image.js';

/** Whether a problem goes when pictures are made smaller or converted, which needs nobody's decision. */
export function isMendable(
  { severity, fix, imageId }: Problem,
  messages: readonly ChatMessage[],
): boolean {
  if (severity !== 'error' || (fix !== 'shrink' && fix !== 'convert')) return false;
  return imagesOf(messages).some(
    (image) => canRemake(image) && (imageId === undefined || image.id === imageId),
  );
}

export function imagesOf(messages: readonly ChatMessage[]): ImagePart[] {
  return messages.flatMap(({ parts }) => parts.filter((part) => part.type === 'image'));
}
