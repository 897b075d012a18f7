import { useMemo } from 'react';
import {
  type AnswerPartsWords,
  englishAnswerPartsWords,
} from '../../words/english/answer-parts.js';
import { useWords } from '../../words/WordsProvider.js';

/** Words that are loaded with the conversation. */
export function usePartWords(): AnswerPartsWords {
  const { answerParts } = useWords();
  return useMemo(() => ({ ...englishAnswerPartsWords, ...answerParts }), [answerParts]);
}
