import type { Encoder } from './types.js';

export const png: Encoder = {
  mediaType: 'image/png',
  keepsAlpha: true,
  hasQuality: false,
  encode: (canvas, _quality, write) => write(canvas, 'image/png'),
};
