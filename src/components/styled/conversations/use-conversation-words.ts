import { useMemo } from 'react';
import {
  type ConversationWords,
  englishConversationWords,
} from '../../words/english/conversations.js';
import { useWords } from '../../words/WordsProvider.js';

/** English loads with the list, not with the words of the first paint. */
export function useConversationWords(): ConversationWords {
  const { conversations } = useWords();
  return useMemo(() => ({ ...englishConversationWords, ...conversations }), [conversations]);
}
