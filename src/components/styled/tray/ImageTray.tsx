import { ChevronDown, Pencil, X } from 'lucide-react';
import { memo, type ReactElement, type ReactNode, useRef } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { QueueItem } from '../../../queue/types.js';
import { formatBytes, percentSaved } from '../../words/format.js';
import { cleanName } from '../../words/clean-name.js';
import {
  TrayDetail,
  TrayEdit,
  TrayItem,
  TrayNumber,
  TrayProgress,
  type TrayQueue,
  TrayRemove,
  TrayRetry,
  TrayRoot,
  TraySame,
  TrayStatus,
  TrayThumbnail,
  useTrayItem,
} from '../../parts/tray/index.js';
import { linkStatus } from '../../parts/tray/item-status.js';
import type { ImageUpload } from '../../../uploads/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { KitRoot } from '../chat/KitRoot.js';
import { useInView } from '../shared/use-in-view.js';
import { LinkTile } from './LinkTile.js';
import { ProgressRing } from './ProgressRing.js';
import { SmallTextFixes } from './SmallTextFixes.js';
import { TileWarning } from './TileWarning.js';

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

/** The images of a message: numbered tiles with detail, cost and state. Renders nothing without images. */
export const ImageTray = memo(function ImageTray(props: ImageTrayProps): ReactElement {
  const { queue, onOpen, onEdit, onEmpty, uploads, onRetryUpload, isSortable } = props;
  const { undescribedIds, details, addButton, className = '' } = props;
  return (
    <KitRoot
      className={`ik:flex ik:gap-2.5 ik:overflow-x-auto ik:p-1 ik:has-data-empty:hidden ik:[scrollbar-width:thin] ${className}`}
    >
      <TrayRoot
        queue={queue}
        className="ik:flex ik:gap-2.5"
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
            isUploaded={uploads?.get(item.id)?.status !== 'failed'}
            {...(details && { details })}
            {...(onEdit && { onEdit })}
            {...(hasSmallText(item) && { queue })}
          />
        ))}
      </TrayRoot>
      {queue.items.length > 0 && addButton}
    </KitRoot>
  );
});

function hasSmallText({ status, prepared }: QueueItem): boolean {
  return status === 'ready' && prepared?.notes.some(({ code }) => code === 'small-text') === true;
}

interface TileContentProps {
  item: QueueItem;
  /** Fixes for an image whose text is too small. */
  queue?: TrayQueue;
  isUploaded: boolean;
  details?: readonly ImageDetail[];
  onEdit?: (id: string) => void;
}

interface TileProps extends TileContentProps {
  /** Whether its content is rendered only near the visible part. */
  isWindowed: boolean;
}

const Tile = memo(function Tile({ isWindowed, ...content }: TileProps): ReactElement {
  const tile = useRef<HTMLLIElement>(null);
  const isInView = useInView(tile, isWindowed ? scrollerOf : nothing);
  return (
    <TrayItem
      ref={tile}
      item={content.item}
      className="ik:group/tile ik:relative ik:w-26 ik:flex-none ik:rounded-md ik:select-none ik:data-dragging:z-1 ik:data-dragging:scale-104 ik:data-dragging:bg-surface ik:data-dragging:shadow-card"
    >
      <WindowedContent {...content} isInView={isInView || !isWindowed} />
    </TrayItem>
  );
});

const nothing = (): null => null;

