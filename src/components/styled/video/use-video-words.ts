import { useMemo } from 'react';
import { englishVideoWords, type VideoWords } from '../../words/english/video.js';
import { useWords } from '../../words/WordsProvider.js';

/** English loads with the chooser, not with the words of the first paint. */
export function useVideoWords(): VideoWords {
  const { video } = useWords();
  return useMemo(() => ({ ...englishVideoWords, ...video }), [video]);
}
