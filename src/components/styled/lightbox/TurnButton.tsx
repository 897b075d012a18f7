import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { IconButton, onDark } from '../shared/IconButton.js';

export interface TurnButtonProps {
  step: 1 | -1;
  isThere: boolean;
  turn: (step: number) => void;
}

/** At half the height of the image, at its side. On a touch screen it would cover the image, which turns by swipes and by its row of thumbnails. */
export function TurnButton({ step, isThere, turn }: TurnButtonProps): ReactElement | null {
  const words = useWords();
  if (!isThere) return null;
  return (
    <IconButton
      icon={step > 0 ? ChevronRight : ChevronLeft}
      label={step > 0 ? words.next : words.previous}
      keys="← →"
      onClick={() => turn(step)}
      className={`${onDark} ik:absolute ik:top-1/2 ik:-mt-5 ik:size-10 ik:bg-[#111110]/60 ik:pointer-coarse:hidden ik:rtl:-scale-x-100 ${
        step > 0 ? 'ik:end-2' : 'ik:start-2'
      }`}
    />
  );
}
