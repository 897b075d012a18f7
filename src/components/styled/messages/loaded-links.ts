import { createContext, useContext, useMemo, useState } from 'react';

/** The addresses of images that a person had loaded. No other one is asked for. */
export interface LoadedLinks {
  urls: ReadonlySet<string>;
  load: (url: string) => void;
}

/** What was loaded in a conversation is loaded in its lightbox too, and the other way round. */
export const LoadedLinksContext = createContext<LoadedLinks | undefined>(undefined);

export function useOwnLoadedLinks(): LoadedLinks {
  const [urls, setUrls] = useState<ReadonlySet<string>>(NONE);
  return useMemo(
    () => ({ urls, load: (url) => setUrls((before) => new Set([...before, url])) }),
    [urls],
  );
}

/** Those of the conversation around, or else its own. */
export function useLoadedLinks(): LoadedLinks {
  const own = useOwnLoadedLinks();
  return useContext(LoadedLinksContext) ?? own;
}

const NONE: ReadonlySet<string> = new Set();
