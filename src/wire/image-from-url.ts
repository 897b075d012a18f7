import type { ChatEvent } from './types.js';

/** A picture in an answer. A link does not tell its media type; `image/png` is what generators make. */
export function imageFromUrl(url: string): Extract<ChatEvent, { type: 'image-add' }> {
  const mediaType = /^data:(image\/[\w.+-]+)[;,]/i.exec(url)?.[1]?.toLowerCase() ?? 'image/png';
  return { type: 'image-add', url, mediaType };
}
