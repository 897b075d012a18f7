import type { Encoder } from './types.js';

export const jpeg: Encoder = {
  mediaType: 'image/jpeg',
  keepsAlpha: false,
  hasQuality: true,
  encode: (canvas, quality, write) => write(canvas, 'image/jpeg', quality),
};
