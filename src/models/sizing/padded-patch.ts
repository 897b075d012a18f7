import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { coverWithCells, type Sized } from './sized.js';

/**
 * Padded patches: the image is reduced to the largest size of its proportions that, padded to whole patches
 * at the right and the bottom, is within an edge and a token limit. One patch is one token.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/vision
 */
export function sizeByPaddedPatches(
  size: Size,
  sizing: Extract<Sizing, { kind: 'padded-patch' }>,
): Sized {
  const resized = largestThatFits(size, sizing);
  const cells = coverWithCells(resized, sizing.patchPx);
  return { ...resized, tokens: cells.columns * cells.rows, cells };
}

function largestThatFits(size: Size, sizing: Extract<Sizing, { kind: 'padded-patch' }>): Size {
  const { patchPx, maxEdgePx, maxTokens } = sizing;
  const fits = (candidate: Size): boolean => {
    const { columns, rows } = coverWithCells(candidate, patchPx);
    return Math.max(columns, rows) * patchPx <= maxEdgePx && columns * rows <= maxTokens;
  };
  if (fits(size)) return { width: size.width, height: size.height };

  const isPortrait = size.height > size.width;
  const longPx = Math.max(size.width, size.height);
  const aspect = longPx / Math.min(size.width, size.height);
  const atLongEdge = (long: number): Size => {
    const short = Math.max(1, roundHalfToEven(long / aspect));
    return isPortrait ? { width: short, height: long } : { width: long, height: short };
  };

  let fitting = 1;
  let tooLarge = longPx;
  while (fitting + 1 < tooLarge) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (fits(atLongEdge(middle))) fitting = middle;
    else tooLarge = middle;
  }
  return atLongEdge(fitting);
}

/** Rounds 2.5 to 2 and 3.5 to 4, as in the provider's reference code. */
function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const fraction = value - floor;
  if (fraction === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return Math.round(value);
}
