import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueItem } from '../../../queue/types.js';

export interface TrayFocus {
  activeId: string | undefined;
  setActiveId: (id: string) => void;
  registerTile: (id: string, node: HTMLElement | null) => void;
  nodes: ReadonlyMap<string, HTMLElement>;
  /** Focuses a tile once the list has changed: the tile itself, or the one in its place. */
  focusAfterChange: (place: { id: string } | { index: number }) => void;
}

/** One tile of the list is in the tab order; arrow keys reach the others, and focus survives every change. */
export function useTrayFocus(items: readonly QueueItem[], onEmpty?: () => void): TrayFocus {
  const [chosenId, setActiveId] = useState<string>();
  const [nodes] = useState(() => new Map<string, HTMLElement>());
  const pending = useRef<{ id: string } | { index: number } | undefined>(undefined);

  const registerTile = useCallback(
    (id: string, node: HTMLElement | null) => {
      if (node) nodes.set(id, node);
      else nodes.delete(id);
    },
    [nodes],
  );

  const focusAfterChange = useCallback((place: { id: string } | { index: number }) => {
    pending.current = place;
  }, []);

  useEffect(() => {
    const place = pending.current;
    if (!place) return;
    pending.current = undefined;
    const item =
      'id' in place
        ? items.find(({ id }) => id === place.id)
        : items[Math.min(place.index, items.length - 1)];
    if (item) nodes.get(item.id)?.focus();
    else onEmpty?.();
  }, [items, nodes, onEmpty]);

  const activeId = items.some(({ id }) => id === chosenId) ? chosenId : items[0]?.id;
  return { activeId, setActiveId, registerTile, nodes, focusAfterChange };
}
