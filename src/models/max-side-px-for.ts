import type { ModelImageRules } from './types.js';

/**
 * Returns the longest side allowed in a request with this many images, including the history. `Infinity` if
 * unknown.
 */
export function maxSidePxFor({ limits }: ModelImageRules, imageCount: number): number {
  const { maxSidePx = Infinity, manyImages } = limits;
  const isCrowded = manyImages !== undefined && imageCount > manyImages.aboveImages;
  return isCrowded ? Math.min(maxSidePx, manyImages.maxSidePx) : maxSidePx;
}
