import type { UploadedImage } from './uploaded-image.js';
import type { KitError } from '../errors.js';

/** An image as it would be sent. */
export interface UploadInput {
  bytes: Blob;
  /** `image.jpg` or the like; the name of its file only with `labels: 'names'`. */
  name: string;
  /** Of the bytes, in hexadecimal. Missing where the page is not served securely. */
  sha256?: string;
}

/**
 * Brings an image to a server of the app's own, such as with a presigned PUT. With `remove` each call needs an address of its
 * own, since an image may come back while its first upload is being deleted.
 */
export type UploadImage = (
  image: UploadInput,
  options: { signal: AbortSignal; onProgress: (fraction: number) => void },
) => Promise<UploadedImage>;

/** Deletes an image from where `UploadImage` brought it. The signal is aborted after 30 s. */
export type RemoveUpload = (
  image: UploadedImage,
  options: { signal: AbortSignal },
) => Promise<unknown>;

export interface UploadOptions {
  /** `provider`: the provider's own Files API, if it has one. */
  upload: UploadImage | 'provider';
  /**
   * Deletes an image that was uploaded and then not sent: changed, removed, or left unsent when the chat is unmounted. An image
   * that stands in a message that was sent is never deleted. The files of a provider are deleted without it.
   * @defaultValue none: what your function uploaded stays
   */
  remove?: RemoveUpload;
  /** Smaller images travel in the request. @defaultValue 0 */
  aboveBytes?: number;
  /** Called when an image that was not sent could not be deleted, after a second try. */
  onProblem?: (problem: UploadProblem) => void;
}

/** An uploaded image that nobody needs any more, and that is still there. */
export interface UploadProblem {
  code: 'upload-not-deleted';
  /** A plain sentence. */
  message: string;
  /** Where it lies. */
  image: UploadedImage;
  error: KitError;
}

export type UploadStatus = 'waiting' | 'uploading' | 'done' | 'failed';

/** How far the upload of an image is. */
export interface ImageUpload {
  status: UploadStatus;
  /** 0 to 1, where it is known. */
  progress: number;
  error?: KitError;
}
