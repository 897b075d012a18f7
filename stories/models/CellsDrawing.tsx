import { useId, type ReactElement } from 'react';
import type { Cells, Size } from '../../src/index.js';
import './cells.css';

export interface CellsDrawingProps {
  src: string;
  /** What the model is shown, px. */
  size: Size;
  cells?: Cells | undefined;
}

/** A picture as the model is shown it, with the squares it is cut into. Squares may overhang; they are paid for too. */
export function CellsDrawing({ src, size, cells }: CellsDrawingProps): ReactElement {
  const id = useId();
  const width = cells ? cells.columns * cells.cellPx : size.width;
  const height = cells ? cells.rows * cells.cellPx : size.height;
  const line = Math.max(width, height) / 700;
  const label = cells
    ? `${cells.columns} × ${cells.rows} squares of ${cells.cellPx} px`
    : 'One price, whatever the size';
  return (
    <figure className="cells">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `img` cannot hold a drawing of this page */}
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <defs>
          {cells && (
            <pattern
              id={id}
              width={cells.cellPx}
              height={cells.cellPx}
              patternUnits="userSpaceOnUse"
            >
              <path
                className="cells-line"
                d={`M ${cells.cellPx} 0 H 0 V ${cells.cellPx}`}
                strokeWidth={line * (cells.cellPx > 100 ? 4 : 1.5)}
              />
            </pattern>
          )}
        </defs>
        <rect className="cells-overhang" width={width} height={height} />
        <image
          href={src}
          width={size.width}
          height={size.height}
          preserveAspectRatio="xMidYMid slice"
        />
        {cells && <rect width={width} height={height} fill={`url(#${id})`} />}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
