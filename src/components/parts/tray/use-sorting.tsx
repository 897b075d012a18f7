import { type ComponentType, type ReactElement, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { QueueItem } from '../../../queue/types.js';
import type { SortingProps } from './sorting/Sorting.js';
import { createTileDrags, type GripName, type TileDrags } from './tile-drags.js';
import { useSettledTiles } from './use-settled-tiles.js';

interface SortingOptions {
  items: readonly QueueItem[];
  /** The same from render to render. */
  move: (id: string, toIndex: number) => void;
  nodes: ReadonlyMap<string, HTMLElement>;
  isEnabled: boolean;
}

const loadSorting = () => import('./sorting/Sorting.js');

/**
 * Sorting by pointer, touch and keyboard, loaded when there is something to sort. It stands beside the list, not around
 * it, so that no tile is mounted anew when its code arrives; without it the tray works all the same.
 */
export function useSorting({ items, move, nodes, isEnabled }: SortingOptions): {
  drags: TileDrags;
  /** A tile was taken hold of. */
  grip: (id: string, name: GripName, event: unknown) => void;
  element: ReactElement | undefined;
} {
  const [Sorting, setSorting] = useState<ComponentType<SortingProps>>();
  const [drags] = useState(createTileDrags);
  const { tiles, settle } = useSettledTiles(items);
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

  return {
    drags,
    grip(id, name, event) {
      if (!Sorting || !isWanted) return;
      // A tile that has just come in can be dragged by the event that it hears.
      flushSync(settle);
      drags.grips.get(id)?.[name]?.(event as never);
    },
    element:
      Sorting && isWanted ? (
        <Sorting tiles={tiles} nodes={nodes} move={move} drags={drags} />
      ) : undefined,
  };
}
