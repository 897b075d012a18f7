import { type ReactElement, useEffect, useRef } from 'react';
import { focusedElement } from '../../shared/focused-element.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useWords } from '../../words/WordsProvider.js';

export interface RemovalNoticeProps {
  /** Called when the user undoes the removal. */
  onUndo: () => void;
}

/** A message was removed, and can be restored. Takes the focus that its Remove button has lost. */
export function RemovalNotice({ onUndo }: RemovalNoticeProps): ReactElement {
  const words = useWords();
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    announce(words.messageRemoved);
    if (focusedElement(button.current)?.localName === 'body') {
      button.current?.focus({ preventScroll: true });
    }
  }, [announce, words]);
  return (
    <p
      data-ick-part="removal-notice"
      className="ik:mx-auto ik:flex ik:items-center ik:gap-2 ik:px-4 ik:py-1 ik:text-sm ik:text-ink-2"
    >
      {words.messageRemoved}
      <button
        ref={button}
        type="button"
        onClick={onUndo}
        className="ik:min-h-8 ik:rounded-full ik:px-2.5 ik:font-medium ik:text-accent ik:hover:bg-accent-soft"
      >
        {words.undo}
      </button>
    </p>
  );
}
