import type { UploadedImage } from './uploaded-image.js';
import { KitError } from '../errors.js';
import { sleep, untilAborted } from '../internal/abort.js';
import type { RemoveUpload, UploadProblem } from './types.js';

const PATIENCE_MS = 30_000;
const RETRY_AFTER_MS = 500;

/** Deletes an uploaded image, with one retry. Never rejects: an image that could not be deleted is reported. */
export async function discardUpload(
  image: UploadedImage,
  remove: RemoveUpload,
  onProblem: ((problem: UploadProblem) => void) | undefined,
): Promise<void> {
  try {
    await removeInTime(image, remove).catch(async () => {
      await sleep(RETRY_AFTER_MS);
      await removeInTime(image, remove);
    });
  } catch (cause) {
    const error = KitError.is(cause)
      ? cause
      : new KitError('unreachable', { message: 'The image could not be deleted.', cause });
    onProblem?.({
      code: 'upload-not-deleted',
      message:
        'An image that was uploaded and not sent could not be deleted. It is still at the provider.',
      image,
      error,
    });
  }
}

async function removeInTime(image: UploadedImage, remove: RemoveUpload): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  // A function that throws is a failure like any other.
  const removing = (async () => remove(image, { signal }))();
  await untilAborted(removing, signal);
}
