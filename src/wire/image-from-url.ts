import { imageTypeOf } from '../internal/data-url.js';
import { withTrueType } from './true-label.js';
import type { ChatEvent } from './types.js';

/**
 * Returns an image of an answer, under the type of its bytes. A link has no bytes yet; `image/png` is what generators
 * usually produce.
 */
export function imageFromUrl(given: string): Extract<ChatEvent, { type: 'image-add' }> {
  const { url, mediaType = imageTypeOf(given) ?? 'image/png' } = withTrueType(given);
  return { type: 'image-add', url, mediaType };
}
