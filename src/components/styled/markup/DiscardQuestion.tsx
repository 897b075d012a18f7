import { type ReactElement, useEffect, useId, useRef } from 'react';
import type { MarkupWords } from '../../words/english/markup.js';

export interface DiscardQuestionProps {
  words: MarkupWords;
  onKeep: () => void;
  onDiscard: () => void;
}

/** Asks before work is lost. Escape keeps it. */
export function DiscardQuestion({ words, onKeep, onDiscard }: DiscardQuestionProps): ReactElement {
  const titleId = useId();
  const hintId = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className="ik:absolute ik:inset-0 ik:grid ik:place-items-center ik:bg-black/60 ik:p-4">
      <div
        role="alertdialog"
        aria-modal
        aria-labelledby={titleId}
        aria-describedby={hintId}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onKeep();
        }}
        className="ik:max-w-sm ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:p-5 ik:text-ink ik:shadow-card"
      >
        <p id={titleId} className="ik:font-semibold">
          {words.discardTitle}
        </p>
        <p id={hintId} className="ik:mt-1 ik:text-sm ik:text-ink-2">
          {words.discardHint}
        </p>
        <div className="ik:mt-4 ik:flex ik:flex-wrap ik:justify-end ik:gap-2">
          <button
            type="button"
            onClick={onDiscard}
            className="ik:h-9 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:text-bad ik:hover:bg-bad-soft"
          >
            {words.discard}
          </button>
          <button
            ref={keep}
            type="button"
            onClick={onKeep}
            className="ik:h-9 ik:rounded-full ik:bg-accent ik:px-3.5 ik:text-sm ik:font-medium ik:text-accent-ink ik:forced-colors:border"
          >
            {words.keepEditing}
          </button>
        </div>
      </div>
    </div>
  );
}
