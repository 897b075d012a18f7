import { type RefObject, useEffect, useState } from 'react';
import { useAnnounce } from '../../parts/announcer/index.js';
import { usePopupWords } from './use-popup-words.js';

/** Every composer of the kit renders it while an answer is in flight, so that a chat of an app's own parts counts as well. */
const STOP = '[data-ick-part="composer-stop"]';

/** Whether an answer has ended since the chat was closed. Announces it, since nothing inside is heard then. */
export function useFinishedAnswer(panel: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const [isFinished, setIsFinished] = useState(false);
  const announce = useAnnounce();
  const { answerReady } = usePopupWords();
  useEffect(() => {
    const element = panel.current;
    if (isOpen || !element) return undefined;
    const isAnswering = (): boolean => element.querySelector(STOP) !== null;
    let wasAnswering = isAnswering();
    const observer = new MutationObserver(() => {
      const isStillAnswering = isAnswering();
      if (wasAnswering && !isStillAnswering) {
        setIsFinished(true);
        announce(answerReady);
      }
      wasAnswering = isStillAnswering;
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      setIsFinished(false);
    };
  }, [panel, isOpen, announce, answerReady]);
  return isFinished;
}
