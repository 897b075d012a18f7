import type { ReactElement, ReactNode } from 'react';
import type { Size } from '../../../formats/types.js';
import type { Cells } from '../../../models/sizing/sized.js';
import { useObjectUrl } from '../../../react/use-object-url.js';
import { useWords } from '../../words/WordsProvider.js';
import { CompareDivider } from './CompareDivider.js';
import { CellsOverlay } from './CellsOverlay.js';
import { hatched } from './PaddingLegend.js';

export interface ImageLayersProps {
  src: string;
  alt: string;
  /** Size of the image in its own pixels; the area around it is paid for, too. */
  size: Size;
  /** Size of everything: the squares may overhang the image. */
  extent: Size;
  cells?: Cells | undefined;
  /** Compared with the image. */
  original?: Blob | undefined;
  /** Percent of the image, from the left, that shows the original. */
  originalPercent: number;
  onOriginalPercentChange: (originalPercent: number) => void;
  /** Drawn over the image. */
  overlay?: ReactNode;
  /** Page pixels per image pixel. */
  scale: number;
  /** Page pixels per pixel of what the model sees. */
  cellScale: number;
  onSize: (size: Size) => void;
  /** Called if this browser cannot show the original. */
  onOriginalError: () => void;
}

/** A narrower side has no room for its label. */
const LABELLED_FROM_PERCENT = 12;

/** From here on single pixels are visible. */
const PIXELATED_FROM = 2;

/** The image as it is sent, with the original over part of it and the tiles or patches over both. Its box is the image's. */
export function ImageLayers(props: ImageLayersProps): ReactElement {
  const { src, alt, size, extent, cells, original, originalPercent, scale, cellScale } = props;
  const { overlay, onOriginalPercentChange, onSize, onOriginalError } = props;
  const words = useWords();
  const originalUrl = useObjectUrl(original);
  const cut = originalUrl === undefined ? 0 : originalPercent;
  const imageRendering = scale >= PIXELATED_FROM ? 'pixelated' : undefined;
  const everything = {
    inlineSize: percentOf(extent.width, size.width),
    blockSize: percentOf(extent.height, size.height),
    // The original is not cut into squares.
    clipPath: `inset(-1px -1px -1px ${cut === 0 ? '-1px' : percentOf((cut / 100) * size.width, extent.width)})`,
  };
  return (
    <>
      {cells && <div style={everything} className={`${layer} ${fadesIn} ${hatched}`} />}
      <img
        src={src}
        alt={alt}
        referrerPolicy="no-referrer"
        draggable={false}
        data-ick-part="lightbox-picture"
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
          onSize({ width, height })
        }
        style={{ imageRendering, clipPath: `inset(0 0 0 ${cut}%)` }}
        className={whole}
      />
      {originalUrl !== undefined && (
        <>
          <img
            src={originalUrl}
            alt=""
            draggable={false}
            data-ick-part="lightbox-original"
            onError={onOriginalError}
            style={{ imageRendering, clipPath: `inset(0 ${100 - cut}% 0 0)` }}
            className={whole}
          />
        </>
      )}
      {overlay !== undefined && <div className={`${whole} ik:pointer-events-none`}>{overlay}</div>}
      {cells && (
        <div style={everything} className={`${layer} ${fadesIn} ik:pointer-events-none`}>
          <CellsOverlay {...cells} shownPx={cells.cellPx * cellScale} />
        </div>
      )}
      {originalUrl !== undefined && (
        <div dir="ltr" className={`${whole} ik:pointer-events-none`}>
          {cut >= LABELLED_FROM_PERCENT && (
            <span className={`${sideLabel} ik:left-2`}>{words.original}</span>
          )}
          {cut <= 100 - LABELLED_FROM_PERCENT && (
            <span className={`${sideLabel} ik:right-2`}>{words.asSent}</span>
          )}
        </div>
      )}
      {originalUrl !== undefined && (
        <CompareDivider originalPercent={cut} onChange={onOriginalPercentChange} />
      )}
    </>
  );
}

/** Physical, since images do not turn with the reading direction. */
const layer = 'ik:absolute ik:top-0 ik:left-0 ik:max-w-none ik:select-none';
const whole = `${layer} ik:size-full`;

/** Appears while the image glides to the place that leaves room for it. */
const fadesIn = 'ik:transition-opacity ik:duration-200 ik:starting:opacity-0';

const sideLabel =
  'ik:absolute ik:top-2 ik:rounded-full ik:bg-[#111110]/75 ik:px-2 ik:text-xs ik:leading-5 ik:text-white';

function percentOf(part: number, whole: number): string {
  return `${(part / whole) * 100}%`;
}
