import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import { TrayDetail, TrayStatus, useTrayItem } from '../../parts/tray/index.js';
import { isUnderWay } from '../../parts/tray/item-status.js';
import { formatShort } from '../../words/format.js';
import { useWords } from '../../words/WordsProvider.js';

export interface TileCaptionProps {
  /** Choices of detail. */
  details?: readonly ImageDetail[];
}

/** The line below an image: "Auto · 2.9k". A press on it offers the other details, each with its cost. */
export function TileCaption({ details }: TileCaptionProps): ReactElement {
  const { item, upload } = useTrayItem('TileCaption');
  const words = useWords();
  const { prepared, link, status, detail } = item;
  const isWaiting = isUnderWay(item, upload);
  if ((!prepared && !link) || upload?.status === 'failed') {
    return <TrayStatus key={status} className="ik:truncate ik:data-[upload=failed]:text-bad" />;
  }
  return (
    <span
      className={`ik:group/detail ik:relative ik:-mx-1 ik:flex ik:h-6 ik:min-w-0 ik:items-center ik:rounded-xs ik:px-1 ik:pointer-coarse:h-8 ik:pointer-coarse:flex-1 ${onFocus}`}
    >
      {!isWaiting && (
        <span aria-hidden className="ik:flex-none ik:first-letter:uppercase">
          {words.detail(detail)}
        </span>
      )}
      {!link && <TileCost isWaiting={isWaiting} />}
      <ChevronDown aria-hidden className={`ik:ms-0.5 ${arrow}`} />
      <TrayDetail {...(details && { details })} className={over} />
    </span>
  );
}

const onFocus =
  'ik:hover:bg-sunken ik:hover:text-ink-2 ik:has-focus-visible:outline-2 ik:has-focus-visible:outline-accent ik:forced-colors:border';

/** Its cost, or what it is waiting for. */
function TileCost({ isWaiting }: { isWaiting: boolean }): ReactElement | null {
  const { item, isUndescribed } = useTrayItem('TileCost');
  const words = useWords();
  const tokens = item.prepared?.tokens ?? 0;
  const isPriced = !isWaiting && item.status === 'ready' && !isUndescribed;
  // A model that sees no images charges nothing for them, which says nothing.
  if (isPriced && tokens === 0) return null;
  return (
    <>
      {!isWaiting && (
        <span aria-hidden className="ik:mx-1 ik:flex-none">
          ·
        </span>
      )}
      <TrayStatus
        key={item.status}
        className="ik:truncate"
        {...(isPriced && {
          children: formatShort(tokens, words.locale),
          'data-ick-tooltip': words.tokens(tokens),
        })}
      />
    </>
  );
}

const arrow =
  'ik:size-3 ik:flex-none ik:transition-opacity ik:duration-150 ik:pointer-fine:opacity-0 ik:group-hover/tile:opacity-100 ik:group-focus-within/tile:opacity-100';

/** The same choice beside other words. */
export function DetailArrow({ details }: TileCaptionProps): ReactElement {
  return (
    <span
      className={`ik:relative ik:-me-1 ik:grid ik:h-6 ik:w-4 ik:flex-none ik:place-items-center ik:rounded-xs ik:pointer-coarse:size-8 ${onFocus}`}
    >
      <ChevronDown aria-hidden className={arrow} />
      <TrayDetail {...(details && { details })} className={over} />
    </span>
  );
}

/** While the choice is closed, only what is below it is visible. */
const over = 'ik:absolute ik:inset-0 ik:size-full ik:text-2xs ik:opacity-0';
