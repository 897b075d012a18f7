import type { ReactElement } from 'react';
import { useWords } from '../../words/WordsProvider.js';

export interface CompareSliderProps {
  originalPercent: number;
  onChange: (originalPercent: number) => void;
}

/** Reveals the original, from the left: the further the thumb, the more of it. The sides of the image say which is which. */
export function CompareSlider({ originalPercent, onChange }: CompareSliderProps): ReactElement {
  const words = useWords();
  return (
    <label
      // The image ignores the reading direction, and so does its slider.
      dir="ltr"
      className="ik:flex ik:min-w-0 ik:flex-1 ik:items-center ik:gap-3 ik:max-[56rem]:-order-1 ik:max-[56rem]:min-h-8 ik:max-[56rem]:basis-full ik:min-[56rem]:max-w-72"
    >
      <bdi className="ik:whitespace-nowrap">{words.original}</bdi>
      <input
        type="range"
        min={0}
        max={100}
        value={originalPercent}
        aria-label={words.originalShare}
        onChange={(event) => onChange(Number(event.target.value))}
        className="ik:h-8 ik:min-w-0 ik:flex-1 ik:rounded-full ik:accent-white"
      />
    </label>
  );
}
