import { imageTypeOf } from '../internal/data-url.js';
import { withTrueType } from './true-label.js';
import type { ChatEvent } from './types.js';

/** An image in an answer, under the label of its bytes. A link does not tell; `image/png` is what generators make. */
export function imageFromUrl(given: string): Extract<ChatEvent, { type: 'image-add' }> {
  const { url, mediaType = imageTypeOf(given) ?? 'image/png' } = withTrueType(given);
  return { type: 'image-add', url, mediaType };
}
