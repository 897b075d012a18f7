import { useEffect, useState } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { useWaitingWords } from './use-waiting-words.js';

/** A longer one overflows the timers of browsers. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Returns the label of the button that asks again. Before `retryAtMs` it says that the server asked to wait. */
export function useTryAgainLabel(retryAtMs: number | undefined): string {
  const { tryAgain } = useWords();
  const { tryAnyway } = useWaitingWords();
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    if (retryAtMs === undefined) return undefined;
    const waitMs = Math.min(Math.max(0, retryAtMs - Date.now()), MAX_TIMER_MS);
    const timer = setTimeout(() => setNowMs(Date.now()), waitMs);
    return () => clearTimeout(timer);
  }, [retryAtMs]);
  return retryAtMs !== undefined && nowMs < retryAtMs ? tryAnyway : tryAgain;
}
