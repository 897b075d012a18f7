import { type ReactElement, useState } from 'react';
import { formatDuration } from '../../words/format.js';
import { useWords } from '../../words/WordsProvider.js';
import { useSecondsSince } from './use-seconds.js';
import { useWaitingWords } from './use-waiting-words.js';

/**
 * Counts down to when a server that asked to wait may be asked again. Renders nothing if that time has already
 * passed. The notice around it makes the announcement.
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
