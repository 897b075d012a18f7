import {
  closestCenter,
  DndContext,
  KeyboardSensor,
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
import { type ReactElement, useEffect } from 'react';
import type { QueueItem } from '../../../../pipeline/queue-types.js';
import { sentNumber } from '../../../picture-title.js';
import { useWords } from '../../../words-context.js';
import { useAnnounce } from '../../announcer/index.js';
import type { TileDrag } from '../tray-context.js';

export interface SortingProps {
  items: readonly QueueItem[];
  nodes: ReadonlyMap<string, HTMLElement>;
  move: (id: string, toIndex: number) => void;
  onDrag: (id: string, drag: TileDrag | undefined) => void;
}

interface BridgeProps extends Pick<SortingProps, 'nodes' | 'onDrag'> {
  id: string;
  /** One that is not sent has no number and is not carried about. */
  isSent: boolean;
}

// A short way or a short wait first, so that a press still opens and a swipe still scrolls.
const mouse = { activationConstraint: { distance: 6 } };
const touch = { activationConstraint: { delay: 220, tolerance: 8 } };
const keyboard = {
  coordinateGetter: sortableKeyboardCoordinates,
  keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
};

/** The tray has a live region of its own; the library's stays silent. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** The lazy half of sorting: everything that needs the drag-and-drop library. Draws nothing itself. */
export function Sorting({ items, nodes, move, onDrag }: SortingProps): ReactElement {
  const words = useWords();
  const announce = useAnnounce();
  const sensors = useSensors(
    useSensor(MouseSensor, mouse),
    useSensor(TouchSensor, touch),
    useSensor(KeyboardSensor, keyboard),
  );
  const ids = items.map(({ id }) => id);
  const placeOf = (id: string | number): number => ids.indexOf(String(id)) + 1;
  const numberOf = (id: string | number): number => sentNumber(items, String(id)) ?? placeOf(id);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => announce(words.imageLifted(numberOf(active.id)))}
      onDragOver={({ over }) => over && announce(words.position(placeOf(over.id), ids.length))}
      onDragCancel={({ active }) => announce(words.imageDropped(numberOf(active.id)))}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) move(String(active.id), ids.indexOf(String(over.id)));
        else announce(words.imageDropped(numberOf(active.id)));
      }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy}>
        {items.map(({ id, status }) => (
          <TileBridge key={id} id={id} isSent={status !== 'failed'} nodes={nodes} onDrag={onDrag} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

/** Lends one tile, drawn elsewhere, to the library, and reports how it hangs. */
function TileBridge({ id, isSent, nodes, onDrag }: BridgeProps): null {
  const sortable = useSortable({ id, disabled: { draggable: !isSent } });
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } =
    sortable;

  // After each render, since a tile may have been mounted in the same one.
  useEffect(() => {
    const node = nodes.get(id) ?? null;
    setNodeRef(node);
    setActivatorNodeRef(node);
  });

  const x = transform?.x ?? 0;
  const y = transform?.y ?? 0;
  useEffect(() => {
    onDrag(id, {
      isDragging,
      handlers: (listeners ?? {}) as TileDrag['handlers'],
      style: {
        ...((x !== 0 || y !== 0) && { transform: `translate3d(${x}px, ${y}px, 0)` }),
        transition,
        ...(isDragging && { zIndex: 1 }),
      },
    });
  }, [id, isDragging, listeners, x, y, transition, onDrag]);
  useEffect(() => () => onDrag(id, undefined), [id, onDrag]);
  return null;
}
