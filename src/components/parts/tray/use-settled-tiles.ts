import { startTransition, useEffect, useMemo, useState } from 'react';
import type { QueueItem } from '../../../queue/types.js';
import { useLatest } from '../../../react/use-latest.js';

/** A tile as sorting knows it. One that is not sent has no number and cannot be dragged. */
export interface SortingTile {
  id: string;
  number: number | undefined;
}

/** Longer than the interval between the images of a large drop. */
const SETTLED_AFTER_MS = 300;

const noTiles: readonly SortingTile[] = [];

/**
 * Returns the tiles to be sorted: none until `settle` was called for the first time, since registering hundreds of them
 * holds up the page. From then on they follow a moment after the last one was added or removed; `settle` does not wait.
 */
export function useSettledTiles(items: readonly QueueItem[]): {
  tiles: readonly SortingTile[];
  settle: () => void;
} {
  const key = JSON.stringify(items.map(({ id, status }) => [id, status !== 'failed']));
  const current = useMemo(() => numberTiles(JSON.parse(key) as [string, boolean][]), [key]);
  const [settled, setSettled] = useState(noTiles);
  const [isUsed, setUsed] = useState(false);
  const latest = useLatest(current);

  useEffect(() => {
    if (!isUsed) return undefined;
    const timer = setTimeout(() => startTransition(() => setSettled(current)), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [current, isUsed]);

  // Another order of the same tiles costs nothing, and is needed at the moment one is dropped.
  return {
    tiles: haveSameIds(current, settled) ? current : settled,
    settle: () => {
      setUsed(true);
      setSettled(latest.current);
    },
  };
}

function numberTiles(entries: readonly [id: string, isSent: boolean][]): readonly SortingTile[] {
  let sent = 0;
  return entries.map(([id, isSent]) => ({ id, number: isSent ? (sent += 1) : undefined }));
}

function haveSameIds(tiles: readonly SortingTile[], others: readonly SortingTile[]): boolean {
  const ids = new Set(others.map(({ id }) => id));
  return tiles.length === others.length && tiles.every(({ id }) => ids.has(id));
}
