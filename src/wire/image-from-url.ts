import { imageTypeOf } from '../internal/data-url.js';
import { withTrueType } from './true-label.js';
import type { ImageAdd, ImageProgress } from './types.js';

/** Some routers leave “data:…;base64,” out. No address begins like the bytes of an image. */
const BARE_BASE64 = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD[dl]h|UklGR)[A-Za-z\d+/]{40}/;

/**
 * Returns an image of an answer, under the type of its bytes. A link has no bytes yet; `image/png` is what generators
 * usually produce.
 */
export function imageFromUrl(address: string): ImageAdd {
  const given = BARE_BASE64.test(address) ? `data:image/png;base64,${address}` : address;
  const { url, mediaType = imageTypeOf(given) ?? 'image/png' } = withTrueType(given);
  return { type: 'image-add', url, mediaType };
}

/** Returns the event for a preview of an image, under the type of its bytes. */
export function previewFromUrl(id: string, given: string): ImageProgress {
  const { url, mediaType } = imageFromUrl(given);
  return { type: 'image-progress', id, url, mediaType };
}

/** Returns the size of a text such as `1024x1536`; nothing for `auto`. */
export function sizeOf(text: string): { width?: number; height?: number } {
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  return size.width > 0 && size.height > 0 ? size : {};
}
