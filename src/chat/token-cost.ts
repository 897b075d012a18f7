import type { ChatEntry, Cost, TokenPrice } from './types.js';
import { allEntries } from './versions.js';

/** Returns the cost of tokens at the plain price, without discounts and surcharges of a provider's prompt cache. */
export function tokenCost(
  { inputTokens = 0, outputTokens = 0 }: { inputTokens?: number; outputTokens?: number },
  { currency = 'USD', tiers = [], ...plain }: TokenPrice,
): Cost {
  const { inputPerMillion, outputPerMillion } =
    tiers.findLast(({ aboveInputTokens }) => inputTokens > aboveInputTokens) ?? plain;
  const amount = (inputTokens * inputPerMillion + outputTokens * outputPerMillion) / 1_000_000;
  return { amount, currency };
}

/**
 * Returns what the answers of a conversation cost together; `undefined` if one has no price, or a price in another
 * currency.
 */
export function conversationCost(entries: readonly ChatEntry[]): Cost | undefined {
  const costs = allEntries(entries).flatMap(({ answer }) => {
    if (answer?.inputTokens === undefined && answer?.outputTokens === undefined) return [];
    return [answer.cost];
  });
  const currency = costs[0]?.currency;
  if (currency === undefined || costs.some((cost) => cost?.currency !== currency)) return undefined;
  return { amount: costs.reduce((sum, cost) => sum + (cost?.amount ?? 0), 0), currency };
}
