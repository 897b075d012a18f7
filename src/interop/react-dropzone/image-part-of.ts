import type { ImagePart } from '../../messages/types.js';

const parts = new WeakMap<File, ImagePart>();

/** Returns the image of a file from `createGetFilesFromEvent({ prepare })`, with its detail and its original. */
export function imagePartOf(file: File): ImagePart | undefined {
  return parts.get(file);
}

/** Returns a prepared image as a file whose name fits its contents. */
export function fileOf(part: ImagePart, bytes: Blob): File {
  const extension = part.mediaType === 'image/jpeg' ? 'jpg' : part.mediaType.slice('image/'.length);
  const stem = (part.name ?? 'image').replace(/\.[^.]*$/, '');
  const file = new File([bytes], `${stem}.${extension}`, { type: part.mediaType });
  parts.set(file, part);
  return file;
}
