import { createContext, useContext, useMemo } from 'react';
import type { ImagePart } from '../../../messages/types.js';
import type { ImageChatComposer } from '../../../react/types.js';
import { useImageLink } from '../../../react/use-image-link.js';
import { useLatest } from '../../../react/use-latest.js';

/** Adds an image of the conversation, or the one at an address, to the draft. */
export type Reuse = (image: ImagePart | string) => void;

export const ReuseContext = createContext<Reuse | undefined>(undefined);

/** `undefined` outside of a chat. */
export const useReuseImage = (): Reuse | undefined => useContext(ReuseContext);

/** An image that is only known by its id at the provider has no bytes to send again. */
export const canReuse = ({ data, original }: ImagePart): boolean =>
  original !== undefined || data.kind !== 'file-id';

export function useReuse(composer: ImageChatComposer | undefined): Reuse | undefined {
  const latest = useLatest(composer);
  const { add } = useImageLink({
    onImages: (images) => void latest.current?.queue.addSources(images),
    onArrival: (arrival) => latest.current?.queue.waitFor(arrival),
  });
  const hasComposer = composer !== undefined;
  return useMemo(() => {
    if (!hasComposer) return undefined;
    const addLink = async (url: string): Promise<void> => {
      const rejection = await add(url);
      if (rejection) latest.current?.addRejections([rejection]);
    };
    return (image) => {
      if (typeof image === 'string') void addLink(image);
      else latest.current?.queue.addParts([image]);
    };
  }, [hasComposer, latest, add]);
}
