import type { Connection } from '../chat/types.js';
import { loadPart } from '../internal/load-part.js';
import type { RemoveUpload, UploadImage } from './types.js';

const loadUploader = () => loadPart(() => import('./upload-image.js'));

/** Uploads to the Files API of the message endpoint, and deletes from it. */
export function providerUpload(connection: Connection): {
  upload: UploadImage;
  remove: RemoveUpload;
} {
  return {
    async upload({ bytes, name }, { signal, onProgress }) {
      const { uploadWhole } = await loadUploader();
      return uploadWhole(connection, bytes, { name, signal, onProgress });
    },
    async remove(image, { signal }) {
      const { deleteUploadedImage } = await loadUploader();
      if (image.kind === 'file-id') await deleteUploadedImage(connection, image.fileId, { signal });
    },
  };
}
