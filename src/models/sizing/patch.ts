import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { fitInside } from './fit-inside.js';
import { coverWithCells, type Sized } from './sized.js';

/**
 * Patches: the image is first fitted to a box, then, if there is a budget, shrunk until the patches that
 * cover it are within the budget. One side becomes a whole number of patches, the other keeps its overhang.
 *
 * Source: https://developers.openai.com/api/docs/guides/images-vision
 */
export function sizeByPatches(size: Size, sizing: Extract<Sizing, { kind: 'patch' }>): Sized {
  const boxed = fitInside(size, sizing.maxSidePx);
  const budget = sizing.maxPatches ?? Infinity;
  const resized =
    countPatches(boxed, sizing.patchPx) > budget
      ? shrinkToBudget(boxed, sizing.patchPx, budget)
      : boxed;
  const cells = coverWithCells(resized, sizing.patchPx);
  const patches = cells.columns * cells.rows;
  const limit = sizing.rejectAbovePatches;
  return {
    ...resized,
    tokens: multiplyUp(patches, sizing.tokensPerPatch),
    cells,
    ...(limit !== undefined && patches > limit && { refusedAbovePatches: limit }),
  };
}

function countPatches(size: Size, patchPx: number): number {
  const { columns, rows } = coverWithCells(size, patchPx);
  return columns * rows;
}

function shrinkToBudget({ width, height }: Size, patchPx: number, maxPatches: number): Size {
  const shrink = Math.sqrt((patchPx ** 2 * maxPatches) / (width * height));
  const columns = (width * shrink) / patchPx;
  const rows = (height * shrink) / patchPx;
  const scale = Math.min(
    1,
    shrink * Math.min(Math.floor(columns) / columns, Math.floor(rows) / rows),
  );
  return { width: floorPx(width * scale), height: floorPx(height * scale) };
}

/** Rounds down to whole pixels, ignoring rounding errors: 1599.9999999999998 is 1600. */
function floorPx(px: number): number {
  return Math.max(1, Math.floor(px + 1e-9));
}

/** Rounds up, ignoring rounding errors: 1,000 × 1.2 = 1,200.0000000000002 costs 1,200. */
function multiplyUp(patches: number, tokensPerPatch: number): number {
  return Math.ceil(Number((patches * tokensPerPatch).toFixed(6)));
}
