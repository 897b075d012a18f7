import type { tokenShares } from './token-shares.js';
import type { ImageQueueOptions, QueueItem } from './types.js';

/** Keeps the images of one queue within their message's token budget. */
export interface TokenBudget {
  /** Returns the tokens an image may cost now, or `undefined` without a budget. */
  take: (id: string) => Promise<number | undefined>;
  /** Returns the images that were prepared for a different share and would now come out differently. */
  findStale: () => Promise<ReadonlySet<string>>;
}

/** Divides a message's tokens among its images. */
export type ShareTokens = typeof tokenShares;

export function createTokenBudget(
  getItems: () => readonly QueueItem[],
  getOptions: () => ImageQueueOptions,
  loadShares: () => Promise<ShareTokens>,
): TokenBudget {
  /** Shares that images were prepared for. */
  const taken = new Map<string, number>();

  const shareOut = async (): Promise<ReadonlyMap<string, number>> => {
    const { maxTotalTokens, prepare } = getOptions();
    if (maxTotalTokens === undefined) return new Map();
    const share = await loadShares();
    return share(getItems(), maxTotalTokens, prepare);
  };

  const isStale = ({ id, prepared, status }: QueueItem, share = Infinity): boolean => {
    const before = taken.get(id) ?? Infinity;
    if (status !== 'ready' || !prepared || share === before) return false;
    return prepared.tokens > share || (share > before && prepared.plan.reason === 'max-tokens');
  };

  return {
    async take(id) {
      const share = (await shareOut()).get(id);
      if (share !== undefined) taken.set(id, share);
      return share;
    },
    async findStale() {
      const shares = await shareOut();
      const stale = getItems().filter((item) => isStale(item, shares.get(item.id)));
      if (shares.size === 0) taken.clear();
      return new Set(stale.map(({ id }) => id));
    },
  };
}
