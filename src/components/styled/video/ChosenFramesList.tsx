import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatTime } from '../../../video/format-time.js';
import type { ChosenFrame } from './types.js';
import { useVideoWords } from './use-video-words.js';

export interface ChosenFramesListProps {
  frames: readonly ChosenFrame[];
  onRemove: (timeS: number) => void;
  /** Shows a frame in large. */
  onShow: (timeS: number) => void;
}

/** The chosen frames with their times, each with a button that removes it. */
export function ChosenFramesList(props: ChosenFramesListProps): ReactElement {
  const { frames, onRemove, onShow } = props;
  const words = useVideoWords();
  return (
    <ul
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari drops the role of a list without bullets
      role="list"
      aria-label={words.chosenFrames}
      data-ick-part="chosen-frames"
      className="ik:grid ik:grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] ik:gap-2"
    >
      {frames.map(({ timeS, url }) => {
        const time = formatTime(timeS);
        return (
          <li key={timeS} className="ik:relative ik:min-w-0">
            <button
              type="button"
              aria-label={words.frameAt(time)}
              onClick={() => onShow(timeS)}
              className="ik:grid ik:w-full ik:gap-0.5 ik:rounded-sm"
            >
              <img
                src={url}
                alt=""
                className="ik:h-16 ik:w-full ik:rounded-sm ik:bg-sunken ik:object-contain"
              />
              <span dir="ltr" className="ik:text-center ik:text-xs ik:text-ink-2 ik:tabular-nums">
                {time}
              </span>
            </button>
            <button
              type="button"
              aria-label={words.removeFrame(time)}
              data-ick-tooltip={words.removeFrame(time)}
              onClick={(event) => {
                focusNeighbour(event.currentTarget.closest('li'));
                onRemove(timeS);
              }}
              className="ik:absolute ik:end-0.5 ik:top-0.5 ik:grid ik:size-6 ik:place-items-center ik:rounded-full ik:bg-badge ik:text-white ik:pointer-coarse:size-8"
            >
              <X className="ik:size-3.5" strokeWidth={2.25} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The focus would be lost with the frame that has it. */
function focusNeighbour(item: Element | null): void {
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const remove = neighbour?.querySelector<HTMLElement>('button:last-of-type');
  const dialog = item?.closest('dialog');
  (remove ?? dialog?.querySelector<HTMLElement>('[data-autofocus]'))?.focus();
}
