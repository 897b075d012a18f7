import type { Size } from '../../formats/types.js';

/** The squares a model cuts an image into, from the top left corner. The last ones may overhang the image. */
export interface Cells {
  /** Side of one square, px. */
  cellPx: number;
  columns: number;
  rows: number;
}

/** How a provider handles an image. */
export interface Sized extends Size {
  tokens: number;
  /** Missing if the price does not depend on squares. */
  cells?: Cells;
  /** The provider's patch limit, if the image exceeds it and would be refused. */
  refusedAbovePatches?: number;
}

/** Returns how many squares of `cellPx` cover the image; the last of a row may overhang. */
export function coverWithCells({ width, height }: Size, cellPx: number): Cells {
  return { cellPx, columns: Math.ceil(width / cellPx), rows: Math.ceil(height / cellPx) };
}
