import type { ChatMessage, Problem } from '../messages/types.js';
import { imagesOf } from '../messages/change-images.js';
import { canRefit } from './refit-images.js';

/** Whether a problem goes when images are made smaller or converted, which needs nobody's decision. */
export function isFixable(
  { severity, fix, imageId }: Problem,
  messages: readonly ChatMessage[],
): boolean {
  if (severity !== 'error' || (fix !== 'shrink' && fix !== 'convert')) return false;
  return imagesOf(messages).some(
    (image) => canRefit(image) && (imageId === undefined || image.id === imageId),
  );
}
