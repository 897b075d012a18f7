/** What a turn needs from Send to the end of its answer. */
import { estimateRequestTokens } from '../messages/estimate-tokens.js';
import type { ChatMessage } from '../messages/types.js';
import { findRules } from '../models/find-rules.js';
import type { Connection } from './types.js';

export { reduceEvent } from './reduce-event.js';
export { runTurn } from './run-turn.js';

/** Tokens of a request by the model's rules; nothing where it holds pictures of a size that nobody knows. */
export function estimateInputTokens(
  messages: readonly ChatMessage[],
  { model, baseUrl, capabilities, rules = findRules(model, { baseUrl }) }: Connection,
): number | undefined {
  const { tokens, uncountedImages } = estimateRequestTokens(messages, {
    ...rules,
    ...capabilities,
  });
  return uncountedImages === 0 ? tokens : undefined;
}
