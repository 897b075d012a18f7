import type { ImagePart } from '../../messages/types.js';
import { createPrepareFile, type FileImageOptions } from '../shared/prepare-file.js';
import { toDataUrl } from '../shared/to-data-url.js';

/** What CopilotKit's `onUpload` returns. */
export interface ImageUploadResult {
  type: 'data';
  /** Base64 of the prepared image. */
  value: string;
  mimeType: string;
  /** Passed with the image as the `metadata` of its part. */
  metadata: Pick<ImagePart, 'id' | 'detail' | 'width' | 'height'>;
}

export type OnUpload = (file: File) => Promise<ImageUploadResult>;

/**
 * Prepares the images of CopilotKit's composer for the model, in a worker: `<CopilotChat attachments={{
 * enabled: true, accept: 'image/*', onUpload: createOnUpload({ model: 'gpt-5.6' }) }} />`.
 *
 * A file that is not an image, or cannot be read, rejects with a `KitError`, whose message CopilotKit passes
 * to `onUploadFailed`.
 */
export function createOnUpload(options: FileImageOptions = {}): OnUpload {
  const prepareFile = createPrepareFile(options);
  return async (file) => {
    const image = await prepareFile(file);
    const { id, mediaType, detail, width, height } = image;
    const url = await toDataUrl(image);
    return {
      type: 'data',
      value: url.slice(url.indexOf(',') + 1),
      mimeType: mediaType,
      metadata: {
        id,
        detail,
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
      },
    };
  };
}
