import { Info, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import { useTrayItem } from '../../parts/tray/index.js';
import { warningNotes } from '../../parts/tray/item-status.js';
import { useWords } from '../../words/WordsProvider.js';
import { DetailField } from '../detail/DetailField.js';
import { isMild } from './is-mild.js';
import { TileNote } from './TileNote.js';
import { useTileDetails } from './use-tile-details.js';

export interface TileWarningProps {
  /** Choices of detail. */
  details?: readonly ImageDetail[];
  /** What helps, below the sentences. */
  children?: ReactNode;
}

/**
 * The caption of an image that was added a second time, or that differs from what was added: "Same as 2", "Cut short". A
 * press shows whole sentences, and what can be done.
 */
export function TileWarning({ details, children }: TileWarningProps): ReactElement {
  const {
    item,
    number = 0,
    sameAs,
    warnings,
    controlTabIndex,
    setDetail,
  } = useTrayItem('TileWarning');
  const choices = useTileDetails(details);
  const words = useWords();
  const notes = warningNotes(item);
  // The most serious one names the rest.
  const first = notes.find((note) => !isMild(note)) ?? notes[0];
  const isSame = sameAs !== undefined;
  const isQuiet = !isSame && first !== undefined && isMild(first);
  const caption = isSame ? words.sameCaption(sameAs) : first ? words.noteCaption(first) : '';
  const Icon = isQuiet ? Info : TriangleAlert;
  return (
    <TileNote
      part={isSame ? 'tray-same' : 'tray-warning'}
      caption={caption}
      text={[...(isSame ? [`${words.sameAs(sameAs)}.`] : []), ...warnings].join(' ')}
      className={isQuiet ? quiet : amber}
      actions={
        <>
          {children}
          <DetailField
            part="tray-detail"
            legend={words.detailLegend}
            label={words.detailOfImage(number)}
            choices={choices}
            used={item.detail}
            onUse={setDetail}
            tabIndex={controlTabIndex}
          />
        </>
      }
    >
      {!isSame && <Icon className="ik:size-3" strokeWidth={2.25} aria-hidden />}
      <span className="ik:truncate">{caption}</span>
    </TileNote>
  );
}

const pressable =
  'ik:flex ik:h-6 ik:max-w-full ik:items-center ik:gap-1 ik:rounded-xs ik:px-1 ik:pointer-coarse:h-8';
const quiet = `${pressable} ik:text-ink-2 ik:hover:bg-sunken ik:aria-expanded:bg-sunken`;
const amber = `${pressable} ik:font-medium ik:text-warn ik:hover:bg-warn-soft ik:aria-expanded:bg-warn-soft`;
