import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { TrayRemove, useTrayItem } from '../../parts/tray/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { placeBeside } from '../adding/place-beside.js';
import { useKeptFocus } from './use-kept-focus.js';

export interface TileNoteProps {
  /** A few words, part of what is seen. */
  caption: string;
  /** Whole sentences. */
  text: string;
  /** Whether the name of the tile has the sentences already, so that the name of the button leaves them out. @defaultValue false */
  isTold?: boolean;
  /** Content of the button. */
  children: ReactNode;
  /** Value of `data-ick-part` of the button. */
  part: string;
  className: string;
  /** What can be done, below the sentences and above Remove. */
  actions?: ReactNode;
}

/** A caption of a tile that has more to say: a press on "Cut short" shows whole sentences, and what can be done. */
export function TileNote(props: TileNoteProps): ReactElement {
  const { caption, text, isTold = false, children, part, className, actions } = props;
  const { title, controlTabIndex } = useTrayItem('TileNote');
  const words = useWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  /** A press beside an open note closes it, also one on its button. */
  const wasOpen = useRef(false);
  const whole = useKeptFocus();
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
  return (
    <div ref={whole} className="ik:min-w-0">
      <button
        ref={button}
        type="button"
        data-ick-part={part}
        tabIndex={controlTabIndex}
        aria-label={`${title}: ${caption}${isTold ? '' : `. ${text}`}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={toggle}
        className={className}
      >
        {children}
      </button>
      <div
        ref={note}
        id={id}
        popover="auto"
        className="ik:fixed ik:inset-auto ik:m-0 ik:w-max ik:max-w-[min(18rem,calc(100dvw-16px))] ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:p-3 ik:pointer-coarse:pb-1 ik:text-sm ik:whitespace-normal ik:text-ink ik:shadow-card"
      >
        <div className="ik:grid ik:gap-2">
          <p className="ik:m-0">{text}</p>
          {actions}
          <TrayRemove className={`ik:justify-self-start ${noteAction}`}>{words.remove}</TrayRemove>
        </div>
      </div>
    </div>
  );
}

/** An action of the note. */
export const noteAction =
  'ik:-my-1 ik:min-h-8 ik:text-start ik:font-semibold ik:text-accent ik:hover:underline ik:hover:underline-offset-2 ik:pointer-coarse:my-0 ik:pointer-coarse:min-h-11';
