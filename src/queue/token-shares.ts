/** Divides a message's tokens among its images. */
import { findRules } from '../models/find-rules.js';
import { fitForModel } from '../models/count-image-tokens.js';
import type { ImageDetail } from '../models/types.js';
import { shareTokens } from './share-tokens.js';
import { planResize } from '../pipeline/plan-resize.js';
import type { ImageQueueOptions, QueueItem, QueueLink } from './types.js';

/** The properties of an image that its share depends on. */
export type SharingImage = Pick<QueueItem, 'id' | 'info' | 'link' | 'detail' | 'limits'>;

/** Returns the cost of an image on its own; `Infinity` if its size is not known yet. */
export function wantedTokens(
  { info, link, detail, limits }: SharingImage,
  prepare: NonNullable<ImageQueueOptions['prepare']>,
): number {
  if (link) return linkTokens(link, detail, prepare);
  if (!info) return prepare.maxTokens ?? Infinity;
  const { model = '', rules = findRules(model) } = prepare;
  return planResize(info, rules, { ...prepare, ...limits, detail }).tokens;
}

/** A link of unknown size counts as nothing, since its cost cannot be known. */
function linkTokens(
  { widthPx, heightPx }: QueueLink,
  detail: ImageDetail,
  { model = '', rules = findRules(model) }: NonNullable<ImageQueueOptions['prepare']>,
): number {
  if (widthPx === undefined || heightPx === undefined) return 0;
  return fitForModel({ width: widthPx, height: heightPx }, rules, detail).tokens;
}

/** Returns the tokens each image may cost, by id. */
export function tokenShares(
  items: readonly QueueItem[],
  maxTotalTokens: number,
  prepare: NonNullable<ImageQueueOptions['prepare']> = {},
): Map<string, number> {
  const wanted = items.map((item) => (item.status === 'failed' ? 0 : wantedTokens(item, prepare)));
  const shares = shareTokens(wanted, maxTotalTokens);
  return new Map(items.map(({ id }, index) => [id, shares[index] ?? 0]));
}
