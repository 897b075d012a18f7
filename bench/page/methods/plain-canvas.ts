import type { Method } from '../method.ts';

/** What most tutorials show: an `<img>`, a canvas, `toBlob`. */
export const plainCanvas: Method = {
  name: 'plain <img> + canvas',
  inFlight: 20,
  async shrink(photo, { width, height, mediaType, quality }) {
    const url = URL.createObjectURL(photo);
    try {
      const image = new Image();
      const loaded = new Promise<void>((resolve, reject) => {
        image.addEventListener('load', () => resolve(), { once: true });
        image.addEventListener('error', () => reject(new Error('not decoded')), { once: true });
      });
      image.src = url;
      await loaded;
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      return await new Promise<Blob>((resolve, reject) => {
        canvas.toBlob(
          (blob) => (blob ? resolve(blob) : reject(new Error('not encoded'))),
          mediaType,
          quality,
        );
      });
    } finally {
      URL.revokeObjectURL(url);
    }
  },
};
