import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import { TrayStatus, useTrayItem } from '../../parts/tray/index.js';
import { isUnderWay, itemStatus } from '../../parts/tray/item-status.js';
import { capitalized } from '../../words/capitalized.js';
import { formatShort } from '../../words/format.js';
import { useDescribingWords } from '../../words/use-describing-words.js';
import { useWords } from '../../words/WordsProvider.js';
import { DetailMenu } from '../detail/DetailMenu.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useTileDetails } from './use-tile-details.js';

export interface TileCaptionProps {
  /** Choices of detail. */
  details?: readonly ImageDetail[];
}

/** The line below an image: what it waits for, or its detail and cost, "Auto · 2.9k", which opens the other details. */
export function TileCaption({ details }: TileCaptionProps): ReactElement {
  const {
    item,
    number = 0,
    upload,
    isUndescribed,
    controlTabIndex,
    setDetail,
  } = useTrayItem('TileCaption');
  const choices = useTileDetails(details);
  const { willBeDescribed } = useDescribingWords();
  const words = useWords();
  const caption = useKeptFocus();
  const { prepared, link, detail: used } = item;
  const hasMenu = choices.length > 1 && (prepared || link);
  const describedPrice = isUndescribed ? () => willBeDescribed : undefined;
  if (!hasMenu) {
    return (
      <TrayStatus className="ik:truncate ik:tabular-nums">
        {itemStatus(item, upload, words, describedPrice)}
      </TrayStatus>
    );
  }
  const isWaiting = isUnderWay(item, upload);
  // A model that sees no images charges nothing for them, which says nothing.
  const price = (tokens: number): string => (tokens === 0 ? '' : formatShort(tokens, words.locale));
  const status = itemStatus(item, upload, words, describedPrice ?? price);
  const shown = isWaiting
    ? [status]
    : [capitalized(words.detail(used), words.locale), ...(link ? [] : [status])];
  return (
    <div ref={caption} className="ik:-ms-1 ik:min-w-0 ik:pointer-coarse:flex-1">
      <DetailMenu
        part="tray-detail"
        label={words.detailOfImage(number)}
        choices={choices}
        used={used}
        onUse={setDetail}
        tooltip={isWaiting || !prepared?.tokens ? undefined : words.tokens(prepared.tokens)}
        tabIndex={controlTabIndex}
        className="ik:flex ik:h-6 ik:min-w-0 ik:items-center ik:gap-0.5 ik:rounded-xs ik:px-1 ik:tabular-nums ik:hover:bg-sunken ik:hover:text-ink-2 ik:aria-expanded:bg-sunken ik:pointer-coarse:h-8 ik:pointer-coarse:flex-1"
      >
        <TrayStatus className="ik:truncate">{shown.filter(Boolean).join(' · ')}</TrayStatus>
        {!isWaiting && <ChevronDown aria-hidden className={arrow} strokeWidth={2} />}
      </DetailMenu>
    </div>
  );
}

const arrow =
  'ik:size-3 ik:flex-none ik:transition-opacity ik:duration-150 ik:pointer-fine:opacity-0 ik:group-hover/tile:opacity-100 ik:group-focus-within/tile:opacity-100';
