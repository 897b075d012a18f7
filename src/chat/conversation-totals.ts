import { conversationCost } from './token-cost.js';
import type { Cost } from './types.js';
import type { ChatEntry } from './types.js';
import { allEntries } from './versions.js';

/** What a conversation used so far, over all versions of its answers. */
export interface ConversationTotals {
  inputTokens: number;
  outputTokens: number;
  /** What was expected of the input, where it is known of every answer. */
  estimatedInputTokens?: number;
  /** Where every answer has a price, in one currency. */
  cost?: Cost;
}

export function conversationTotals(entries: readonly ChatEntry[]): ConversationTotals {
  const totals = { inputTokens: 0, outputTokens: 0 };
  let estimatedInputTokens: number | undefined = 0;
  for (const { answer } of allEntries(entries)) {
    if (answer?.inputTokens === undefined) continue;
    totals.inputTokens += answer.inputTokens;
    totals.outputTokens += answer.outputTokens ?? 0;
    const estimated = answer.estimatedInputTokens;
    estimatedInputTokens =
      estimated === undefined || estimatedInputTokens === undefined
        ? undefined
        : estimatedInputTokens + estimated;
  }
  const cost = conversationCost(entries);
  return {
    ...totals,
    ...(estimatedInputTokens !== undefined && { estimatedInputTokens }),
    ...(cost && { cost }),
  };
}
