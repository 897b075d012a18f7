import { useEffect, useState } from 'react';
import type { QueueItem } from '../../../queue/types.js';
import type { PreparedImage } from '../../../pipeline/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';
import { useLatest } from '../../../react/use-latest.js';
import type { ImageQueueHook } from '../../../react/types.js';

/** An image as a choice would have it sent. Nothing until it is made, where nothing is chosen, and where it cannot be made. */
export function usePreparedChoice(
  item: QueueItem | undefined,
  choice: DetailChoice | undefined,
  prepareChoice: ImageQueueHook['prepareChoice'],
): PreparedImage | undefined {
  const [made, setMade] = useState<{ key: string; prepared: PreparedImage }>();
  const key =
    item && choice && !item.link ? `${choice.detail} ${choice.tokens} ${item.id}` : undefined;
  const latest = useLatest({ item, choice, prepareChoice });

  useEffect(() => {
    const { item: picture, choice: chosen, prepareChoice: prepare } = latest.current;
    if (key === undefined || !picture || !chosen || !prepare) return undefined;
    const controller = new AbortController();
    prepare(picture, chosen, controller.signal).then(
      (prepared) => setMade({ key, prepared }),
      // Its size, squares and price are shown all the same, over the pixels that are there.
      () => {},
    );
    return () => controller.abort();
  }, [key, latest]);

  return made?.key === key ? made?.prepared : undefined;
}
