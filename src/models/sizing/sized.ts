import type { Size } from '../../formats/types.js';

/** The squares a model cuts a picture into, from the top left corner. The last ones may overhang the picture. */
export interface Cells {
  /** Side of one square, px. */
  cellPx: number;
  columns: number;
  rows: number;
}

/** What a provider makes of a picture. */
export interface Sized extends Size {
  tokens: number;
  /** Missing where the price does not depend on squares. */
  cells?: Cells;
  /** Patches over the provider's limit; it would refuse the picture. */
  refusedAbovePatches?: number;
}

/** How many squares of `cellPx` cover the picture; the last of a row may overhang. */
export function coverWithCells({ width, height }: Size, cellPx: number): Cells {
  return { cellPx, columns: Math.ceil(width / cellPx), rows: Math.ceil(height / cellPx) };
}
