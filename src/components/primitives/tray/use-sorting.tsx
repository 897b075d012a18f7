import { type ComponentType, type ReactElement, useCallback, useEffect, useState } from 'react';
import type { QueueItem } from '../../../pipeline/queue-types.js';
import type { SortingProps } from './sorting/Sorting.js';
import type { TileDrag } from './tray-context.js';

interface SortingOptions {
  items: readonly QueueItem[];
  move: (id: string, toIndex: number) => void;
  nodes: ReadonlyMap<string, HTMLElement>;
  isEnabled: boolean;
}

const loadSorting = () => import('./sorting/Sorting.js');

const noDrags: ReadonlyMap<string, TileDrag> = new Map();

/**
 * Sorting by pointer, touch and keyboard, loaded when there is something to sort. It stands beside the list, not around
 * it, so that no tile is mounted anew when its code arrives; without it the tray works all the same.
 */
export function useSorting({ items, move, nodes, isEnabled }: SortingOptions): {
  drags: ReadonlyMap<string, TileDrag>;
  element: ReactElement | undefined;
} {
  const [Sorting, setSorting] = useState<ComponentType<SortingProps>>();
  const [drags, setDrags] = useState(noDrags);
  const isWanted = isEnabled && items.length > 1;

  useEffect(() => {
    if (!isWanted || Sorting) return undefined;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const part = await loadSorting();
      if (isCurrent) setSorting(() => part.Sorting);
    };
    // Offline, or the chunk is gone after a deployment: Alt and the arrow keys still move.
    load().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [isWanted, Sorting]);

  const onDrag = useCallback((id: string, drag: TileDrag | undefined) => {
    setDrags((before) => {
      const after = new Map(before);
      if (drag) after.set(id, drag);
      else after.delete(id);
      return after;
    });
  }, []);

  return {
    drags,
    element:
      Sorting && isWanted ? (
        <Sorting items={items} nodes={nodes} move={move} onDrag={onDrag} />
      ) : undefined,
  };
}
