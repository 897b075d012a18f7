import { useCallback, useMemo, useState } from 'react';
import type { QueueAddition, QueueItem } from '../../../queue/types.js';
import type { UseImageQueueResult } from '../../../react/types.js';
import { removalWords } from '../../words/image-title.js';
import type { Words } from '../../words/types.js';
import type { TrayQueue } from '../tray/index.js';

/** The images of older steps can no longer be restored, since they would stay in memory. */
const MAX_STEPS = 20;

interface Step {
  /** In their original order. */
  removed: ReadonlyArray<{ item: QueueItem; index: number }>;
  /** Ids of the images that took their place. */
  added: readonly string[];
  told: string;
  /** Restores something else than images, and returns its description. */
  restore?: () => string;
}

export interface Undo {
  /** The queue, recording what the user removes. */
  queue: UseImageQueueResult & Pick<TrayQueue, 'undo'>;
  /** Description of what was removed last. */
  removal: string | undefined;
  /** Restores what was removed last, and returns its description for an announcement. */
  undo: () => string | undefined;
  /** Records the removal of something else than an image. */
  record: (step: Pick<Required<Step>, 'told' | 'restore'>) => void;
  /** Forgets what was removed, because the message was sent. */
  forget: () => void;
}

/**
 * Lets removals be undone, the last one first. Images that leave because they were sent are not recorded.
 */
export function useUndo(queue: UseImageQueueResult, words: Words): Undo {
  const [steps, setSteps] = useState<readonly Step[]>([]);

  const undo = useCallback((): string | undefined => {
    const step = steps.at(-1);
    if (!step) return undefined;
    setSteps(steps.slice(0, -1));
    if (step.restore) return step.restore();
    for (const id of step.added) queue.remove(id);
    queue.add(step.removed.map(({ item }) => additionOf(item)));
    for (const { item, index } of step.removed) queue.move(item.id, index);
    const [first, second] = step.removed;
    return first && !second
      ? words.imageIsBack(first.index + 1)
      : words.imagesAreBack(step.removed.length);
  }, [steps, queue, words]);

  const add = useCallback(
    (step: Step) => setSteps((before) => [...before, step].slice(-MAX_STEPS)),
    [],
  );
  const record = useCallback<Undo['record']>(
    (step) => add({ removed: [], added: [], ...step }),
    [add],
  );

  const recording = useMemo((): Undo['queue'] => {
    const { items } = queue;
    const placeOf = (id: string): Step['removed'] => {
      const index = items.findIndex((item) => item.id === id);
      const item = items[index];
      return item ? [{ item, index }] : [];
    };
    return {
      ...queue,
      remove(id) {
        const removed = placeOf(id);
        if (removed.length > 0) add({ removed, added: [], told: removalWords(items, id, words) });
        queue.remove(id);
      },
      clear() {
        const removed = items.map((item, index) => ({ item, index }));
        const told = words.imagesRemoved(removed.length);
        if (removed.length > 0) add({ removed, added: [], told });
        queue.clear();
      },
      replace(id, additions) {
        const added = queue.replace(id, additions);
        add({ removed: placeOf(id), added, told: words.cutIntoPieces(added.length) });
        return added;
      },
      undo,
    };
  }, [queue, words, undo, add]);

  const forget = useCallback(() => setSteps([]), []);

  return { queue: recording, removal: steps.at(-1)?.told, undo, record, forget };
}

function additionOf(item: QueueItem): QueueAddition {
  const { id, file, name, link, detail, info, alt, legend, description } = item;
  const { unedited, markup, status, prepared } = item;
  return {
    id,
    file,
    name,
    detail,
    ...(link && { link }),
    ...(info && { info }),
    ...(alt !== undefined && { alt }),
    ...(legend !== undefined && { legend }),
    ...(description !== undefined && { description }),
    ...(unedited && { unedited }),
    ...(markup && { markup }),
    // An image that was being processed is processed again.
    ...(prepared && status === 'ready' && { prepared }),
  };
}
