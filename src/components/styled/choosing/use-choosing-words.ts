import { useMemo } from 'react';
import { type ChoosingWords, englishChoosingWords } from '../../words/english/choosing.js';
import { useWords } from '../../words/WordsProvider.js';

/** English loads with the choosers, not with the words of the first paint. */
export function useChoosingWords(): ChoosingWords {
  const { choosing } = useWords();
  return useMemo(() => ({ ...englishChoosingWords, ...choosing }), [choosing]);
}
