import type { Size } from '../../formats/types.js';

/** The squares a model cuts an image into, from the top left corner. The last ones may overhang the image. */
export interface Cells {
  /** Side of one square, px. */
  cellPx: number;
  columns: number;
  rows: number;
}

/** What a provider makes of an image. */
export interface Sized extends Size {
  tokens: number;
  /** Missing where the price does not depend on squares. */
  cells?: Cells;
  /** Patches over the provider's limit; it would refuse the image. */
  refusedAbovePatches?: number;
}

/** How many squares of `cellPx` cover the image; the last of a row may overhang. */
export function coverWithCells({ width, height }: Size, cellPx: number): Cells {
  return { cellPx, columns: Math.ceil(width / cellPx), rows: Math.ceil(height / cellPx) };
}
