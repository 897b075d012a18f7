import { Info, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTrayItem } from '../../parts/tray/index.js';
import { warningNotes } from '../../parts/tray/item-status.js';
import { useWords } from '../../words/WordsProvider.js';
import { isMild } from './is-mild.js';
import { TileNote } from './TileNote.js';

/**
 * A line over the lower edge of an image that was added a second time, or that differs from what was added: "Same as 2",
 * "Cut short". A press shows whole sentences, and what can be done.
 */
export function TileWarning({ children }: { children?: ReactNode }): ReactElement {
  const { item, sameAs, warnings } = useTrayItem('TileWarning');
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
      className={`${noteLine} ik:hover:underline ik:hover:underline-offset-2 ${isQuiet ? 'ik:bg-surface/90 ik:text-ink-2 ik:hover:text-ink' : 'ik:bg-warn-soft ik:font-medium ik:text-warn'}`}
      actions={children}
    >
      {!isSame && <Icon className="ik:size-3" strokeWidth={2.25} aria-hidden />}
      <span className="ik:truncate">{caption}</span>
    </TileNote>
  );
}

/** Over the lower edge of the image. */
export const noteLine =
  'ik:absolute ik:inset-x-px ik:top-[calc(5.25rem-1px-1.5rem)] ik:flex ik:h-6 ik:rounded-b-[calc(var(--ick-radius-m,0.75rem)-1px)] ik:items-center ik:gap-1 ik:px-1.5 ik:text-xs ik:focus-visible:-outline-offset-2 ik:forced-colors:border-t';
