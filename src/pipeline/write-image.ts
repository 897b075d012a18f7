/** Chooses how a finished canvas is written: as what, and how tightly. */
import type { Canvas2d } from './canvas.js';
import { isDrawn } from './choose-output.js';
import { encodeImage, encodeWithin, type Encoded, type EncodeSurface } from './encode.js';
import type { RenderJob } from './render-types.js';

export type WriteSurface = Canvas2d & EncodeSurface;

/** JPEG smears sharp edges; at this quality it takes a magnifying glass to see. */
const QUALITY_FOR_EDGES = 0.92;

/** PNG for drawings, text and icons, unless a JPEG that keeps their edges is smaller. */
async function writeDrawing(
  surface: WriteSurface,
  job: RenderJob,
  maxBytes: number,
): Promise<Encoded> {
  const { plan, alternatives } = job;
  const { mediaType } = plan;
  const png = await encodeImage(surface, { mediaType: 'image/png', quality: 1 });
  const quality = Math.max(plan.quality, QUALITY_FOR_EDGES);
  const lossy = await encodeWithin(
    surface,
    { mediaType, quality, fallbacks: alternatives },
    maxBytes,
  );
  const isSmall = png.image.size <= maxBytes && png.image.size <= lossy.image.size;
  return isSmall ? png : lossy;
}

/** The result may be above `maxBytes` where no quality brings it below. */
export function writeImage(
  surface: WriteSurface,
  job: RenderJob,
  maxBytes: number,
): Promise<Encoded> {
  const { plan, alternatives } = job;
  const canBePng = plan.mediaType !== 'image/png' && alternatives.includes('image/png');
  if (canBePng && isDrawn(surface)) return writeDrawing(surface, job, maxBytes);
  const { mediaType, quality } = plan;
  return encodeWithin(surface, { mediaType, quality, fallbacks: alternatives }, maxBytes);
}
