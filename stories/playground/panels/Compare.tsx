import { useState, type CSSProperties, type ReactElement } from 'react';
import { useObjectUrl } from '../../../src/parts.js';

export interface CompareProps {
  before: Blob | undefined;
  /** Missing until it is made. */
  after: Blob | undefined;
}

/** The original on the left of a slider, the image that is sent on its right. Of one size, also without an image. */
export function Compare({ before, after }: CompareProps): ReactElement {
  const [percent, setPercent] = useState(50);
  const [unshown, setUnshown] = useState<Blob>();
  const beforeUrl = useObjectUrl(before);
  const afterUrl = useObjectUrl(after);
  const isShown = before !== undefined && unshown !== before;
  const isCompared = isShown && after !== undefined;
  const style = { '--pg-cut': `${isCompared ? percent : 0}%` } as CSSProperties;
  return (
    <figure className="pg-compare">
      <div className="pg-compare-frame" style={style}>
        {afterUrl !== undefined && (
          <img className="pg-compare-after" src={afterUrl} alt="As it is sent" />
        )}
        {isCompared && beforeUrl !== undefined && (
          <img
            className="pg-compare-before"
            src={beforeUrl}
            alt="As it was"
            onError={() => setUnshown(before)}
          />
        )}
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={percent}
        disabled={!isCompared}
        aria-label="Share of the original that shows"
        onChange={(event) => setPercent(Number(event.target.value))}
      />
      <figcaption>
        <span>
          {before !== undefined && !isShown
            ? 'This browser does not show the original.'
            : 'Original'}
        </span>
        <span>Sent</span>
      </figcaption>
    </figure>
  );
}
