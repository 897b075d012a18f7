import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import type { Words } from './types.js';
import { englishWords } from './english/words.js';

const WordsContext = createContext<Words>(englishWords);

export interface WordsProviderProps {
  /** Replaces any of the words; the rest is inherited. */
  words?: Partial<Words> | undefined;
  children: ReactNode;
}

/** Provides words to the parts inside. */
export function WordsProvider({ words, children }: WordsProviderProps): ReactElement {
  const above = useContext(WordsContext);
  const merged = useMemo(() => (words ? { ...above, ...words } : above), [above, words]);
  return <WordsContext.Provider value={merged}>{children}</WordsContext.Provider>;
}

/** Returns the words in use. */
export function useWords(): Words {
  return useContext(WordsContext);
}
