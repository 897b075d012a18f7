import type { ReactElement } from 'react';
import type { ConversationTotals } from '../../../chat/conversation-totals.js';
import { formatMoney } from '../../words/format.js';
import { useWords } from '../../words/WordsProvider.js';

export interface UsageLineProps {
  /** The `totals` of `useImageChat`. */
  totals: ConversationTotals;
  className?: string;
}

/**
 * What the conversation has used and cost so far, as counted by the server. The comparison with the estimate is its
 * tooltip, and read with it.
 */
export function UsageLine({ totals, className }: UsageLineProps): ReactElement {
  const words = useWords();
  const { inputTokens, outputTokens, estimatedInputTokens, cost } = totals;
  const facts = [
    words.usedSoFar(inputTokens + outputTokens),
    cost && formatMoney(cost.amount, cost.currency, words.locale),
  ].filter(Boolean);
  const estimate = estimatedInputTokens && words.estimatedInput(estimatedInputTokens, inputTokens);
  return (
    <p data-ick-part="usage" data-ick-tooltip={estimate || undefined} className={className}>
      {facts.join(' · ')}
      {estimate && <span className="ik:sr-only"> · {estimate}</span>}
    </p>
  );
}
