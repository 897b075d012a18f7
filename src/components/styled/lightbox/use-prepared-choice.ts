import { useEffect, useState } from 'react';
import type { QueueItem } from '../../../queue/types.js';
import type { PreparedImage } from '../../../pipeline/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';
import { useLatest } from '../../../react/use-latest.js';
import type { UseImageQueueResult } from '../../../react/types.js';

/**
 * Returns an image as a choice would have it sent. `undefined` until it is prepared, if nothing is chosen, and if it
 * cannot be prepared.
 */
export function usePreparedChoice(
  item: QueueItem | undefined,
  choice: DetailChoice | undefined,
  prepareChoice: UseImageQueueResult['prepareChoice'],
): PreparedImage | undefined {
  const [made, setMade] = useState<{ key: string; prepared: PreparedImage }>();
  const key =
    item && choice && !item.link ? `${choice.detail} ${choice.tokens} ${item.id}` : undefined;
  const latest = useLatest({ item, choice, prepareChoice });

  useEffect(() => {
    const { item: image, choice: chosen, prepareChoice: prepare } = latest.current;
    if (key === undefined || !image || !chosen || !prepare) return undefined;
    const controller = new AbortController();
    prepare(image, chosen, controller.signal).then(
      (prepared) => setMade({ key, prepared }),
      // Its size, squares and cost are shown nevertheless, over the current pixels.
      () => {},
    );
    return () => controller.abort();
  }, [key, latest]);

  return made?.key === key ? made?.prepared : undefined;
}
