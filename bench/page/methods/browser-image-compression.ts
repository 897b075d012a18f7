import imageCompression from 'browser-image-compression';
import type { Method } from '../method.ts';

/** In its worker, which loads the library from the bench's own server. */
export const browserImageCompression: Method = {
  name: 'browser-image-compression',
  inFlight: 2,
  shrink: (photo, { maxSidePx, mediaType, quality }) =>
    imageCompression(photo, {
      maxWidthOrHeight: maxSidePx,
      fileType: mediaType,
      initialQuality: quality,
      useWebWorker: true,
      libURL: new URL('/peers/browser-image-compression.js', location.href).href,
    }),
};
