import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueItem } from '../../../queue/types.js';

export interface TrayFocus {
  activeId: string | undefined;
  setActiveId: (id: string) => void;
  registerTile: (id: string, node: HTMLElement | null) => void;
  nodes: ReadonlyMap<string, HTMLElement>;
  /** Focuses a tile once the list has changed. */
  focusAfterChange: (place: Place) => void;
}

/** The tile itself, the one in its place, or the first new one. */
type Place = { id: string } | { index: number } | { notIn: ReadonlySet<string> };

/** One tile of the list is in the tab order; arrow keys reach the others, and focus survives every change. */
export function useTrayFocus(items: readonly QueueItem[], onEmpty?: () => void): TrayFocus {
  const [chosenId, setActiveId] = useState<string>();
  const [nodes] = useState(() => new Map<string, HTMLElement>());
  const pending = useRef<Place>(undefined);

  const registerTile = useCallback(
    (id: string, node: HTMLElement | null) => {
      if (node) nodes.set(id, node);
      else nodes.delete(id);
    },
    [nodes],
  );

  const focusAfterChange = useCallback((place: Place) => {
    pending.current = place;
  }, []);

  useEffect(() => {
    const place = pending.current;
    if (!place) return;
    pending.current = undefined;
    const item = itemAt(items, place);
    if (item) nodes.get(item.id)?.focus();
    else onEmpty?.();
  }, [items, nodes, onEmpty]);

  const activeId = items.some(({ id }) => id === chosenId) ? chosenId : items[0]?.id;
  return { activeId, setActiveId, registerTile, nodes, focusAfterChange };
}

function itemAt(items: readonly QueueItem[], place: Place): QueueItem | undefined {
  if ('id' in place) return items.find(({ id }) => id === place.id);
  if ('notIn' in place) return items.find(({ id }) => !place.notIn.has(id));
  return items[Math.min(place.index, items.length - 1)];
}
