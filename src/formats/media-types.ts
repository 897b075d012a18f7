import type { ImageMediaType } from './types.js';

/** What every current browser paints in an `<img>`. An SVG is not among them, since it is checked first: it could stop the page. */
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
