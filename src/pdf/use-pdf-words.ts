import { useMemo } from 'react';
import { englishPdfWords, type PdfWords } from '../components/words/english/pdf.js';
import { useWords } from '../components/words/WordsProvider.js';

/** English loads with the chooser, not with the words of the first paint. */
export function usePdfWords(): PdfWords {
  const { pdf } = useWords();
  return useMemo(() => ({ ...englishPdfWords, ...pdf }), [pdf]);
}
