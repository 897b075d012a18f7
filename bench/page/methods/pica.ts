import createPica from 'pica';
import type { Method } from '../method.ts';

const pica = createPica();

/** `createImageBitmap`, then pica with its default filter and its own workers. */
export const picaResize: Method = {
  name: 'pica',
  inFlight: 1,
  async shrink(photo, { width, height, mediaType, quality }) {
    const bitmap = await createImageBitmap(photo);
    try {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      await pica.resize(bitmap, canvas);
      return await pica.toBlob(canvas, mediaType, quality);
    } finally {
      bitmap.close();
    }
  },
};
