import { useMemo } from 'react';
import { englishWaitingWords, type WaitingWords } from '../../words/english/waiting.js';
import { useWords } from '../../words/WordsProvider.js';

/** The English words load with these parts rather than at first paint. */
export function useWaitingWords(): WaitingWords {
  const { whileWaiting } = useWords();
  return useMemo(() => ({ ...englishWaitingWords, ...whileWaiting }), [whileWaiting]);
}
