import type { ChatMessage, Problem } from '../messages/types.js';
import { imagesOf } from '../messages/change-images.js';
import { canRefit } from './refit-images.js';

/** Whether resizing or converting images solves a problem. This needs no decision by the user. */
export function isFixable(
  { severity, fix, imageId }: Problem,
  messages: readonly ChatMessage[],
): boolean {
  // What is only advised against is refused by some servers, and a margin takes nothing away.
  const isWanted =
    fix === 'enlarge' || (severity === 'error' && (fix === 'shrink' || fix === 'convert'));
  if (!isWanted) return false;
  return imagesOf(messages).some(
    (image) => canRefit(image) && (imageId === undefined || image.id === imageId),
  );
}
