/** Shares a message's tokens out among its pictures. Loads with the first budget, since it brings the model tables. */
import { uprightSize } from '../formats/upright-size.js';
import { findRules, sendSize } from '../models/index.js';
import { shareTokens } from '../models/share-tokens.js';
import type { ImageQueueOptions, QueueItem } from './queue-types.js';

/** What a picture would cost if it were alone; of one whose size is not known yet it may be anything. */
function wantedTokens(item: QueueItem, prepare: NonNullable<ImageQueueOptions['prepare']>): number {
  const { status, info, detail, limits } = item;
  if (status === 'failed') return 0;
  if (!info) return prepare.maxTokens ?? Infinity;
  const { model = '', rules = findRules(model), economy = false, maxTokens } = prepare;
  const maxSidePx = Math.min(prepare.maxSidePx ?? Infinity, limits?.maxSidePx ?? Infinity);
  return sendSize(uprightSize(info), rules, detail, {
    maxSidePx,
    economy,
    ...(maxTokens !== undefined && { maxTokens }),
  }).tokens;
}

/** Tokens each picture may cost, by its id. */
export function tokenShares(
  items: readonly QueueItem[],
  maxTotalTokens: number,
  prepare: NonNullable<ImageQueueOptions['prepare']> = {},
): Map<string, number> {
  const wanted = items.map((item) => wantedTokens(item, prepare));
  const shares = shareTokens(wanted, maxTotalTokens);
  return new Map(items.map(({ id }, index) => [id, shares[index] ?? 0]));
}
