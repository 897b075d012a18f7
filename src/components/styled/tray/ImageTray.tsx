import { Pencil, X } from 'lucide-react';
import { memo, type ReactElement, type ReactNode, useContext, useRef } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { QueueItem } from '../../../queue/types.js';
import { sizeChange } from '../../words/size-change.js';
import { capitalized } from '../../words/capitalized.js';
import { cleanName } from '../../words/clean-name.js';
import {
  TrayEdit,
  TrayItem,
  TrayNumber,
  TrayProgress,
  type TrayQueue,
  TrayRemove,
  TrayRoot,
  TrayThumbnail,
  useTrayItem,
} from '../../parts/tray/index.js';
import { linkStatus, warningNotes } from '../../parts/tray/item-status.js';
import type { ImageUpload } from '../../../uploads/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { KitRoot } from '../chat/KitRoot.js';
import { useInView } from '../shared/use-in-view.js';
import { isMild } from './is-mild.js';
import { LeftOutContext } from './left-out-context.js';
import { LinkTile } from './LinkTile.js';
import { ProgressRing } from './ProgressRing.js';
import { SmallTextFixes } from './SmallTextFixes.js';
import { TileCaption } from './TileCaption.js';
import { TileFailure, UploadFailure } from './TileFailure.js';
import { noteLine, TileWarning } from './TileWarning.js';
import { useScrollEdges } from './use-scroll-edges.js';

export interface ImageTrayProps {
  /** The images, and the actions on them: `useImageQueue` fits. */
  queue: TrayQueue;
  /** Called with a press on a tile, or Enter. */
  onOpen?: (id: string) => void;
  /** Opens the markup editor: crops, draws, blacks out. */
  onEdit?: (id: string) => void;
  /** Called when the last image was removed. */
  onEmpty?: () => void;
  /** Upload progress, by the ids of the images. */
  uploads?: ReadonlyMap<string, ImageUpload>;
  /** Images that will be described for a model that only reads text: their cost is unknown. */
  undescribedIds?: ReadonlySet<string>;
  /** Called when Try again is pressed on an image whose upload failed. */
  onRetryUpload?: (id: string) => void;
  /** Choices of detail. @defaultValue auto, low, high, original */
  details?: readonly ImageDetail[];
  /** Whether tiles can be reordered by pointer, touch and keyboard. @defaultValue true */
  isSortable?: boolean;
  /** Content after the last tile. */
  addButton?: ReactNode;
  className?: string;
}

/** Tiles after these are rendered in full only in or near the visible part: a tray of hundreds holds up the page. */
const ALWAYS_SHOWN = 24;
/** More than these stand in rows below each other. */
const MOST_IN_ONE_ROW = 8;

/** The images of a message: numbered tiles with detail, cost and state. Renders nothing without images. */
export const ImageTray = memo(function ImageTray(props: ImageTrayProps): ReactElement {
  const { queue, onOpen, onEdit, onEmpty, uploads, onRetryUpload, isSortable } = props;
  const { undescribedIds, details, addButton, className = '' } = props;
  const count = queue.items.length;
  const list = useRef<HTMLUListElement>(null);
  useScrollEdges(list, count);
  return (
    <KitRoot className={`ik:flex ik:has-data-empty:hidden ${className}`}>
      <TrayRoot
        ref={list}
        queue={queue}
        className={`ik:fade-edges ik:min-w-0 ik:gap-2.5 ik:px-4 ik:py-2.5 ik:[scrollbar-width:thin] ${count > MOST_IN_ONE_ROW ? rows : oneRow}`}
        {...(onOpen && { onOpen })}
        {...(onEmpty && { onEmpty })}
        {...(uploads && { uploads })}
        {...(undescribedIds && { undescribedIds })}
        {...(onRetryUpload && { onRetryUpload })}
        {...(isSortable !== undefined && { isSortable })}
      >
        {queue.items.map((item, index) => (
          <Tile
            key={item.id}
            item={item}
            isWindowed={index >= ALWAYS_SHOWN}
            {...(details && { details })}
            {...(onEdit && { onEdit })}
            {...(hasSmallText(item) && { queue })}
          />
        ))}
      </TrayRoot>
      {count > 0 && addButton && (
        // Beside the list, not in it: it is never scrolled away.
        <div className="ik:flex-none ik:py-2.5 ik:pe-4">{addButton}</div>
      )}
    </KitRoot>
  );
});

