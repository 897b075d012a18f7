import { createCanvas, releaseCanvas } from './canvas.js';
import { truncatedError } from './image-errors.js';
import type { RenderJob } from './render-types.js';

/** An image of which less than this share exists is not worth its price. */
const LEAST_SHARE = 0.1;
const SAMPLE_SIDE_PX = 64;
const PAINTED_ALPHA = 128;

/**
 * Refuses what is left of a truncated file if most of the image is missing: those pixels are transparent in the canvas
 * it was drawn on.
 *
 * @throws KitError `truncated`
 */
export function checkPainted(canvas: OffscreenCanvas, { info }: RenderJob): void {
  // Pixels of an image with transparency may be transparent on purpose.
  if (!info.isTruncated || info.hasAlpha) return;
  if (paintedShare(canvas) < LEAST_SHARE) throw truncatedError(info, 'most');
}

/** Returns the share of pixels that are opaque, measured on a smaller copy. */
function paintedShare(canvas: OffscreenCanvas): number {
  const sample = createCanvas(SAMPLE_SIDE_PX, SAMPLE_SIDE_PX, true);
  try {
    sample.context.drawImage(canvas, 0, 0, SAMPLE_SIDE_PX, SAMPLE_SIDE_PX);
    const { data } = sample.context.getImageData(0, 0, SAMPLE_SIDE_PX, SAMPLE_SIDE_PX);
    let painted = 0;
    for (let at = 3; at < data.length; at += 4) {
      if ((data[at] ?? 0) >= PAINTED_ALPHA) painted += 1;
    }
    return painted / (data.length / 4);
  } finally {
    releaseCanvas(sample);
  }
}
