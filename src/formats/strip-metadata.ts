import { KitError } from '../errors.js';
import { stripJpeg } from './strip-jpeg.js';
import { stripPng } from './strip-png.js';
import { stripWebp } from './strip-webp.js';
import type { ImageInfo } from './types.js';

export interface StripOptions {
  /**
   * Whether an image that is stored rotated keeps its EXIF orientation, in a block with nothing else. Without
   * it, the image is displayed sideways.
   *
   * @defaultValue true
   */
  keepOrientation?: boolean;
}

/**
 * Returns the image without any metadata: no EXIF, XMP, IPTC, comments, texts, thumbnails, further images, or
 * bytes after the end. Pixels and colour profile are copied, not re-encoded, so this is for browsers whose
 * canvas cannot be trusted. What is in the pixels themselves, such as colours under full transparency, stays,
 * and so do bytes that a crafted PNG or WebP hides within its compressed data.
 *
 * @throws KitError `unsupported-format` for anything but JPEG, PNG and WebP; `damaged` for a JPEG whose
 * compressed data cannot be followed
 */
export function stripMetadata(
  bytes: Uint8Array,
  { mediaType, orientation }: Pick<ImageInfo, 'mediaType' | 'orientation'>,
  { keepOrientation = true }: StripOptions = {},
): Uint8Array<ArrayBuffer> {
  const kept = keepOrientation ? orientation : 1;
  switch (mediaType) {
    case 'image/jpeg':
      return stripJpeg(bytes, kept);
    case 'image/png':
      return stripPng(bytes, kept);
    case 'image/webp':
      return stripWebp(bytes);
    default:
      throw new KitError('unsupported-format', {
        message: `The metadata of ${mediaType} cannot be removed. Save it as JPEG or PNG, and add that.`,
        facts: { format: mediaType },
      });
  }
}
