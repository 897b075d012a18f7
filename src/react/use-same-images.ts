import { useEffect, useState } from 'react';
import { findSame } from '../queue/find-same.js';
import type { QueueItem } from '../queue/types.js';

const NONE: ReadonlyMap<string, string> = new Map();

/** Returns which images of a queue were added a second time: by their ids, the id of the first. Nothing is removed. */
export function useSameImages(items: readonly QueueItem[]): ReadonlyMap<string, string> {
  const [same, setSame] = useState(NONE);
  useEffect(() => {
    let isCurrent = true;
    const find = async (): Promise<void> => {
      const found = await findSame(items, () => isCurrent);
      if (!found || !isCurrent) return;
      setSame((before) => (areEqual(before, found) ? before : found));
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [items]);
  return same;
}

const areEqual = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([id, first]) => other.get(id) === first);
