/**
 * Tiny and thin images. Models work on patches and refuse what is smaller than one, or far longer than wide; and an image
 * made to fit by its longer side alone can lose its shorter one.
 *
 * A small image is enlarged. A thin one keeps its scale and gets a margin, which costs nothing: the patch it stands in is
 * paid for in any case.
 */
import type { Size } from '../formats/types.js';
import type { RequestLimits } from './types.js';

/** A patch of most models, px. No image is made thinner than this, except one that was thinner. */
const PATCH_PX = 28;
/** Longest side that an image is enlarged to, px. What is still too thin then gets a margin. */
const ENLARGED_PX = 512;

export interface LargeEnough extends Size {
  /** Size of the image itself, at the top left, where it has a margin. */
  content?: Size;
}

/**
 * @param source the image before
 * @param fitted what it was made to fit into
 * @param isWithin whether a larger size keeps to the limits above
 */
export function largeEnough(
  source: Size,
  fitted: Size,
  limits: Pick<RequestLimits, 'minSidePx' | 'maxAspectRatio'>,
  isWithin: (size: Size) => boolean,
): LargeEnough {
  const { minSidePx = 1, maxAspectRatio = Infinity } = limits;
  const enlarged = enlargedTo(minSidePx, fitted);
  const content = isWithin(enlarged) ? enlarged : fitted;
  const longPx = Math.max(content.width, content.height);
  const leastPx = Math.max(
    minSidePx,
    Math.floor(longPx / maxAspectRatio) + 1,
    Math.min(PATCH_PX, source.width, source.height, longPx),
  );
  const width = Math.max(content.width, leastPx);
  const height = Math.max(content.height, leastPx);
  const hasMargin = width > content.width || height > content.height;
  return { width, height, ...(hasMargin && { content }) };
}

function enlargedTo(minSidePx: number, { width, height }: Size): Size {
  const scale = Math.min(
    minSidePx / Math.min(width, height),
    ENLARGED_PX / Math.max(width, height),
  );
  if (scale <= 1) return { width, height };
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
