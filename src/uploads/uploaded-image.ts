import type { ImageContent } from '../messages/types.js';

/** Location of an image: a URL that the model can reach, or an id that the provider knows. */
export type UploadedImage = ({ kind: 'url'; url: string } | { kind: 'file-id'; fileId: string }) & {
  /** After this time it is uploaded again. */
  expiresAtMs?: number;
};

/** Returns what a message refers to the image by. */
export function contentOf({ expiresAtMs: _expiresAtMs, ...data }: UploadedImage): ImageContent {
  return data;
}
