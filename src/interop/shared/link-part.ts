import { imageTypeOf } from '../../internal/data-url.js';
import type { ImagePart } from '../../messages/types.js';

/** An image that came by its address. Of a data URL, the type written in it is what counts. */
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
