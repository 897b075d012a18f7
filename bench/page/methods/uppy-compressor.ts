import UppyCompressor from '@uppy/compressor';
import Uppy from '@uppy/core';
import type { Method } from '../method.ts';

/** The plugin as Uppy runs it before an upload; it has its own queue of ten. */
export const uppyCompressor: Method = {
  name: '@uppy/compressor',
  inFlight: 20,
  async shrink(photo, { maxSidePx, mediaType, quality }) {
    const uppy = new Uppy();
    uppy.use(UppyCompressor, {
      maxWidth: maxSidePx,
      maxHeight: maxSidePx,
      mimeType: mediaType,
      quality,
      convertSize: Number.POSITIVE_INFINITY,
    });
    const id = uppy.addFile({ name: photo.name, type: photo.type, data: photo });
    await uppy.upload();
    const { data } = uppy.getFile(id);
    uppy.destroy();
    if (!(data instanceof Blob)) throw new Error('no data');
    return data;
  },
};
