import { imageTypeOf } from '../../internal/data-url.js';
import type { ImagePart } from '../../messages/types.js';

/** Converts an image that is given by its URL. For a data URL, the type in it counts. */
export function linkPart(
  url: string,
  {
    mediaType = 'image/jpeg',
    ...facts
  }: Omit<ImagePart, 'type' | 'data' | 'mediaType'> & {
    mediaType?: string | undefined;
  },
): ImagePart {
  return {
    type: 'image',
    data: { kind: 'url', url },
    mediaType: (imageTypeOf(url) ?? mediaType) as ImagePart['mediaType'],
    ...facts,
  };
}
