import { TextQuote } from 'lucide-react';
import { type ReactElement, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ImageChatComposer } from '../../../react/types.js';
import { useLatest } from '../../../react/use-latest.js';
import { targetOf } from '../../shared/focused-element.js';
import { usePartWords } from '../messages/use-part-words.js';
import { putQuote } from './put-quote.js';
import { type QuotableWords, selectedWords } from './selected-words.js';

const GAP_PX = 6;

export interface QuotePointerProps {
  conversation: RefObject<HTMLElement | null>;
  /** Takes the quotes. */
  composer: Pick<ImageChatComposer, 'text' | 'setText'>;
  quotable: QuotableWords | undefined;
  onChange: (quotable: QuotableWords | undefined) => void;
}

/** Follows what is selected in the answers, and puts a button below its end: for mouse and touch. */
export function QuotePointer(props: QuotePointerProps): ReactElement | null {
  const { conversation, composer, quotable, onChange } = props;
  const words = usePartWords();
  const button = useRef<HTMLButtonElement>(null);
  const latest = useLatest({ composer });

  useEffect(() => {
    let isMouseDown = false;
    let isPressed = false;
    const look = (): void => {
      // A press on the button may take the selection back before it counts.
      if (isMouseDown || isPressed) return;
      const { current } = conversation;
      const selected = current && selectedWords(current);
      if (!selected) {
        onChange(undefined);
        return;
      }
      const quote = (): void => {
        onChange(undefined);
        putQuote(selected.words, latest.current.composer, current);
      };
      onChange({ ...selected, quote });
    };
    const press = (event: PointerEvent): void => {
      isPressed = button.current?.contains(targetOf(event)) === true;
      isMouseDown = event.pointerType === 'mouse' && !isPressed;
    };
    const release = ({ type }: PointerEvent): void => {
      isMouseDown = false;
      if (type === 'pointercancel') isPressed = false;
      look();
    };
    const endPress = (): void => {
      isPressed = false;
    };
    look();
    document.addEventListener('selectionchange', look);
    window.addEventListener('resize', look);
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    document.addEventListener('click', endPress, true);
    return () => {
      document.removeEventListener('selectionchange', look);
      window.removeEventListener('resize', look);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
      document.removeEventListener('click', endPress, true);
    };
  }, [conversation, latest, onChange]);

  // Before the first paint: it would appear somewhere else.
  useLayoutEffect(() => {
    if (button.current && conversation.current && quotable) {
      placeBelow(button.current, conversation.current, quotable.lastLine);
    }
  }, [quotable, conversation]);

  if (!quotable) return null;
  return (
    <button
      ref={button}
      type="button"
      data-ick-part="quote-pointer"
      // Keys reach the same among the actions of the answer, which come next.
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={quotable.quote}
      className="ik:absolute ik:top-0 ik:left-0 ik:z-10 ik:flex ik:min-h-8 ik:items-center ik:gap-1.5 ik:rounded-full ik:border ik:border-line-strong ik:bg-surface ik:px-3 ik:text-sm ik:shadow-card ik:select-none ik:hover:bg-sunken ik:pointer-coarse:min-h-11"
    >
      <TextQuote className="ik:size-4" strokeWidth={1.75} aria-hidden />
      {words.quote}
    </button>
  );
}

/** Places the button below the end of a line, inside of the conversation. */
function placeBelow(button: HTMLElement, conversation: Element, line: DOMRect): void {
  const { left, top, width } = conversation.getBoundingClientRect();
  const room = Math.max(0, width - button.offsetWidth);
  button.style.left = `${Math.min(room, Math.max(0, line.right - left - button.offsetWidth / 2))}px`;
  button.style.top = `${line.bottom - top + GAP_PX}px`;
}
