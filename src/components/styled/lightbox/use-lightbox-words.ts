import { useMemo } from 'react';
import { englishLightboxWords, type LightboxWords } from '../../words/english/lightbox.js';
import { useWords } from '../../words/WordsProvider.js';

/** Words that are loaded with the lightbox. */
export function useLightboxWords(): LightboxWords {
  const { lightbox } = useWords();
  return useMemo(() => ({ ...englishLightboxWords, ...lightbox }), [lightbox]);
}
