import type { ReactElement } from 'react';
import { useWords } from '../../words/WordsProvider.js';

export interface CompareSliderProps {
  originalPercent: number;
  onChange: (originalPercent: number) => void;
}

/** Reveals the original, from the left. Both sides are labelled on the image while both are visible. */
export function CompareSlider({ originalPercent, onChange }: CompareSliderProps): ReactElement {
  const words = useWords();
  return (
    <label className="ik:flex ik:min-w-0 ik:flex-1 ik:items-center ik:gap-2 ik:sm:max-w-64">
      <span className="ik:whitespace-nowrap ik:max-sm:sr-only">{words.asSent}</span>
      <input
        type="range"
        min={0}
        max={100}
        value={originalPercent}
        // The image ignores the reading direction, and so does its slider.
        dir="ltr"
        aria-label={words.originalShare}
        onChange={(event) => onChange(Number(event.target.value))}
        className="ik:h-6 ik:min-w-0 ik:flex-1 ik:rounded-full ik:accent-white"
      />
      <span className="ik:whitespace-nowrap ik:max-sm:sr-only">{words.original}</span>
    </label>
  );
}
