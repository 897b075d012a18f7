import type { ReactElement } from 'react';
import type { Cells } from '../../../models/index.js';

/** The squares a model cuts a picture into. Drawn twice, light on dark, so that they show on any picture. */
export function CellsOverlay({ cellPx, columns, rows }: Cells): ReactElement {
  const width = cellPx * columns;
  const height = cellPx * rows;
  const lines = [
    ...Array.from({ length: columns + 1 }, (_, column) => `M ${column * cellPx} 0 V ${height}`),
    ...Array.from({ length: rows + 1 }, (_, row) => `M 0 ${row * cellPx} H ${width}`),
  ].join(' ');
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
      data-ick-part="cells"
      className="ik:pointer-events-none ik:absolute ik:inset-0 ik:size-full ik:overflow-visible"
    >
      <path d={lines} vectorEffect="non-scaling-stroke" stroke="rgb(0 0 0 / 0.5)" strokeWidth={3} />
      <path d={lines} vectorEffect="non-scaling-stroke" stroke="rgb(255 255 255 / 0.9)" />
    </svg>
  );
}
