import { useMemo } from 'react';
import { type DescribingWords, englishDescribingWords } from './english/describing.js';
import { useWords } from './WordsProvider.js';

/** English loads with the parts that use it, not with the words of the first paint. */
export function useDescribingWords(): DescribingWords {
  const { describing } = useWords();
  return useMemo(() => ({ ...englishDescribingWords, ...describing }), [describing]);
}
