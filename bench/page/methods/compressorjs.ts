import Compressor from 'compressorjs';
import type { Method } from '../method.ts';

export const compressorjs: Method = {
  name: 'compressorjs',
  inFlight: 20,
  shrink: (photo, { maxSidePx, mediaType, quality }) =>
    new Promise((resolve, reject) => {
      // oxlint-disable-next-line no-new -- the constructor is this library's interface
      new Compressor(photo, {
        maxWidth: maxSidePx,
        maxHeight: maxSidePx,
        mimeType: mediaType,
        quality,
        convertSize: Number.POSITIVE_INFINITY,
        success: resolve,
        error: reject,
      });
    }),
};
