import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import {
  imageUrlsOf,
  type ImageUrlState,
  type ResolveImageUrl,
} from '../../../messages/image-urls.js';
import type { ImagePart } from '../../../messages/types.js';
import { useObjectUrl } from '../../../react/use-object-url.js';

/** The `resolveImageUrl` of a chat, for the images below: its result is shown in place of their address. */
export const ResolveImageUrlContext = createContext<ResolveImageUrl | undefined>(undefined);

/** An image, or only where its pixels are. */
type ShownImage = Pick<ImagePart, 'data'> & { id?: string };

/** The address of an image that the app resolves. */
export interface ResolvedImage {
  state: ImageUrlState;
  /** To be called when the image has failed to load: it is resolved once more, then `state` is `failed`. */
  noteBroken: () => void;
  /** Resolves it again. */
  retry: () => void;
}

const nothing = (): undefined => undefined;
const unwatched = (): (() => void) => nothing;

/** Returns the address of an image that the app resolves; `undefined` for others. */
export function useResolvedImage({ data, id = '' }: ShownImage): ResolvedImage | undefined {
  const resolve = useContext(ResolveImageUrlContext);
  const isElsewhere = data.kind === 'url' && !/^(?:data|blob):/i.test(data.url);
  const urls = isElsewhere && resolve ? imageUrlsOf(resolve) : undefined;
  const read = useCallback(
    () => (data.kind === 'bytes' ? undefined : urls?.state({ id, data })),
    [urls, id, data],
  );
  const state = useSyncExternalStore(urls?.subscribe ?? unwatched, read, read);
  useEffect(() => {
    // A failure is in the state.
    if (data.kind !== 'bytes') urls?.load({ id, data }).catch(nothing);
  }, [urls, id, data]);
  if (!urls || !state || data.kind === 'bytes') return undefined;
  return {
    state,
    noteBroken: () => urls.noteBroken({ id, data }),
    retry: () => urls.retry({ id, data }),
  };
}

/** Returns the URL of an image's pixels, for as long as the component shows it; `undefined` for a file id. */
export function useImageUrl(image: ShownImage): string | undefined {
  const { data } = image;
  const blobUrl = useObjectUrl(data.kind === 'bytes' ? data.bytes : undefined);
  const state = useResolvedImage(image)?.state;
  if (state) return state.status === 'ready' ? state.url : undefined;
  return data.kind === 'url' ? data.url : blobUrl;
}
