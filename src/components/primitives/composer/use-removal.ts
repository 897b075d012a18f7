import { useCallback, useEffect, useMemo, useState } from 'react';
import type { QueueItem } from '../../../pipeline/queue-types.js';
import type { ImageQueueHook } from '../../../react/types.js';

const KEPT_MS = 8000;

interface Removed {
  item: QueueItem;
  index: number;
}

export interface Removal {
  /** The queue, remembering what a person takes out of it. */
  queue: ImageQueueHook;
  /** Number of the picture that was taken out last, for some seconds. */
  removedNumber: number | undefined;
  undo: () => void;
}

/** Lets the last removal be taken back. What leaves because it was sent is not remembered. */
export function useRemoval(queue: ImageQueueHook): Removal {
  const [removed, setRemoved] = useState<Removed>();

  useEffect(() => {
    if (!removed) return undefined;
    const timer = setTimeout(() => setRemoved(undefined), KEPT_MS);
    return () => clearTimeout(timer);
  }, [removed]);

  const remembering = useMemo(
    (): ImageQueueHook => ({
      ...queue,
      remove(id) {
        const index = queue.items.findIndex((item) => item.id === id);
        const item = queue.items[index];
        if (item) setRemoved({ item, index });
        queue.remove(id);
      },
    }),
    [queue],
  );

  const undo = useCallback(() => {
    if (!removed) return;
    const { id, file, name, detail, info, alt, prepared } = removed.item;
    setRemoved(undefined);
    queue.add([
      {
        id,
        file,
        name,
        detail,
        ...(info && { info }),
        ...(alt && { alt }),
        ...(prepared && { prepared }),
      },
    ]);
    queue.move(id, removed.index);
  }, [removed, queue]);

  return { queue: remembering, removedNumber: removed && removed.index + 1, undo };
}
