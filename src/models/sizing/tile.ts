import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { coverWithCells, type Sized } from './sized.js';

/**
 * Tiles: the image is fitted to a box, then its shorter side is reduced to a second limit, and each square it
 * touches costs the same. Smaller images are left unchanged.
 *
 * Source: https://developers.openai.com/api/docs/guides/images-vision
 */
export function sizeByTiles(size: Size, sizing: Extract<Sizing, { kind: 'tile' }>): Sized {
  const resized = fitTwice(size, sizing.fitPx, sizing.shortSidePx);
  const cells = coverWithCells(resized, sizing.tilePx);
  return {
    ...resized,
    tokens: sizing.baseTokens + cells.columns * cells.rows * sizing.tokensPerTile,
    cells,
  };
}

/** Applies both limits in one scale, so that nothing is rounded in between. */
function fitTwice({ width, height }: Size, fitPx: number, shortSidePx: number): Size {
  const boxScale = Math.min(1, fitPx / Math.max(width, height));
  const shortPx = Math.min(width, height) * boxScale;
  if (shortPx <= shortSidePx) {
    return { width: wholePx(width * boxScale), height: wholePx(height * boxScale) };
  }
  const scale = shortSidePx / Math.min(width, height);
  // The short side equals its limit; the guide rounds the other one down.
  return {
    width: width <= height ? shortSidePx : Math.floor(width * scale + 1e-9),
    height: height <= width ? shortSidePx : Math.floor(height * scale + 1e-9),
  };
}

function wholePx(px: number): number {
  return Math.max(1, Math.round(px));
}
