import { withTrueType } from './true-label.js';
import type { ChatEvent } from './types.js';

/** An image in an answer, under the label of its bytes. A link does not tell; `image/png` is what generators make. */
export function imageFromUrl(given: string): Extract<ChatEvent, { type: 'image-add' }> {
  const { url, mediaType = labelOf(given) } = withTrueType(given);
  return { type: 'image-add', url, mediaType };
}

function labelOf(url: string): string {
  return /^data:(image\/[\w.+-]+)[;,]/i.exec(url)?.[1]?.toLowerCase() ?? 'image/png';
}
