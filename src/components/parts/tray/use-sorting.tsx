import { type ReactElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createLazyModule } from '../../../internal/lazy-module.js';
import { useLazyModule } from '../../../react/use-lazy-module.js';
import type { QueueItem } from '../../../queue/types.js';
import { createTileDrags, type GripName, type TileDrags } from './tile-drags.js';
import { useSettledTiles } from './use-settled-tiles.js';

interface SortingOptions {
  items: readonly QueueItem[];
  /** The same from render to render. */
  move: (id: string, toIndex: number) => void;
  nodes: ReadonlyMap<string, HTMLElement>;
  isEnabled: boolean;
}

const sortingModule = createLazyModule(() => import('./sorting/Sorting.js'));

/**
 * Sorting by pointer, touch and keyboard, loaded when there is something to sort. It is rendered next to the list, not
 * around it, so that no tile is remounted when its code arrives; without it the tray works, too.
 */
export function useSorting({ items, move, nodes, isEnabled }: SortingOptions): {
  drags: TileDrags;
  /** Called when a tile is grabbed. */
  grip: (id: string, name: GripName, event: unknown) => void;
  element: ReactElement | undefined;
} {
  const [drags] = useState(createTileDrags);
  const { tiles, settle } = useSettledTiles(items);
  const isWanted = isEnabled && items.length > 1;
  // Until it has loaded, and offline, Alt and the arrow keys still move.
  const loaded = useLazyModule(isWanted ? sortingModule : undefined);

  return {
    drags,
    grip(id, name, event) {
      if (!loaded) return;
      // A newly added tile can be dragged by the event that it receives.
      flushSync(settle);
      drags.grips.get(id)?.[name]?.(event as never);
    },
    element: loaded && <loaded.Sorting tiles={tiles} nodes={nodes} move={move} drags={drags} />,
  };
}
