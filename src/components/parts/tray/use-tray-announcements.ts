import { useEffect, useRef } from 'react';
import type { QueueItem } from '../../../queue/types.js';
import { imageTitle } from '../../words/image-title.js';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';

/** Announces images that were added and images that failed. User actions on a tile are announced by the tile. */
export function useTrayAnnouncements(items: readonly QueueItem[]): void {
  const announce = useAnnounce();
  const words = useWords();
  const before = useRef<ReadonlyMap<string, QueueItem> | undefined>(undefined);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(items.map((item) => [item.id, item]));
    const added = items.filter(({ id }) => known && !known.has(id)).length;
    if (added > 0) announce(words.imagesAdded(added));
    for (const { id, name, error } of items) {
      if (error && known?.get(id)?.error !== error) {
        announce(words.imageFailed(imageTitle(name, undefined, words), words.imageFailure(error)));
      }
    }
  }, [items, announce, words]);
}
