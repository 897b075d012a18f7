import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';

/**
 * Decodes the pixels of an image, upright. The caller must close the result.
 *
 * @throws KitError `damaged`
 */
export async function openImage(source: Blob, signal?: AbortSignal): Promise<ImageBitmap> {
  throwIfAborted(signal);
  const bitmap = await decode(source);
  if (signal?.aborted) bitmap.close();
  throwIfAborted(signal);
  return bitmap;
}

async function decode(source: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new KitError('damaged', {
      message:
        'This image cannot be opened for marking up: this browser cannot read it. Save it as JPEG or PNG, and add that file.',
      cause,
    });
  }
}
