import { forwardRef, useId, useMemo, useState } from 'react';
import { createStableList } from '../../../internal/stable-list.js';
import { useSameImages } from '../../../react/use-same-images.js';
import { useLatest } from '../../../react/use-latest.js';
import type { ImageUpload } from '../../../uploads/types.js';
import { numbersOf, sentIds } from '../../words/image-title.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type Tray, TrayContext, TrayFactsContext, type TrayQueue } from './tray-context.js';
import { useSorting } from './use-sorting.js';
import { useTrayActions } from './use-tray-actions.js';
import { useTrayAnnouncements } from './use-tray-announcements.js';
import { useTrayFocus } from './use-tray-focus.js';

export interface TrayRootProps extends PartProps<'ul'> {
  /** The images, and the actions on them: `useImageQueue` fits. */
  queue: TrayQueue;
  /** Called with Enter, or a press on a tile. */
  onOpen?: (id: string) => void;
  /** Called when the last tile was removed: a good moment to focus the text. */
  onEmpty?: () => void;
  /** Upload progress, by the ids of the images. */
  uploads?: ReadonlyMap<string, ImageUpload>;
  /** Images that will be described for a model that only reads text: their cost is unknown. */
  undescribedIds?: ReadonlySet<string>;
  /** Called when Try again is pressed on an image whose upload failed. */
  onRetryUpload?: (id: string) => void;
  /** Drag to reorder by mouse, touch and keyboard. Its code loads once there are two images. @defaultValue true */
  isSortable?: boolean;
}

/** The images of a message as a list with arrow-key navigation. */
export const TrayRoot = forwardRef<HTMLUListElement, TrayRootProps>(function TrayRoot(props, ref) {
  const { queue, onOpen, onEmpty, uploads, undescribedIds, onRetryUpload, ...rest } = props;
  const { isSortable = true, children, ...given } = rest;
  const { items, detailChoices } = queue;
  const words = useWords();
  const helpId = useId();
  useTrayAnnouncements(items);
  const focus = useTrayFocus(items, onEmpty);
  const sameAs = useSameImages(items);
  const { activeId, setActiveId, registerTile, nodes, focusAfterChange } = focus;
  const actions = useTrayActions({ queue, onOpen, onRetryUpload, nodes, focusAfterChange });
  const sorting = useSorting({ items, move: actions.move, nodes, isEnabled: isSortable });
  const { drags } = sorting;
  const latestGrip = useLatest(sorting.grip);

  const tray = useMemo(
    (): Tray => ({
      ...actions,
      setActiveId,
      registerTile,
      drags,
      grip: (...gripped) => latestGrip.current(...gripped),
    }),
    [actions, setActiveId, registerTile, drags, latestGrip],
  );
  // The progress of one image re-renders no other tile.
  const [stable] = useState(createStableList<string>);
  const sent = stable(sentIds(items));
  const numbers = useMemo(() => numbersOf(sent), [sent]);
  const facts = useMemo(
    () => ({
      numbers,
      activeId,
      uploads,
      undescribedIds,
      sameAs,
      detailChoices,
    }),
    [numbers, activeId, uploads, undescribedIds, sameAs, detailChoices],
  );

  const element = usePart({
    tag: 'ul',
    name: 'tray',
    // Safari drops the list role of a list without bullets unless it is set.
    own: { role: 'list', 'aria-label': words.images, 'aria-describedby': helpId, children },
    given,
    state: { empty: items.length === 0 },
    ref,
  });
  return (
    <TrayContext.Provider value={tray}>
      <TrayFactsContext.Provider value={facts}>
        {element}
        <span id={helpId} hidden>
          {words.trayHelp}
        </span>
      </TrayFactsContext.Provider>
      {sorting.element}
    </TrayContext.Provider>
  );
});
