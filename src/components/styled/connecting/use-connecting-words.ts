import { useMemo } from 'react';
import { englishConnectingWords, type ConnectingWords } from '../../words/english/connecting.js';
import { useWords } from '../../words/WordsProvider.js';

/** The English words load with these parts rather than at first paint. */
export function useConnectingWords(): ConnectingWords {
  const { connecting } = useWords();
  return useMemo(() => ({ ...englishConnectingWords, ...connecting }), [connecting]);
}
