import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import type { ImageUrls, ImageUrlState } from '../../../messages/image-urls.js';
import type { ImagePart } from '../../../messages/types.js';
import { useObjectUrl } from '../../../react/use-object-url.js';

/** Resolves the addresses of the images below, if the app has `resolveImageUrl`. */
export const ImageUrlsContext = createContext<ImageUrls | undefined>(undefined);

const nothing = (): undefined => undefined;
const unwatched = (): (() => void) => nothing;

/** Returns the state of an image whose address the app resolves; `undefined` for others. */
export function useImageUrlState(
  image: Pick<ImagePart, 'data'> & { id?: string },
): ImageUrlState | undefined {
  const given = useContext(ImageUrlsContext);
  const { data, id = '' } = image;
  const isElsewhere = data.kind === 'url' && !/^(?:data|blob):/i.test(data.url);
  const urls = isElsewhere ? given : undefined;
  const read = useCallback(
    () => (data.kind === 'bytes' ? undefined : urls?.state({ id, data })),
    [urls, id, data],
  );
  const state = useSyncExternalStore(urls?.subscribe ?? unwatched, read, read);
  useEffect(() => {
    // A failure is in the state.
    if (data.kind !== 'bytes') urls?.load({ id, data }).catch(nothing);
  }, [urls, id, data]);
  return state;
}

/** Returns the URL of an image's pixels, for as long as the component shows it; `undefined` for a file id. */
export function useImageUrl(image: Pick<ImagePart, 'data'> & { id?: string }): string | undefined {
  const { data } = image;
  const blobUrl = useObjectUrl(data.kind === 'bytes' ? data.bytes : undefined);
  const state = useImageUrlState(image);
  if (state) return state.status === 'ready' ? state.url : undefined;
  return data.kind === 'url' ? data.url : blobUrl;
}
