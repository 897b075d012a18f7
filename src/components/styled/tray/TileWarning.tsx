import { Info, TriangleAlert } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { TrayRemove, useTrayItem } from '../../parts/tray/index.js';
import { warningNotes } from '../../parts/tray/item-status.js';
import { useWords } from '../../words/WordsProvider.js';
import { placeBeside } from '../adding/place-beside.js';
import { isMild } from './is-mild.js';

export interface TileWarningProps {
  /** What helps, below the sentences. */
  children?: ReactNode;
}

/**
 * The caption of an image that differs from what was added: "Cut short". A press shows whole sentences, and what can be
 * done.
 */
export function TileWarning({ children }: TileWarningProps): ReactElement {
  const { item, warnings, title, controlTabIndex } = useTrayItem('TileWarning');
  const words = useWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  /** A press beside an open note closes it, also one on its button. */
  const wasOpen = useRef(false);
  useEffect(() => {
    const element = note.current;
    // React before 19 does not listen to it on a popover.
    const onToggle = (event: Event): void => setIsOpen((event as ToggleEvent).newState === 'open');
    element?.addEventListener('toggle', onToggle);
    return () => element?.removeEventListener('toggle', onToggle);
  }, []);
  const toggle = (): void => {
    const element = note.current;
    if (!element || !button.current || typeof element.showPopover !== 'function') return;
    if (element.matches(':popover-open')) {
      element.hidePopover();
    } else if (!wasOpen.current) {
      element.showPopover();
      // Above the tile, so that the image stays in view.
      placeBeside(element, button.current.closest('li') ?? button.current);
    }
    wasOpen.current = false;
  };
  const sentences = warnings.join(' ');
  const notes = warningNotes(item);
  // The most serious one names the rest.
  const first = notes.find((one) => !isMild(one)) ?? notes[0];
  const caption = first ? words.noteCaption(first) : '';
  const mild = first !== undefined && isMild(first);
  const Icon = mild ? Info : TriangleAlert;
  return (
    <>
      <button
        ref={button}
        type="button"
        data-ick-part="tray-warning"
        tabIndex={controlTabIndex}
        data-ick-tooltip={sentences}
        aria-label={`${title}: ${caption}. ${sentences}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={toggle}
        className={mild ? quiet : amber}
      >
        <Icon className="ik:size-3" strokeWidth={2.25} aria-hidden />
        <span className="ik:truncate">{caption}</span>
      </button>
      <div
        ref={note}
        id={id}
        popover="auto"
        className="ik:fixed ik:inset-auto ik:m-0 ik:max-w-64 ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:px-3 ik:py-2 ik:text-sm ik:whitespace-normal ik:text-ink ik:shadow-card"
      >
        <p className="ik:m-0">{sentences}</p>
        {children}
        <TrayRemove className="ik:mt-1 ik:min-h-8 ik:font-semibold ik:text-accent">
          {words.remove}
        </TrayRemove>
      </div>
    </>
  );
}

const pressable =
  'ik:-mx-1 ik:flex ik:h-6 ik:min-w-0 ik:items-center ik:gap-1 ik:rounded-xs ik:px-1 ik:pointer-coarse:h-8';
const quiet = `${pressable} ik:text-ink-2 ik:hover:bg-sunken ik:aria-expanded:bg-sunken`;

/** A caption that says what is wrong, and can be pressed. */
export const amber = `${pressable} ik:font-medium ik:text-warn ik:hover:bg-warn-soft ik:aria-expanded:bg-warn-soft`;
