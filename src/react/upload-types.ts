import type { UploadedImage } from '../endpoint/index.js';
import type { KitError } from '../errors.js';

/** A picture on its way up, as it would be sent. */
export interface UploadInput {
  bytes: Blob;
  name: string;
  /** Of the bytes, in hexadecimal. Missing where the page is not served securely. */
  sha256?: string;
}

/** Brings a picture to a server of the app's own, such as with a presigned PUT. */
export type UploadImage = (
  image: UploadInput,
  options: { signal: AbortSignal; onProgress: (fraction: number) => void },
) => Promise<UploadedImage>;

export interface UploadOptions {
  /** `provider`: the files of the endpoint itself, where it keeps any. */
  upload: UploadImage | 'provider';
  /** Smaller pictures travel in the request. @defaultValue 0 */
  aboveBytes?: number;
}

export type UploadStatus = 'waiting' | 'uploading' | 'done' | 'failed';

/** How far the upload of a picture is. */
export interface ImageUpload {
  status: UploadStatus;
  /** 0 to 1, where it is known. */
  progress: number;
  error?: KitError;
}
