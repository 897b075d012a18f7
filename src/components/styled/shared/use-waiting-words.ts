import { useMemo } from 'react';
import { englishWaitingWords, type WaitingWords } from '../../words/english/waiting.js';
import { useWords } from '../../words/WordsProvider.js';

/** English loads with these parts, not with the words of the first paint. */
export function useWaitingWords(): WaitingWords {
  const { whileWaiting } = useWords();
  return useMemo(() => ({ ...englishWaitingWords, ...whileWaiting }), [whileWaiting]);
}
