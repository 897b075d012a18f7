import { useState, type CSSProperties, type ReactElement } from 'react';
import type { Size } from '../../src/index.js';
import { useObjectUrl } from '../../src/parts.js';
import './slider.css';

export interface SliderProps {
  before: Blob;
  after: Blob;
  /** Its shape, px. */
  size: Size;
  labels?: readonly [string, string];
}

/** One image on the left of a line, the other on its right. */
export function Slider(props: SliderProps): ReactElement {
  const { before, after, size, labels = ['Original', 'As sent'] } = props;
  const [percent, setPercent] = useState(50);
  const style = {
    aspectRatio: `${size.width} / ${size.height}`,
    '--cut': `${percent}%`,
  } as CSSProperties;
  return (
    <figure className="slider" style={{ maxWidth: `calc(40rem * ${size.width / size.height})` }}>
      <div className="slider-frame" style={style}>
        <img className="slider-before" src={useObjectUrl(before)} alt={labels[0]} />
        <img className="slider-after" src={useObjectUrl(after)} alt={labels[1]} />
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-label={`How much shows of ${labels[0]}`}
        onChange={(event) => setPercent(Number(event.target.value))}
      />
      <figcaption>
        <span>{labels[0]}</span>
        <span>{labels[1]}</span>
      </figcaption>
    </figure>
  );
}
