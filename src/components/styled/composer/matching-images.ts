import type { QueueItem } from '../../../queue/types.js';

/** An image that a mention can name. */
export interface ImageCandidate {
  item: QueueItem;
  number: number;
}

/** Returns images by number, by `image` and a number, or by a part of the file name. */
export function matchingImages(items: readonly QueueItem[], query: string): ImageCandidate[] {
  return items
    .filter(({ status }) => status !== 'failed')
    .map((item, index) => ({ item, number: index + 1 }))
    .filter(
      ({ item, number }) =>
        `image${number}`.startsWith(query) ||
        String(number).startsWith(query) ||
        item.name.toLowerCase().includes(query),
    );
}
