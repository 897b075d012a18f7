import { useMemo } from 'react';
import { type AddingWords, englishAddingWords } from '../../words/english/adding.js';
import { useWords } from '../../words/WordsProvider.js';

/** English loads with these parts, not with the words of the first paint. */
export function useAddingWords(): AddingWords {
  const { adding } = useWords();
  return useMemo(() => ({ ...englishAddingWords, ...adding }), [adding]);
}
