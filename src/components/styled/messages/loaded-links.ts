import { createContext, useContext, useMemo, useState } from 'react';

/** The addresses of images that the user has loaded. No other one is requested. */
export interface LoadedLinks {
  urls: ReadonlySet<string>;
  load: (url: string) => void;
}

/** An image loaded in a conversation is loaded in its lightbox too, and vice versa. */
export const LoadedLinksContext = createContext<LoadedLinks | undefined>(undefined);

export function useOwnLoadedLinks(): LoadedLinks {
  const [urls, setUrls] = useState<ReadonlySet<string>>(NONE);
  return useMemo(
    () => ({ urls, load: (url) => setUrls((before) => new Set([...before, url])) }),
    [urls],
  );
}

/** Returns those of the conversation around, or otherwise its own. */
export function useLoadedLinks(): LoadedLinks {
  const own = useOwnLoadedLinks();
  return useContext(LoadedLinksContext) ?? own;
}

const NONE: ReadonlySet<string> = new Set();
