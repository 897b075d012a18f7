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
    mediaType: (/^data:(image\/[\w.+-]+)/.exec(url)?.[1] ?? mediaType) as ImagePart['mediaType'],
    ...facts,
  };
}
