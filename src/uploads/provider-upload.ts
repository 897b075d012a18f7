import type { Connection } from '../chat/types.js';
import { deleteUploadedImage, uploadWhole } from './upload-image.js';
import type { RemoveUpload, UploadImage } from './types.js';

/** Uploads to the Files API of the message endpoint, and deletes from it. */
export function providerUpload(connection: Connection): {
  upload: UploadImage;
  remove: RemoveUpload;
} {
  return {
    async upload({ bytes, name }, { signal, onProgress }) {
      return uploadWhole(connection, bytes, { name, signal, onProgress });
    },
    async remove(image, { signal }) {
      if (image.kind === 'file-id') await deleteUploadedImage(connection, image.fileId, { signal });
    },
  };
}
