import { useMemo } from 'react';
import { type MarkdownWords, englishMarkdownWords } from './english/markdown.js';
import { useWords } from './WordsProvider.js';

/** English loads with the first answer, not with the words of the first paint. */
export function useMarkdownWords(): MarkdownWords {
  const { markdown } = useWords();
  return useMemo(() => ({ ...englishMarkdownWords, ...markdown }), [markdown]);
}
