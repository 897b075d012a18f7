import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import type { Words } from './types.js';
import { englishWords } from './english/words.js';

const WordsContext = createContext<Words>(englishWords);

export interface WordsProviderProps {
  /** Replaces any of the words; the rest stays as it is above. */
  words?: Partial<Words> | undefined;
  children: ReactNode;
}

/** Gives the parts inside their words. */
export function WordsProvider({ words, children }: WordsProviderProps): ReactElement {
  const above = useContext(WordsContext);
  const merged = useMemo(() => (words ? { ...above, ...words } : above), [above, words]);
  return <WordsContext.Provider value={merged}>{children}</WordsContext.Provider>;
}

/** The words in use here. */
export function useWords(): Words {
  return useContext(WordsContext);
}
