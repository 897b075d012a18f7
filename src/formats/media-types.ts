import type { ImageMediaType } from './types.js';

/** What the kit tells apart. */
export const imageMediaTypes: readonly ImageMediaType[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/bmp',
  'image/avif',
  'image/heic',
  'image/svg+xml',
];
