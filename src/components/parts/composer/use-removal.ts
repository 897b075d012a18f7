import { useCallback, useEffect, useMemo, useState } from 'react';
import type { QueueAddition, QueueItem } from '../../../queue/types.js';
import type { UseImageQueueResult } from '../../../react/types.js';
import { removalWords } from '../../words/image-title.js';
import type { Words } from '../../words/types.js';

const KEPT_MS = 8000;

interface Removed {
  /** In their original order. */
  taken: ReadonlyArray<{ item: QueueItem; index: number }>;
  told: string;
}

export interface Removal {
  /** The queue, recording what the user removes. */
  queue: UseImageQueueResult;
  /** Description of what was removed last, for some seconds. */
  removal: string | undefined;
  undo: () => void;
}

/**
 * Lets the last removal be undone, of one image or of all. Images that leave because they were sent are not recorded.
 */
export function useRemoval(queue: UseImageQueueResult, words: Words): Removal {
  const [removed, setRemoved] = useState<Removed>();

  useEffect(() => {
    if (!removed) return undefined;
    const timer = setTimeout(() => setRemoved(undefined), KEPT_MS);
    return () => clearTimeout(timer);
  }, [removed]);

  const remembering = useMemo((): UseImageQueueResult => {
    const { items } = queue;
    return {
      ...queue,
      remove(id) {
        const index = items.findIndex((item) => item.id === id);
        const item = items[index];
        if (item) setRemoved({ taken: [{ item, index }], told: removalWords(items, id, words) });
        queue.remove(id);
      },
      clear() {
        const taken = items.map((item, index) => ({ item, index }));
        if (taken.length > 0) setRemoved({ taken, told: words.imagesRemoved(taken.length) });
        queue.clear();
      },
    };
  }, [queue, words]);

  const undo = useCallback(() => {
    if (!removed) return;
    setRemoved(undefined);
    queue.add(removed.taken.map(({ item }) => additionOf(item)));
    for (const { item, index } of removed.taken) queue.move(item.id, index);
  }, [removed, queue]);

  return { queue: remembering, removal: removed?.told, undo };
}

function additionOf(item: QueueItem): QueueAddition {
  const { id, file, name, link, detail, info, alt, legend, unedited, markup, status, prepared } =
    item;
  return {
    id,
    file,
    name,
    detail,
    ...(link && { link }),
    ...(info && { info }),
    ...(alt !== undefined && { alt }),
    ...(legend !== undefined && { legend }),
    ...(unedited && { unedited }),
    ...(markup && { markup }),
    // An image that was being processed is processed again.
    ...(prepared && status === 'ready' && { prepared }),
  };
}
