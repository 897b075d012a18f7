import { useEffect } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';

/** What takes no longer than this tells of itself by being there. */
const TOLD_AFTER_MS = 500;

/** Says once that images are on their way, where they take their time: a folder, a link, a slow disk. */
export function useArrivalAnnouncement(isArriving: boolean): void {
  const announce = useAnnounce();
  const { arriving } = useWords();
  useEffect(() => {
    if (!isArriving) return undefined;
    const timer = setTimeout(() => announce(arriving), TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isArriving, announce, arriving]);
}
