import { useState } from 'react';
import type { QueueItem } from '../../queue/types.js';

/** Returns the images of a tray. After they were sent, it returns them until others come. */
export function useSeenImages(items: readonly QueueItem[]): readonly QueueItem[] {
  const [seen, setSeen] = useState(items);
  if (items.length > 0 && items !== seen) setSeen(items);
  return items.length > 0 ? items : seen;
}
