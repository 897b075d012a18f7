import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { coverWithCells, type Sized } from './sized.js';

/**
 * Crops: a small image has a single price, a larger one is cut into squares of equal price. If `minTilePx` is
 * set, the square depends on the image: its shorter side divided by 1.5, from `minTilePx` to `tilePx`. How
 * far the provider shrinks an image is not published, so `fitPx` is the size that the kit chooses.
 *
 * Source: https://ai.google.dev/gemini-api/docs/image-understanding
 */
export function sizeByCrops(size: Size, sizing: Extract<Sizing, { kind: 'crop-tile' }>): Sized {
  const { width, height } = size;
  const isSmall = Math.max(width, height) <= sizing.smallSidePx;
  if (isSmall) return { width, height, tokens: sizing.tokensPerTile };
  const cells = coverWithCells(size, tilePxOf(size, sizing));
  return { width, height, tokens: cells.columns * cells.rows * sizing.tokensPerTile, cells };
}

function tilePxOf(
  { width, height }: Size,
  { tilePx, minTilePx }: Extract<Sizing, { kind: 'crop-tile' }>,
): number {
  if (minTilePx === undefined) return tilePx;
  return Math.min(tilePx, Math.max(minTilePx, Math.floor(Math.min(width, height) / 1.5)));
}
