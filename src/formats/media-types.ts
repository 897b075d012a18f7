import type { ImageMediaType } from './types.js';

/**
 * Formats that every current browser paints in an `<img>`. SVG is not among them, since it could freeze the
 * page and is checked first.
 */
export const paintableMediaTypes: readonly ImageMediaType[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/bmp',
  'image/avif',
];

/** Media types that the kit recognises. */
export const imageMediaTypes: readonly ImageMediaType[] = [
  ...paintableMediaTypes,
  'image/heic',
  'image/jxl',
  'image/x-icon',
  'image/tiff',
  'image/jp2',
  'image/svg+xml',
];
