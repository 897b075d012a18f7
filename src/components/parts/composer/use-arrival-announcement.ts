import { useEffect } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';

/** Anything faster than this needs no announcement. */
const TOLD_AFTER_MS = 500;

/** Announces once that images are on their way, if they take time: a folder, a link, a slow disk. */
export function useArrivalAnnouncement(isArriving: boolean): void {
  const announce = useAnnounce();
  const { arriving } = useWords();
  useEffect(() => {
    if (!isArriving) return undefined;
    // Above a dialog that the message waits for, it would be read out after the dialog is closed, and be wrong.
    const timer = setTimeout(() => {
      if (!document.querySelector('dialog[open]')) announce(arriving);
    }, TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isArriving, announce, arriving]);
}
