import { conversationCost } from './token-cost.js';
import type { Cost } from './types.js';
import type { ChatEntry } from './types.js';
import { allEntries } from './versions.js';

/** What a conversation has used so far, over all versions of its answers. */
export interface ConversationTotals {
  inputTokens: number;
  outputTokens: number;
  /** Sum of the estimated input, if every answer has an estimate. */
  estimatedInputTokens?: number;
  /** Sum of the costs, if every answer has one in the same currency. */
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
