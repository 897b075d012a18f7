import type { ReactElement } from 'react';
import { useWords } from '../../words/WordsProvider.js';

export interface CompareSliderProps {
  originalPercent: number;
  onChange: (originalPercent: number) => void;
}

/** Moves the line between the original, on the left, and what is sent. The sides of the image say which is which. */
export function CompareSlider({ originalPercent, onChange }: CompareSliderProps): ReactElement {
  const words = useWords();
  return (
    <input
      type="range"
      // The image ignores the reading direction, and so does its slider.
      dir="ltr"
      min={0}
      max={100}
      value={originalPercent}
      aria-label={words.originalShare}
      aria-valuetext={words.percent(originalPercent)}
      onChange={(event) => onChange(Number(event.target.value))}
      className="ik:m-0 ik:h-9 ik:w-16 ik:min-w-0 ik:flex-1 ik:rounded-full ik:accent-white ik:min-[64rem]:max-w-72"
    />
  );
}