/** What scrolls cuts the shadow of a lifted tile, unless there is room for it. */
const oneRow =
  'ik:flex ik:overflow-x-auto ik:overflow-y-hidden ik:has-data-dragging:-mb-6 ik:has-data-dragging:pb-8.5';

/** Two of them and the beginning of a third, if the window is high enough. */
const rows =
  'ik:grid ik:flex-1 ik:auto-rows-max ik:grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] ik:mb-3 ik:max-h-[min(18.25rem,42dvh)] ik:pointer-coarse:max-h-[min(19.25rem,42dvh)] ik:overflow-x-hidden ik:overflow-y-auto';

function hasSmallText({ status, prepared }: QueueItem): boolean {
  return status === 'ready' && prepared?.notes.some(({ code }) => code === 'small-text') === true;
}

interface TileContentProps {
  item: QueueItem;
  /** Fixes for an image whose text is too small. */
  queue?: TrayQueue;
  details?: readonly ImageDetail[];
  onEdit?: (id: string) => void;
}

interface TileProps extends TileContentProps {
  /** Whether its content is rendered only near the visible part. */
  isWindowed: boolean;
}

const Tile = memo(function Tile({ isWindowed, ...content }: TileProps): ReactElement {
  const tile = useRef<HTMLLIElement>(null);
  const words = useWords();
  const isLeftOut = useContext(LeftOutContext).has(content.item.id);
  const isInView = useInView(tile, isWindowed ? scrollerOf : nothing);
  return (
    <TrayItem
      ref={tile}
      item={content.item}
      {...(isLeftOut && { 'aria-description': words.notSent })}
      className={`ik:group/tile ik:relative ik:min-w-0 ik:flex-none ik:basis-26 ik:rounded-md ik:select-none ik:transition-[scale,box-shadow] ik:duration-180 ${lifted}`}
    >
      <WindowedContent {...content} isInView={isInView || !isWindowed} />
    </TrayItem>
  );
});

/** Opaque with its caption, above the others. */
const lifted =
  'ik:data-dragging:z-1 ik:data-dragging:scale-106 ik:data-dragging:cursor-grabbing ik:data-dragging:bg-surface ik:data-dragging:ring-4 ik:data-dragging:ring-surface ik:data-dragging:shadow-lift';

const nothing = (): null => null;

const scrollerOf = (tile: Element): Element | null => tile.closest('[data-ick-part=tray]');

/**
 * The content of a tile that is visible, or that Tab reaches. The others are still items of the list, with a name that
 * says everything about their image.
 */
function WindowedContent(props: TileContentProps & { isInView: boolean }): ReactElement {
  const { isInView, ...content } = props;
  const { controlTabIndex } = useTrayItem('ImageTray');
  if (isInView || controlTabIndex === 0) return <TileContent {...content} />;
  return <div className={`${frame} ik:border-line ik:bg-sunken`} />;
}

const frame = 'ik:relative ik:h-21 ik:overflow-hidden ik:rounded-md ik:border';

