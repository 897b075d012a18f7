import type { Connection } from '../chat/index.js';
import { loadPart } from '../internal/load-part.js';
import type { UploadImage } from './upload-types.js';

const loadUploader = () => loadPart(() => import('../endpoint/upload-image.js'));

/** Uploads to the files of the endpoint that the messages go to. Nothing where it keeps none. */
export function createProviderUpload(connection: Connection): UploadImage | undefined {
  if (!connection.wire.files) return undefined;
  return async ({ bytes, name }, { signal, onProgress }) => {
    const { uploadImage } = await loadUploader();
    return uploadImage(connection, bytes, { name, signal, onProgress });
  };
}
