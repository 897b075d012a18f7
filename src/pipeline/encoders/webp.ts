import type { Encoder } from './types.js';

export const webp: Encoder = {
  mediaType: 'image/webp',
  keepsAlpha: true,
  hasQuality: true,
  encode: (canvas, quality, write) => write(canvas, 'image/webp', quality),
};
