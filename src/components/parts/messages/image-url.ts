import type { ImagePart } from '../../../messages/types.js';
import { useObjectUrl } from '../../../react/use-object-url.js';

/** Returns the URL of an image's pixels, for as long as the component shows it; `undefined` for a file id. */
export function useImageUrl({ data }: Pick<ImagePart, 'data'>): string | undefined {
  const blobUrl = useObjectUrl(data.kind === 'bytes' ? data.bytes : undefined);
  return data.kind === 'url' ? data.url : blobUrl;
}
