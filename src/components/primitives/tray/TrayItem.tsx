import { forwardRef, type KeyboardEvent, useCallback, useMemo } from 'react';
import type { QueueItem } from '../../../pipeline/queue-types.js';
import { cleanName } from '../../format.js';
import { useWords } from '../../words-context.js';
import { type PartProps, usePart } from '../part/index.js';
import { type Tray, TrayItemContext, type TrayItemState, useTray } from './tray-context.js';

export interface TrayItemProps extends PartProps<'li', TrayItemState> {
  item: QueueItem;
}

/** One picture. `data-status`: `queued`, `preparing`, `ready` or `failed`. */
export const TrayItem = forwardRef<HTMLLIElement, TrayItemProps>(function TrayItem(props, ref) {
  const { item, ...given } = props;
  const tray = useTray('TrayItem');
  const words = useWords();
  const { registerTile } = tray;
  const { id, status, previewIsFinal } = item;
  const number = tray.queue.items.findIndex((other) => other.id === id) + 1;
  const drag = tray.drags.get(id);
  const isDragging = drag?.isDragging === true;
  const isActive = tray.activeId === id;

  const state = useMemo(
    (): TrayItemState => ({ status, final: previewIsFinal, dragging: isDragging }),
    [status, previewIsFinal, isDragging],
  );
  const context = useMemo(
    () => ({ item, number, state, controlTabIndex: isActive ? 0 : -1 }) as const,
    [item, number, state, isActive],
  );
  const ownRef = useCallback(
    (node: HTMLLIElement | null) => registerTile(id, node),
    [registerTile, id],
  );
  const { onKeyDown: dragKeyDown, ...dragHandlers } = drag?.handlers ?? {};
  const element = usePart({
    tag: 'li',
    name: 'tray-item',
    own: {
      tabIndex: isActive ? 0 : -1,
      'aria-label': [words.image(number), cleanName(item.name), statusWords(item, words)]
        .filter(Boolean)
        .join(', '),
      'aria-describedby': undefined,
      style: drag?.style,
      ...dragHandlers,
      onFocus: () => tray.setActiveId(id),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.target === event.currentTarget && !isDragging) handleKey(event, tray, id);
        if (!event.defaultPrevented) dragKeyDown?.(event as never);
      },
    },
    given,
    state,
    ref,
    ownRef,
  });
  return <TrayItemContext.Provider value={context}>{element}</TrayItemContext.Provider>;
});

function statusWords(item: QueueItem, words: ReturnType<typeof useWords>): string {
  switch (item.status) {
    case 'queued':
      return words.waiting;
    case 'preparing':
      return words.preparing;
    case 'failed':
      return item.error ? words.imageFailure(item.error) : '';
    default:
      return item.prepared ? words.tokens(item.prepared.tokens) : '';
  }
}

function handleKey(event: KeyboardEvent<HTMLElement>, tray: Tray, id: string): void {
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const steps: Record<string, number> = {
    ArrowRight: isRightToLeft ? -1 : 1,
    ArrowLeft: isRightToLeft ? 1 : -1,
    ArrowDown: 1,
    ArrowUp: -1,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[event.key];
  if (step !== undefined) {
    if (event.altKey) tray.moveBy(id, step);
    else tray.focusBy(id, step);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    tray.remove(id);
  } else if (event.key === 'Enter' && tray.open) {
    tray.open(id);
  } else {
    return;
  }
  event.preventDefault();
}
