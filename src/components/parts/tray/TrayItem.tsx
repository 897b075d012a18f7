import {
  forwardRef,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type TouchEvent,
  useCallback,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { QueueItem } from '../../../queue/types.js';
import { cleanName } from '../../words/clean-name.js';
import type { ImageUpload } from '../../../uploads/types.js';
import { hideVisually } from '../announcer/Announcer.js';
import { imageTitle } from '../../words/image-title.js';
import { useDescribingWords } from '../../words/use-describing-words.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { itemStatus, itemWarnings } from './item-status.js';
import {
  type Tray,
  TrayItemContext,
  type TrayItemState,
  type TrayQueue,
  useTray,
  useTrayFacts,
} from './tray-context.js';

export interface TrayItemProps extends PartProps<'li', TrayItemState> {
  /** One image of the queue. */
  item: QueueItem;
}

/**
 * One image. `data-status`: `queued`, `preparing`, `ready` or `failed`; `data-warning` if a ready one is not complete.
 */
export const TrayItem = forwardRef<HTMLLIElement, TrayItemProps>(function TrayItem(props, ref) {
  const facts = useTrayFacts('Tray.Item');
  const { numbers, activeId, uploads, undescribedIds, sameAs, detailChoices } = facts;
  const { id } = props.item;
  return (
    <Tile
      {...props}
      ref={ref}
      number={numbers.get(id)}
      isActive={id === activeId}
      sameAs={numbers.get(sameAs.get(id) ?? '')}
      upload={uploads?.get(id)}
      isUndescribed={undescribedIds?.has(id) === true}
      detailChoices={detailChoices}
    />
  );
});

interface TileProps extends TrayItemProps {
  number: number | undefined;
  isActive: boolean;
  sameAs: number | undefined;
  upload: ImageUpload | undefined;
  isUndescribed: boolean;
  detailChoices: TrayQueue['detailChoices'];
}

/** A tile re-renders only when it has changed itself. */
const Tile = memo(
  forwardRef<HTMLLIElement, TileProps>(function Tile(props, ref) {
    const { item, number, isActive, upload, isUndescribed, sameAs, detailChoices, ...rest } = props;
    const { children, ...given } = rest;
    const tray = useTray('Tray.Item');
    const words = useWords();
    const { willBeDescribed } = useDescribingWords();
    const { registerTile, drags } = tray;
    const { id, status, previewIsFinal } = item;
    const title = imageTitle(item.name, number, words);
    const warnings = useMemo(() => itemWarnings(item, words), [item, words]);
    const hasWarning = warnings.length > 0;
    const subscribe = useCallback(
      (listener: () => void) => drags.subscribe(id, listener),
      [drags, id],
    );
    const drag = useSyncExternalStore(subscribe, () => drags.get(id), atRest);
    const isDragging = drag?.isDragging === true;

    const state = useMemo(
      (): TrayItemState => ({
        status,
        final: previewIsFinal,
        dragging: isDragging,
        warning: hasWarning,
        upload: upload?.status,
      }),
      [status, previewIsFinal, isDragging, hasWarning, upload?.status],
    );
    const context = useMemo(
      () =>
        ({
          item,
          upload,
          isUndescribed,
          number,
          title,
          sameAs,
          warnings,
          state,
          controlTabIndex: isActive ? 0 : -1,
          detailChoices,
          setDetail: (detail: ImageDetail) => tray.setDetail(item.id, detail),
        }) as const,
      [
        item,
        upload,
        isUndescribed,
        number,
        title,
        sameAs,
        warnings,
        state,
        isActive,
        detailChoices,
        tray,
      ],
    );
    const ownRef = useCallback(
      (node: HTMLLIElement | null) => registerTile(id, node),
      [registerTile, id],
    );
    const open = status === 'failed' ? undefined : tray.open;
    const element = usePart({
      tag: 'li',
      name: 'tray-item',
      own: {
        tabIndex: isActive ? 0 : -1,
        'aria-label': [
          title,
          number === undefined ? words.notSent : cleanName(item.name),
          itemStatus(item, upload, words, isUndescribed ? () => willBeDescribed : undefined),
          sameAs === undefined ? '' : words.sameAs(sameAs),
          ...warnings,
        ]
          .filter(Boolean)
          .join(', '),
        'aria-describedby': undefined,
        style: drag?.style,
        children: (
          <>
            {children}
            {open && (
              // The tile itself is an item of a list. Screen readers find here that it can be pressed.
              // No button element, which the page's rules for buttons would reach. Keys press the tile around it.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
              <span
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
                role="button"
                tabIndex={-1}
                aria-label={[title, cleanName(item.name)].filter(Boolean).join(', ')}
                ref={hideVisually}
                onClick={() => open(id)}
              />
            )}
          </>
        ),
        onMouseDown(event: MouseEvent) {
          if (!isInPopover(event)) tray.grip(id, 'onMouseDown', event);
        },
        onTouchStart(event: TouchEvent) {
          if (!isInPopover(event)) tray.grip(id, 'onTouchStart', event);
        },
        onFocus: () => tray.setActiveId(id),
        onClick: (event: MouseEvent<HTMLElement>) => {
          const isOnControl =
            (event.target as Element).closest('button, [role=button], select, a, input') !== null;
          if (!isOnControl && !isInPopover(event)) open?.(id);
        },
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          if (event.target !== event.currentTarget) return;
          if (!isDragging) handleKey(event, tray, id, open);
          if (event.code === 'Space') tray.grip(id, 'onKeyDown', event);
        },
      },
      given,
      state,
      ref,
      ownRef,
    });
    return <TrayItemContext.Provider value={context}>{element}</TrayItemContext.Provider>;
  }),
);

const atRest = (): undefined => undefined;

/** Whether an event comes from a menu or a note of the tile, which lies above the page. */
function isInPopover({ target, currentTarget }: MouseEvent | TouchEvent): boolean {
  const popover = (target as Element).closest('[popover]');
  return popover !== null && currentTarget.contains(popover);
}

function handleKey(
  event: KeyboardEvent<HTMLElement>,
  tray: Tray,
  id: string,
  open: Tray['open'],
): void {
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const row = tilesInRow(event.currentTarget);
  const steps: Record<string, number> = {
    ArrowRight: isRightToLeft ? -1 : 1,
    ArrowLeft: isRightToLeft ? 1 : -1,
    ArrowDown: row,
    ArrowUp: -row,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[event.key];
  if (step !== undefined) {
    if (event.altKey) tray.moveBy(id, step);
    else tray.focusBy(id, step);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    tray.remove(id);
  } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
    tray.undo();
  } else if (event.key === 'Enter' && open) {
    open(id);
  } else {
    return;
  }
  event.preventDefault();
}

/** Returns how many tiles stand beside each other: what an arrow up or down jumps. In a single row that is the next. */
function tilesInRow(tile: HTMLElement): number {
  const tiles = Array.from(tile.parentElement?.children ?? []).filter(
    (one): one is HTMLElement => one instanceof HTMLElement,
  );
  const top = tiles[0]?.offsetTop;
  const next = tiles.findIndex((one) => one.offsetTop !== top);
  return Math.max(1, next);
}
