import type { ReactElement } from 'react';
import type { Cells } from '../../../models/sizing/sized.js';

export interface CellsOverlayProps extends Cells {
  /** Size of a square on the page in CSS px: small ones have fainter lines, so that the image stays visible. */
  shownPx?: number;
}

const FULL_LINE_FROM_PX = 48;
const FAINTEST = 0.35;
const DARK = { stroke: 'rgb(0 0 0 / 0.7)' };
const LIGHT = { stroke: 'rgb(255 255 255 / 0.9)', translate: '1px 1px' };

/** The squares a model cuts an image into. A dark line has a light one beside it, so that one of them shows on any image. */
export function CellsOverlay(props: CellsOverlayProps): ReactElement {
  const { cellPx, columns, rows, shownPx = FULL_LINE_FROM_PX } = props;
  const width = cellPx * columns;
  const height = cellPx * rows;
  const lines = [
    ...Array.from({ length: columns + 1 }, (_, column) => `M ${column * cellPx} 0 V ${height}`),
    ...Array.from({ length: rows + 1 }, (_, row) => `M 0 ${row * cellPx} H ${width}`),
  ].join(' ');
  const strength = Math.min(1, Math.max(FAINTEST, shownPx / FULL_LINE_FROM_PX));
  return (
    <div
      data-ick-part="cells"
      style={{ opacity: strength }}
      className="ik:pointer-events-none ik:absolute ik:inset-0"
    >
      {[LIGHT, DARK].map((line) => (
        <svg
          key={line.stroke}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          aria-hidden
          style={line}
          className="ik:absolute ik:inset-0 ik:size-full ik:overflow-visible"
        >
          <path d={lines} vectorEffect="non-scaling-stroke" shapeRendering="crispEdges" />
        </svg>
      ))}
    </div>
  );
}
