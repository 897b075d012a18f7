import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  type Modifier,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
} from '@dnd-kit/sortable';
import { memo, type ReactElement, useEffect, useMemo } from 'react';
import { matchesMedia } from '../../../shared/matches-media.js';
import { useWords } from '../../../words/WordsProvider.js';
import { useAnnounce } from '../../announcer/index.js';
import type { TileDrags } from '../tile-drags.js';
import type { SortingTile } from '../use-settled-tiles.js';

export interface SortingProps {
  tiles: readonly SortingTile[];
  nodes: ReadonlyMap<string, HTMLElement>;
  move: (id: string, toIndex: number) => void;
  drags: TileDrags;
}

interface BridgeProps extends Pick<SortingProps, 'nodes' | 'drags'> {
  id: string;
  isSent: boolean;
}

// A short distance or a short delay first, so that a press still opens and a swipe still scrolls.
const mouse = { activationConstraint: { distance: 6 } };
const touch = { activationConstraint: { delay: 220, tolerance: 8 } };
const keyboard = {
  coordinateGetter: sortableKeyboardCoordinates,
  keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
};

const moving = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** Space that a lifted tile needs above itself, and with its shadow below. */
const ABOVE_PX = 6;
const BELOW_PX = 30;

/** What scrolls the tiles would cut one that is dragged above or below it. */
const stayWithinList: Modifier = ({
  transform,
  activatorEvent,
  draggingNodeRect,
  scrollableAncestorRects,
}) => {
  const [list] = scrollableAncestorRects;
  // Keys move it from place to place, and scroll by themselves.
  if (!list || !draggingNodeRect || activatorEvent instanceof KeyboardEvent) return transform;
  const highest = list.top + ABOVE_PX - draggingNodeRect.top;
  const lowest = Math.max(highest, list.bottom - BELOW_PX - draggingNodeRect.bottom);
  return { ...transform, y: Math.max(highest, Math.min(lowest, transform.y)) };
};
const withinList = [stayWithinList];

/** The tray has its own live region; the library's stays silent. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** The lazy half of sorting: everything that needs the drag-and-drop library. Renders nothing itself. */
export const Sorting = memo(function Sorting(props: SortingProps): ReactElement {
  const { tiles, nodes, move, drags } = props;
  const words = useWords();
  const announce = useAnnounce();
  const sensors = useSensors(
    useSensor(MouseSensor, mouse),
    useSensor(TouchSensor, touch),
    useSensor(KeyboardSensor, keyboard),
  );
  const ids = useMemo(() => tiles.map(({ id }) => id), [tiles]);
  const indexOf = (id: string | number): number => ids.indexOf(String(id));
  const numberOf = (id: string | number): number => {
    const index = indexOf(id);
    return tiles[index]?.number ?? index + 1;
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={withinList}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => announce(words.imageLifted(numberOf(active.id)))}
      onDragOver={({ over }) => over && announce(words.position(indexOf(over.id) + 1, ids.length))}
      onDragCancel={({ active }) => announce(words.imageDropped(numberOf(active.id)))}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) move(String(active.id), indexOf(over.id));
        else announce(words.imageDropped(numberOf(active.id)));
      }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy}>
        {tiles.map(({ id, number }) => (
          <TileBridge key={id} id={id} isSent={number !== undefined} nodes={nodes} drags={drags} />
        ))}
      </SortableContext>
    </DndContext>
  );
});

/** Registers one tile, rendered elsewhere, with the library, and reports its drag state. */
const TileBridge = memo(function TileBridge({ id, isSent, nodes, drags }: BridgeProps): null {
  const isStill = matchesMedia('(prefers-reduced-motion: reduce)');
  const sortable = useSortable({
    id,
    disabled: { draggable: !isSent },
    transition: isStill ? null : moving,
  });
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } =
    sortable;

  // After each render, since a tile may have been mounted in the same one.
  useEffect(() => {
    const node = nodes.get(id) ?? null;
    setNodeRef(node);
    setActivatorNodeRef(node);
  });

  useEffect(() => {
    drags.grips.set(id, listeners ?? {});
    return () => void drags.grips.delete(id);
  }, [id, listeners, drags]);

  const x = transform?.x ?? 0;
  const y = transform?.y ?? 0;
  const isMoved = x !== 0 || y !== 0;
  useEffect(() => {
    const isAtRest = !isDragging && !isMoved && transition === undefined;
    const style = {
      ...(isMoved && { transform: `translate3d(${x}px, ${y}px, 0)` }),
      // A tile that is put down also loses its lift.
      transition: transition && `${transition}, scale 180ms ease, box-shadow 180ms ease`,
      ...(isDragging && { zIndex: 1 }),
    };
    drags.set(id, isAtRest ? undefined : { isDragging, style });
  }, [id, isDragging, isMoved, x, y, transition, drags]);
  useEffect(() => () => drags.set(id, undefined), [id, drags]);
  return null;
});
