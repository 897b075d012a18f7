/**
 * Tiny and thin images. Models work on patches and refuse images that are smaller than one or extremely long
 * and thin; and an image that is fitted by its longer side alone can lose its shorter one.
 *
 * A small image is enlarged. A thin one keeps its scale and gets a margin, which costs nothing, since the
 * patch around it is paid for in any case.
 */
import type { Size } from '../formats/types.js';
import type { RequestLimits } from './types.js';

/** Patch size of most models, in px. No image is made thinner than this, unless it already was. */
const PATCH_PX = 28;
/** Longest side that an image is enlarged to, in px. If it is still too thin, it gets a margin. */
const ENLARGED_PX = 512;

export interface LargeEnough extends Size {
  /** Size of the image itself, at the top left, if it has a margin. */
  content?: Size;
}

/**
 * Returns an enlarged or padded size.
 *
 * @param source the image before
 * @param fitted the size it was fitted to
 * @param isWithin whether a larger size is within the limits above
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
