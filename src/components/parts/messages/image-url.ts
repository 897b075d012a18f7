import type { ImagePart } from '../../../messages/types.js';
import { useObjectUrl } from '../../../react/use-object-url.js';

/** Where the pixels of an image can be shown from, for as long as the component shows it; nowhere for a file id. */
export function useImageUrl({ data }: Pick<ImagePart, 'data'>): string | undefined {
  const blobUrl = useObjectUrl(data.kind === 'bytes' ? data.bytes : undefined);
  return data.kind === 'url' ? data.url : blobUrl;
}
