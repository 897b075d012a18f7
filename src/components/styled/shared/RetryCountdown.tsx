import { type ReactElement, useState } from 'react';
import { formatDuration } from '../../words/format.js';
import { useWords } from '../../words/WordsProvider.js';
import { useSecondsSince } from './use-seconds.js';
import { useWaitingWords } from './use-waiting-words.js';

/**
 * When a server that asked to wait can be asked again; nothing if that time had already passed. Its notice announces
 * itself.
 */
export function RetryCountdown({ retryAtMs }: { retryAtMs: number }): ReactElement | null {
  const seconds = -useSecondsSince(retryAtMs);
  const [wasPending] = useState(seconds > 0);
  const { locale } = useWords();
  const { retryPossibleIn, retryPossibleNow } = useWaitingWords();
  if (!wasPending) return null;
  return (
    <p data-ick-part="retry-countdown" className="ik:tabular-nums">
      {seconds > 0 ? retryPossibleIn(formatDuration(seconds, locale)) : retryPossibleNow}
    </p>
  );
}
