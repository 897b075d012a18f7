import { forwardRef, useId } from 'react';
import type { ImageUpload } from '../../../react/upload-types.js';
import { moveWords, removalWords } from '../../picture-title.js';
import { useWords } from '../../words-context.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { type Tray, TrayContext, type TrayQueue } from './tray-context.js';
import { useTrayAnnouncements } from './use-tray-announcements.js';
import { useTrayFocus } from './use-tray-focus.js';
import { useSorting } from './use-sorting.js';

export interface TrayRootProps extends PartProps<'ul'> {
  queue: TrayQueue;
  /** Enter, or a press on a tile. */
  onOpen?: (id: string) => void;
  /** The last tile was removed: a good moment to give the focus to the text. */
  onEmpty?: () => void;
  /** How far uploads are, by the ids of the pictures. */
  uploads?: ReadonlyMap<string, ImageUpload>;
  onRetryUpload?: (id: string) => void;
  /** Drag to reorder by mouse, touch and keyboard. Its code is loaded once there are two pictures. @defaultValue true */
  isSortable?: boolean;
}

/** The pictures of a message as a list that arrow keys walk. */
export const TrayRoot = forwardRef<HTMLUListElement, TrayRootProps>(function TrayRoot(props, ref) {
  const { queue, onOpen, onEmpty, uploads, onRetryUpload, ...rest } = props;
  const { isSortable = true, children, ...given } = rest;
  const { items } = queue;
  const words = useWords();
  const helpId = useId();
  const announce = useAnnounce();
  const focus = useTrayFocus(items, onEmpty);
  useTrayAnnouncements(items);

  const indexOf = (id: string): number => items.findIndex((item) => item.id === id);

  const move = (id: string, toIndex: number): void => {
    const index = Math.max(0, Math.min(items.length - 1, toIndex));
    if (index === indexOf(id)) return;
    focus.focusAfterChange({ id });
    queue.move(id, index);
    announce(moveWords(items, id, index, words));
  };

  const sorting = useSorting({ items, move, nodes: focus.nodes, isEnabled: isSortable });

  const tray: Tray = {
    queue,
    activeId: focus.activeId,
    setActiveId: focus.setActiveId,
    remove: (id) => {
      const index = indexOf(id);
      focus.focusAfterChange({ index });
      queue.remove(id);
      announce(removalWords(items, id, words));
    },
    moveBy: (id, step) => move(id, indexOf(id) + step),
    focusBy: (id, step) => focus.focusTile(indexOf(id) + step),
    open: onOpen,
    uploads,
    retryUpload: onRetryUpload,
    registerTile: focus.registerTile,
    drags: sorting.drags,
  };

  const element = usePart({
    tag: 'ul',
    name: 'tray',
    // Safari forgets that a list without bullets is a list, unless told.
    own: { role: 'list', 'aria-label': words.images, 'aria-describedby': helpId, children },
    given,
    state: { empty: items.length === 0 },
    ref,
  });
  return (
    <TrayContext.Provider value={tray}>
      {element}
      <span id={helpId} hidden>
        {words.trayHelp}
      </span>
      {sorting.element}
    </TrayContext.Provider>
  );
});
