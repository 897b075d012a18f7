import { useMemo } from 'react';
import { englishRegionWords, type RegionWords } from '../../words/english/regions.js';
import { useWords } from '../../words/WordsProvider.js';

/** Words that are loaded with the regions. */
export function useRegionWords(): RegionWords {
  const { regions } = useWords();
  return useMemo(() => ({ ...englishRegionWords, ...regions }), [regions]);
}