const scrollerOf = (tile: Element): Element | null =>
  tile.closest('[data-ick-part=tray]')?.parentElement ?? null;

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
  const { item, queue, isUploaded, details, onEdit } = props;
  const words = useWords();
  const { prepared, status, link } = item;
  const isFailed = status === 'failed';
  const name = cleanName(item.name);
  return (
    <>
      <div
        data-ick-tooltip={
          link
            ? `${link.url} · ${linkStatus(link, words)}`
            : prepared && sizeChange(prepared.sourceBytes, prepared.blob.size, words)
        }
        className={`${frame} ik:border-line ik:bg-sunken ik:transition-colors ik:duration-150 ik:group-hover/tile:border-ink-3 ik:group-data-[status=failed]/tile:border-bad ik:group-data-[status=failed]/tile:bg-bad-soft`}
      >
        {isFailed ? (
          <TrayStatus className="ik:absolute ik:inset-x-2 ik:top-7 ik:bottom-1 ik:line-clamp-4 ik:overflow-hidden ik:text-center ik:text-2xs ik:leading-[1.2] ik:text-bad" />
        ) : link ? (
          <LinkTile url={link.url} />
        ) : (
          <TrayThumbnail className="ik:size-full ik:object-cover ik:transition-[filter,opacity] ik:duration-200 ik:not-data-final:scale-108 ik:not-data-final:opacity-75 ik:not-data-final:blur-[3px] ik:not-data-final:saturate-70" />
        )}
        <TrayProgress className="ik:absolute ik:inset-0 ik:grid ik:place-items-center ik:text-white">
          <ProgressRing />
        </TrayProgress>
      </div>
      <TraySame className="ik:absolute ik:inset-x-px ik:top-6.5 ik:min-h-7 ik:bg-badge ik:px-1 ik:text-center ik:text-2xs ik:leading-3.5 ik:text-white ik:[&>span]:line-clamp-2 ik:[&>span]:text-balance" />
      <TileWarning />
      <TrayNumber className="ik:absolute ik:start-1.5 ik:top-1.5 ik:min-w-5 ik:rounded-full ik:bg-badge ik:px-1.5 ik:text-center ik:text-2xs ik:leading-5 ik:text-white ik:tabular-nums ik:ring-1 ik:ring-white/20" />
      <TrayRemove className={`ik:end-0.5 ik:top-0.5 ${tool} ${isFailed ? '' : onDemand}`}>
        <span className="ik:grid ik:size-5 ik:place-items-center ik:rounded-full ik:bg-badge ik:ring-1 ik:ring-white/20">
          <X className="ik:size-3" strokeWidth={2.25} />
        </span>
      </TrayRemove>
      {onEdit && !isFailed && !link && (
        <TrayEdit
          onEdit={onEdit}
          className={`ik:end-0.5 ik:top-13.5 ik:pointer-coarse:top-12.5 ${tool} ${onDemand}`}
        >
          <span className="ik:grid ik:size-5 ik:place-items-center ik:rounded-full ik:bg-badge ik:ring-1 ik:ring-white/20">
            <Pencil className="ik:size-3" strokeWidth={2} />
          </span>
        </TrayEdit>
      )}
      <div className="ik:mt-1 ik:flex ik:h-6 ik:pointer-coarse:h-8 ik:items-center ik:justify-between ik:gap-1 ik:text-2xs ik:text-ink-3 ik:tabular-nums">
        {isFailed ? (
          <>
            <bdi className="ik:truncate ik:text-bad" data-ick-tooltip={name}>
              {name}
            </bdi>
            <TrayRetry className={retry} />
          </>
        ) : (
          <>
            {(prepared || link) && isUploaded && (
              <DetailSelect detail={item.detail} {...(details && { details })} />
            )}
            {/* Another element for the price, at another place: the words before it do not move there. */}
            {!link && (
              <TrayStatus key={status} className="ik:truncate ik:data-[upload=failed]:text-bad" />
            )}
            {!isUploaded && <TrayRetry className={retry} />}
          </>
        )}
      </div>
      {queue && <SmallTextFixes item={item} queue={queue} {...(onEdit && { onEdit })} />}
    </>
  );
}

const tool =
  'ik:absolute ik:grid ik:size-7 ik:place-items-center ik:rounded-full ik:text-white ik:pointer-coarse:size-8';

/** With a mouse, shown on the tile that it or the focus is on. */
const onDemand =
  'ik:transition-opacity ik:duration-150 ik:pointer-fine:opacity-0 ik:group-hover/tile:opacity-100 ik:group-focus-within/tile:opacity-100 ik:focus-visible:opacity-100';

const retry =
  'ik:h-6 ik:flex-none ik:font-semibold ik:whitespace-nowrap ik:text-bad ik:underline ik:underline-offset-2';

interface DetailSelectProps {
  detail: ImageDetail;
  details?: readonly ImageDetail[];
}

/** Its choices show their cost, for which a tile has no room: while it is closed, only the word is visible. */
function DetailSelect({ detail, details }: DetailSelectProps): ReactElement {
  const words = useWords();
  return (
    <span className="ik:relative ik:flex ik:h-6 ik:pointer-coarse:h-8 ik:flex-none ik:items-center ik:gap-0.5 ik:rounded-xs ik:bg-sunken ik:ps-1.5 ik:pe-1 ik:text-2xs ik:text-ink-2 ik:has-focus-visible:outline-2 ik:has-focus-visible:outline-offset-2 ik:has-focus-visible:outline-accent ik:forced-colors:border">
      <span aria-hidden>{words.detail(detail)}</span>
      <ChevronDown className="ik:size-3" aria-hidden />
      <TrayDetail
        {...(details && { details })}
        className="ik:absolute ik:inset-0 ik:size-full ik:text-2xs ik:opacity-0"
      />
    </span>
  );
}

function sizeChange(
  beforeBytes: number,
  afterBytes: number,
  words: ReturnType<typeof useWords>,
): string {
  return words.sizeChange(
    formatBytes(beforeBytes, words.locale),
    formatBytes(afterBytes, words.locale),
    percentSaved(beforeBytes, afterBytes),
  );
}
