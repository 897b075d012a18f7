import { useEffect, useState } from 'react';
import { useAnnounce } from '../parts/announcer/index.js';
import { useWords } from '../words/WordsProvider.js';

const SHOWN_MS = 2000;

/** Copies text and reports it, for a moment. If the clipboard is blocked nothing is reported. */
export function useCopy(): { isCopied: boolean; copy: (text: string) => void } {
  const [isCopied, setIsCopied] = useState(false);
  const announce = useAnnounce();
  const words = useWords();

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = (text: string): void => {
    const write = async (): Promise<void> => {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
      announce(words.copied);
    };
    write().catch(() => setIsCopied(false));
  };
  return { isCopied, copy };
}
