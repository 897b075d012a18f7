import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { fitInside } from './fit-inside.js';
import type { Sized } from './sized.js';

/**
 * A grid in the image's proportions with as many cells as a budget allows, whatever the size of the image. A
 * cell is a token.
 *
 * Source: https://github.com/AlaskanTuna/Rokabot/issues/121 (the provider's own count of three shapes)
 */
export function sizeByShapeGrid(
  size: Size,
  { fitPx, maxTokens }: Extract<Sizing, { kind: 'shape-grid' }>,
): Sized {
  const { width, height } = fitInside(size, fitPx);
  const columns = Math.max(1, Math.floor(Math.sqrt((maxTokens * width) / height)));
  const rows = Math.max(1, Math.floor(Math.sqrt((maxTokens * height) / width)));
  return { width, height, tokens: Math.min(maxTokens, columns * rows) };
}
