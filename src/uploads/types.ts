import type { UploadedImage } from './uploaded-image.js';
import type { KitError } from '../errors.js';

/** An image as it would be sent. */
export interface UploadInput {
  bytes: Blob;
  /** `image.jpg` or similar; the name of its file only with `labels: 'names'`. */
  name: string;
  /** SHA-256 of the bytes, in hexadecimal. Missing on pages that are not served securely. */
  sha256?: string;
}

/**
 * Uploads an image to the app's own server, for example with a presigned PUT. With `remove`, each call needs
 * a distinct URL, since an image may return while its first upload is being deleted.
 */
export type UploadImage = (
  image: UploadInput,
  options: { signal: AbortSignal; onProgress: (fraction: number) => void },
) => Promise<UploadedImage>;

/** Deletes an image that `UploadImage` uploaded. The signal is aborted after 30 s. */
export type RemoveUpload = (
  image: UploadedImage,
  options: { signal: AbortSignal },
) => Promise<unknown>;

export interface UploadOptions {
  /** `'provider'`: the provider's own Files API, if it has one. */
  upload: UploadImage | 'provider';
  /**
   * Deletes an image that was uploaded but not sent: changed, removed, or left unsent when the chat is
   * unmounted. An image in a sent message is never deleted. Files at a provider are deleted without this
   * function.
   *
   * @defaultValue none: what your function uploaded stays
   */
  remove?: RemoveUpload;
  /** Smaller images are sent within the request. @defaultValue 0 */
  aboveBytes?: number;
  /** Called when an unsent image could not be deleted, after a second attempt. */
  onProblem?: (problem: UploadProblem) => void;
}

/** An uploaded image that is no longer needed and could not be deleted. */
export interface UploadProblem {
  code: 'upload-not-deleted';
  /** A plain sentence for users. */
  message: string;
  /** Location of the image. */
  image: UploadedImage;
  error: KitError;
}

export type UploadStatus = 'waiting' | 'uploading' | 'done' | 'failed';

/** Upload state of an image. */
export interface ImageUpload {
  status: UploadStatus;
  /** Fraction from 0 to 1, if known. */
  progress: number;
  error?: KitError;
}
