import { useMemo } from 'react';
import { englishPopupWords, type PopupWords } from '../../words/english/popup.js';
import { useWords } from '../../words/WordsProvider.js';

/** English loads with the popup, not with the words of the first paint. */
export function usePopupWords(): PopupWords {
  const { popup } = useWords();
  return useMemo(() => ({ ...englishPopupWords, ...popup }), [popup]);
}
