import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { atLongSide } from './at-long-side.js';
import { fitInside } from './fit-inside.js';
import type { Sized } from './sized.js';

type RowPatchSizing = Extract<Sizing, { kind: 'row-patch' }>;

/**
 * Rows of cells, each row with one token more than it has cells, and two tokens around them. A small image is
 * enlarged to an area and charged at that size; a large one is shrunk until it is within its token limit.
 *
 * Source: https://api-docs.deepseek.com/guides/vision
 */
export function sizeByRowPatches(size: Size, sizing: RowPatchSizing): Sized {
  const fitted = fitInside(size, sizing.fitPx);
  const resized = largestThatFits(fitted, sizing);
  const enlarge = Math.sqrt(sizing.minAreaPx / (resized.width * resized.height));
  const charged = enlarge > 1 ? scaled(resized, enlarge) : resized;
  return { ...resized, tokens: Math.min(sizing.maxTokens, tokensOf(charged, sizing.cellPx)) };
}

function largestThatFits(size: Size, { cellPx, maxTokens }: RowPatchSizing): Size {
  if (tokensOf(size, cellPx) <= maxTokens) return size;
  let fitting = 1;
  let tooLarge = Math.max(size.width, size.height);
  while (fitting + 1 < tooLarge) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (tokensOf(atLongSide(size, middle), cellPx) <= maxTokens) fitting = middle;
    else tooLarge = middle;
  }
  return atLongSide(size, fitting);
}

function tokensOf({ width, height }: Size, cellPx: number): number {
  return Math.ceil(height / cellPx) * (Math.ceil(width / cellPx) + 1) + 2;
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
