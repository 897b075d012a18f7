import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTrayItem } from '../../parts/tray/tray-context.js';
import { placeBeside } from '../adding/place-beside.js';

/** Says with a press how an image differs from what was added, for instance that its end is missing. */
export function TileWarning(): ReactElement | null {
  const { warnings, title, controlTabIndex } = useTrayItem('TileWarning');
  return warnings.length === 0 ? null : (
    <WarningButton title={title} words={warnings.join(' ')} tabIndex={controlTabIndex} />
  );
}

interface WarningButtonProps {
  title: string;
  words: string;
  tabIndex: number;
}

function WarningButton({ title, words, tabIndex }: WarningButtonProps): ReactElement {
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
      placeBeside(element, button.current);
    }
    wasOpen.current = false;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        data-ick-part="tray-warning"
        tabIndex={tabIndex}
        data-ick-tooltip={words}
        aria-label={`${title}: ${words}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={toggle}
        className="ik:absolute ik:start-0.5 ik:top-13.5 ik:grid ik:size-7 ik:place-items-center ik:rounded-full ik:text-warn ik:pointer-coarse:top-12.5 ik:pointer-coarse:size-8"
      >
        <span className="ik:grid ik:size-5 ik:place-items-center ik:rounded-full ik:bg-warn-soft ik:forced-colors:border">
          <TriangleAlert className="ik:size-3" strokeWidth={2.25} aria-hidden />
        </span>
      </button>
      <div
        ref={note}
        id={id}
        popover="auto"
        className="ik:fixed ik:inset-auto ik:m-0 ik:max-w-64 ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:px-3 ik:py-2 ik:text-sm ik:whitespace-normal ik:text-ink ik:shadow-card"
      >
        {words}
      </div>
    </>
  );
}
