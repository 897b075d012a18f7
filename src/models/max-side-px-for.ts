import type { ModelImageRules } from './types.js';

/** The longest side a request with so many images, history included, may have. `Infinity` where nothing is known. */
export function maxSidePxFor({ limits }: ModelImageRules, imageCount: number): number {
  const { maxSidePx = Infinity, manyImages } = limits;
  const isCrowded = manyImages !== undefined && imageCount > manyImages.aboveImages;
  return isCrowded ? Math.min(maxSidePx, manyImages.maxSidePx) : maxSidePx;
}