function TileContent(props: TileContentProps): ReactElement {
  const { item, queue, details, onEdit } = props;
  const { warnings, upload, sameAs } = useTrayItem('ImageTray');
  const words = useWords();
  const { prepared, status, link } = item;
  const isFailed = status === 'failed';
  const isUploaded = upload?.status !== 'failed';
  const name = cleanName(item.name);
  const isLeftOut = useContext(LeftOutContext).has(item.id);
  const isNoted = sameAs !== undefined || warnings.length > 0;
  const isAmber = warningNotes(item).some((note) => !isMild(note));
  return (
    <>
      <div
        data-ick-tooltip={
          link
            ? `${link.url} · ${linkStatus(link, words)}`
            : [name, prepared && sizeChange(prepared.sourceBytes, prepared.blob.size, words)]
                .filter(Boolean)
                .join(' · ')
        }
        className={`${frame} ik:bg-sunken ik:transition-colors ik:duration-150 ${isAmber ? 'ik:border-warn' : 'ik:border-line ik:group-hover/tile:border-ink-3'}`}
      >
        {isFailed ? (
          <TileFailure />
        ) : link ? (
          <LinkTile url={link.url} />
        ) : (
          <TrayThumbnail className="ik:size-full ik:object-cover ik:transition-[filter,opacity] ik:duration-200 ik:not-data-final:scale-108 ik:not-data-final:opacity-75 ik:not-data-final:blur-[3px] ik:not-data-final:saturate-70" />
        )}
        <TrayProgress
          className={`ik:absolute ik:inset-0 ik:grid ik:place-items-center ${item.previewUrl ? 'ik:text-white' : 'ik:text-ink-3'}`}
        >
          {/* On its own ground it is seen on any image. */}
          <span className={item.previewUrl ? `${round} ik:size-10` : ''}>
            <ProgressRing />
          </span>
        </TrayProgress>
      </div>
      <TrayNumber className="ik:absolute ik:start-1.5 ik:top-1.5 ik:min-w-5 ik:rounded-full ik:bg-badge ik:px-1.5 ik:text-center ik:forced-colors:border ik:forced-colors:bg-[Canvas] ik:text-xs ik:leading-5 ik:text-white ik:tabular-nums ik:ring-1 ik:ring-white/20" />
      <TrayRemove
        className={`ik:end-0.5 ik:top-0.5 ik:pointer-coarse:size-8 ${tool} ${isFailed ? '' : onDemand}`}
      >
        <span className={badge}>
          <X className="ik:size-3" strokeWidth={2.25} />
        </span>
      </TrayRemove>
      {onEdit && !isFailed && !link && (
        <TrayEdit
          onEdit={onEdit}
          className={`ik:end-0.5 ${isNoted || isLeftOut ? aboveNote : 'ik:top-13.5 ik:pointer-coarse:top-12.5 ik:pointer-coarse:size-8'} ${tool} ${onDemand}`}
        >
          <span className={badge}>
            <Pencil className="ik:size-3" strokeWidth={2} />
          </span>
        </TrayEdit>
      )}
      {isLeftOut ? (
        <span aria-hidden className={`${noteLine} ik:bg-surface/90 ik:text-ink-2`}>
          {capitalized(words.notSent, words.locale)}
        </span>
      ) : isUploaded && status === 'ready' && isNoted ? (
        <TileWarning>
          {queue && <SmallTextFixes item={item} queue={queue} {...(onEdit && { onEdit })} />}
        </TileWarning>
      ) : null}
      <div className="ik:mt-1 ik:flex ik:h-6 ik:pointer-coarse:h-8 ik:items-center ik:justify-between ik:gap-1 ik:text-xs ik:text-ink-3 ik:tabular-nums">
        {isFailed ? (
          <bdi className="ik:truncate" data-ick-tooltip={name}>
            {name}
          </bdi>
        ) : !isUploaded ? (
          <UploadFailure />
        ) : (
          <TileCaption {...(details && { details })} />
        )}
      </div>
    </>
  );
}

const round =
  'ik:grid ik:place-items-center ik:rounded-full ik:bg-badge ik:ring-1 ik:ring-white/20';
const badge = `${round} ik:size-5`;

const tool = 'ik:absolute ik:grid ik:size-7 ik:place-items-center ik:rounded-full ik:text-white';

/** Between Remove and the line at the lower edge. */
const aboveNote = 'ik:top-7.5 ik:pointer-coarse:top-8';

/** With a mouse, shown on the tile that it or the focus is on. */
const onDemand =
  'ik:transition-opacity ik:duration-150 ik:pointer-fine:opacity-0 ik:group-hover/tile:opacity-100 ik:group-focus-within/tile:opacity-100 ik:focus-visible:opacity-100';
