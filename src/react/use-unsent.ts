import { useMemo } from 'react';
import { queueState } from '../queue/state.js';
import type { UseImageQueueResult } from './types.js';
import type { UseAttachedFilesResult } from './use-attached-files.js';
import type { QuestionInFlight } from './use-composer.js';

/** Returns the images and files of the draft without those of the question in flight, which stay until it is accepted. */
export function useUnsent(
  queue: UseImageQueueResult,
  files: UseAttachedFilesResult,
  inFlight: QuestionInFlight | undefined,
): { queue: UseImageQueueResult; files: UseAttachedFilesResult } {
  const sentIds = inFlight?.isRefused ? undefined : inFlight?.ids;
  return useMemo(() => {
    if (!sentIds) return { queue, files };
    const isUnsent = ({ id }: { id: string }): boolean => !sentIds.has(id);
    const items = queue.items.filter(isUnsent);
    const sentCount = queue.items.length - items.length;
    return {
      queue: {
        ...queue,
        ...queueState(items, queue.isArriving ? 1 : 0),
        parts: queue.parts.filter(isUnsent),
        move: (id, index) => queue.move(id, index + sentCount),
        clear() {
          for (const { id } of items) queue.remove(id);
        },
      },
      files: { ...files, parts: files.parts.filter(isUnsent) },
    };
  }, [queue, files, sentIds]);
}
