import type { Size } from '../../formats/types.js';
import type { Sizing } from '../types.js';
import { fitInside } from './fit-inside.js';
import type { Sized } from './sized.js';

/** A single price for every image, and the box the model sees it in. */
export function sizeFlat(size: Size, sizing: Extract<Sizing, { kind: 'flat' }>): Sized {
  return { ...fitInside(size, sizing.fitPx), tokens: sizing.tokens };
}
