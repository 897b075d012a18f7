import type { ReactElement } from 'react';
import { CellsOverlay } from '../../src/components/styled/lightbox/CellsOverlay.js';
import type { Cells, Size } from '../../src/index.js';
import './cells.css';

export interface CellsDrawingProps {
  src: string;
  /** What the model is shown, px. */
  size: Size;
  cells?: Cells | undefined;
}

/** An image as the model is shown it, with the squares it is cut into. Squares may overhang; they are paid for too. */
export function CellsDrawing({ src, size, cells }: CellsDrawingProps): ReactElement {
  const width = cells ? cells.columns * cells.cellPx : size.width;
  const height = cells ? cells.rows * cells.cellPx : size.height;
  const label = cells
    ? `${cells.columns} × ${cells.rows} squares of ${cells.cellPx} px`
    : 'One price, whatever the size';
  return (
    <figure className="cells">
      <div
        className="cells-frame"
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(26rem * ${width / height})` }}
      >
        <img
          src={src}
          alt=""
          style={{
            width: `${(size.width / width) * 100}%`,
            height: `${(size.height / height) * 100}%`,
          }}
        />
        {cells && <CellsOverlay {...cells} />}
      </div>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
