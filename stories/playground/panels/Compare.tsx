import { useState, type CSSProperties, type ReactElement } from 'react';
import { useObjectUrl } from '../../../src/parts.js';

export interface CompareProps {
  before: Blob;
  after: Blob;
  size: { width: number; height: number };
}

/** The original on the left of a slider, the image that is sent on its right. */
export function Compare({ before, after, size }: CompareProps): ReactElement {
  const [percent, setPercent] = useState(50);
  const [unshown, setUnshown] = useState<Blob>();
  const beforeUrl = useObjectUrl(before);
  const afterUrl = useObjectUrl(after);
  const isShown = unshown !== before;
  const style = {
    aspectRatio: `${size.width} / ${size.height}`,
    '--pg-cut': `${percent}%`,
  } as CSSProperties;
  return (
    <figure className="pg-compare">
      <div className="pg-compare-frame" style={style}>
        <img className="pg-compare-after" src={afterUrl} alt="As it is sent" />
        {isShown && (
          <img
            className="pg-compare-before"
            src={beforeUrl}
            alt="As it was"
            onError={() => setUnshown(before)}
          />
        )}
      </div>
      {isShown && (
        <input
          type="range"
          min={0}
          max={100}
          value={percent}
          aria-label="Share of the original that shows"
          onChange={(event) => setPercent(Number(event.target.value))}
        />
      )}
      <figcaption>
        <span>{isShown ? 'original' : 'This browser does not show the original.'}</span>
        <span>sent</span>
      </figcaption>
    </figure>
  );
}
