import { useCallback, useState, type ReactElement } from 'react';
import { type ImageSource, type IntakeRejection, uprightSize } from '../../src/index.js';
import { useObjectUrl } from '../../src/parts.js';
import { bytes, px } from '../../src/components/devtools/format.js';

export interface Arrivals {
  images: readonly ImageSource[];
  rejections: readonly IntakeRejection[];
}

export interface ArrivalsHook extends Arrivals {
  onImages: (images: readonly ImageSource[]) => void;
  onRejections: (rejections: readonly IntakeRejection[]) => void;
}

/** What came in so far. Drop, paste and pick take the same two callbacks. */
export function useArrivals(): ArrivalsHook {
  const [arrivals, setArrivals] = useState<Arrivals>({ images: [], rejections: [] });
  const onImages = useCallback(
    (images: readonly ImageSource[]) =>
      setArrivals((before) => ({ ...before, images: [...before.images, ...images] })),
    [],
  );
  const onRejections = useCallback(
    (rejections: readonly IntakeRejection[]) =>
      setArrivals((before) => ({ ...before, rejections: [...before.rejections, ...rejections] })),
    [],
  );
  return { ...arrivals, onImages, onRejections };
}

function Arrival({ image }: { image: ImageSource }): ReactElement {
  const { name, info, file, from } = image;
  return (
    <li className="st-item">
      <img className="st-thumb" src={useObjectUrl(file)} alt="" />
      <div>
        <bdi>
          <b>{name}</b>
        </bdi>
        <br />
        {info.mediaType}, {px(uprightSize(info))}, {bytes(file.size)}{' '}
        <span className="st-tag">from {from}</span>
      </div>
    </li>
  );
}

/** Images that came in, and files that did not, each with its code and its sentence. */
export function ArrivalList({ images, rejections }: Arrivals): ReactElement {
  return (
    <ul className="st-list" aria-label="What came in">
      {images.map((image, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same file may come twice
        <Arrival key={`image-${index}`} image={image} />
      ))}
      {rejections.map(({ name, code, message }, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`rejection-${index}`} className="st-item">
          <span className="st-thumb st-no-thumb" aria-hidden>
            ×
          </span>
          <div>
            <bdi>
              <b>{name || 'No name'}</b>
            </bdi>{' '}
            <code className="st-tag" data-tone="bad">
              {code}
            </code>
            <br />
            {message}
          </div>
        </li>
      ))}
    </ul>
  );
}
