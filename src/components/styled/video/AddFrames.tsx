import { ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { ProgressBar } from '../batch/ProgressBar.js';
import { outlined, quiet } from './button-styles.js';
import type { ChosenFrames } from './use-chosen-frames.js';
import { useVideoWords } from './use-video-words.js';

export interface AddFramesProps {
  chosen: ChosenFrames;
  /** The time of the shown frame. */
  timeS: number;
  /** How many frames are offered to be spread evenly at first. */
  frameCount: number;
}

const EVEN_COUNTS = [2, 3, 4, 6, 9, 12, 16, 24, 36];

/** Three ways to choose frames: this one, some spread evenly, those where the scene changes. */
export function AddFrames({ chosen, timeS, frameCount }: AddFramesProps): ReactElement {
  const words = useVideoWords();
  const [evenCount, setEvenCount] = useState(frameCount);
  const counts = [...new Set([...EVEN_COUNTS, frameCount])].toSorted((one, other) => one - other);
  const isSearching = chosen.searchedShare !== undefined;
  return (
    <>
      <div className="ik:flex ik:flex-wrap ik:items-center ik:gap-2">
        <button type="button" onClick={() => chosen.addAt(timeS)} className={outlined}>
          {words.addFrame}
        </button>
        <span className="ik:flex ik:items-center ik:gap-1">
          <span className="ik:relative">
            <select
              aria-label={words.evenCount}
              value={evenCount}
              onChange={({ target }) => setEvenCount(Number(target.value))}
              className="ik:h-9 ik:rounded-full ik:border ik:border-line-strong ik:ps-3 ik:pe-7 ik:text-sm ik:pointer-coarse:h-11"
            >
              {counts.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
            <ChevronDown
              className="ik:pointer-events-none ik:absolute ik:end-2.5 ik:top-1/2 ik:size-3.5 ik:-translate-y-1/2 ik:text-ink-2"
              strokeWidth={1.75}
              aria-hidden
            />
          </span>
          <button type="button" onClick={() => chosen.addEvenly(evenCount)} className={outlined}>
            {words.addEvenly(evenCount)}
          </button>
        </span>
        <button
          type="button"
          disabled={isSearching}
          onClick={chosen.addScenes}
          className={outlined}
        >
          {words.addScenes}
        </button>
      </div>
      {isSearching && (
        <ProgressBar value={chosen.searchedShare ?? 0} max={1} label={words.searchingScenes}>
          <button type="button" onClick={chosen.stopSearch} className={quiet}>
            {words.stopSearch}
          </button>
        </ProgressBar>
      )}
    </>
  );
}
