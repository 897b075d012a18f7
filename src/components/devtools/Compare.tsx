import { useState, type ReactElement } from 'react';
import { useObjectUrl } from '../../react/use-object-url.js';

export interface CompareProps {
  before: Blob | undefined;
  /** Missing until it is made. */
  after: Blob | undefined;
}

const imageClass = 'ik:absolute ik:inset-0 ik:size-full ik:object-contain';

/** The original on the left of a slider, the image that is sent on its right. Of one size, also without an image. */
export function Compare({ before, after }: CompareProps): ReactElement {
  const [percent, setPercent] = useState(50);
  const [unshown, setUnshown] = useState<Blob>();
  const beforeUrl = useObjectUrl(before);
  const afterUrl = useObjectUrl(after);
  const isShown = before !== undefined && unshown !== before;
  const isCompared = isShown && after !== undefined;
  const cut = isCompared ? percent : 0;
  return (
    <figure className="ik:m-0 ik:grid ik:grid-cols-[minmax(0,1fr)] ik:gap-1.5">
      <div
        dir="ltr"
        className="ik:relative ik:aspect-4/3 ik:w-full ik:overflow-hidden ik:rounded-md ik:bg-sunken"
      >
        {afterUrl !== undefined && (
          // Where the original is transparent, what is sent must not show through.
          <img
            className={imageClass}
            style={{ clipPath: `inset(0 0 0 ${cut}%)` }}
            src={afterUrl}
            alt="As it is sent"
          />
        )}
        {isCompared && beforeUrl !== undefined && (
          <img
            className={imageClass}
            style={{ clipPath: `inset(0 ${100 - cut}% 0 0)` }}
            src={beforeUrl}
            alt="As it was"
            onError={() => setUnshown(before)}
          />
        )}
        {isCompared && (
          <span
            className="ik:absolute ik:top-0 ik:h-full ik:bg-accent ik:forced-colors:bg-[CanvasText]"
            style={{ left: `${cut}%`, width: 2 }}
          />
        )}
      </div>
      <input
        type="range"
        dir="ltr"
        className="ik:m-0 ik:w-full ik:accent-accent"
        min={0}
        max={100}
        value={percent}
        disabled={!isCompared}
        aria-label="Share of the original that shows"
        onChange={(event) => setPercent(Number(event.target.value))}
      />
      <figcaption dir="ltr" className="ik:flex ik:justify-between ik:text-xs ik:text-ink-2">
        <span>
          {before !== undefined && !isShown
            ? 'This browser does not show the original.'
            : 'Original'}
        </span>
        <span>As sent</span>
      </figcaption>
    </figure>
  );
}
