import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { coverWithCells, type Sized } from './sized.js';

/**
 * Crops: a small picture has one price, a larger one is cut into squares which each cost as much. The provider does not
 * shrink it, so `fitPx` is left to the size we choose to send.
 *
 * Source: https://ai.google.dev/gemini-api/docs/tokens
 */
export function sizeByCrops(size: Size, sizing: Extract<Sizing, { kind: 'crop-tile' }>): Sized {
  const { width, height } = size;
  const isSmall = Math.max(width, height) <= sizing.smallSidePx;
  if (isSmall) return { width, height, tokens: sizing.tokensPerTile };
  const cells = coverWithCells(size, sizing.tilePx);
  return { width, height, tokens: cells.columns * cells.rows * sizing.tokensPerTile, cells };
}
