/** Chooses the format and the quality in which a finished canvas is written. */
import type { Canvas2d } from './canvas.js';
import { isDrawn } from './choose-output.js';
import { encodeImage, encodeWithin, type Encoded, type EncodeSurface } from './encode.js';
import { isLosslessWebp } from './encoders/webp.js';
import type { RenderJob } from './render-types.js';

export type WriteSurface = Canvas2d & EncodeSurface;

/** JPEG smears sharp edges; at this quality that is only visible under magnification. */
const QUALITY_FOR_EDGES = 0.92;

const bytesOf = ({ image }: Encoded): number => image.size;

/** Writes lossless WebP, if this browser can. It is slow, and takes about half the bytes of PNG. */
async function writeLosslessWebp(surface: WriteSurface): Promise<Encoded | undefined> {
  const image = await surface.write(surface.canvas, 'image/webp', 1);
  const isLossless = image.type === 'image/webp' && (await isLosslessWebp(image));
  return isLossless ? { image, mediaType: 'image/webp', quality: 1 } : undefined;
}

/** Writes drawings, text and icons losslessly, unless a JPEG that preserves their edges is smaller. */
async function writeDrawing(
  surface: WriteSurface,
  { plan, alternatives }: RenderJob,
  maxBytes: number,
): Promise<Encoded> {
  const { mediaType } = plan;
  const png = await encodeImage(surface, { mediaType: 'image/png', quality: 1 });
  const quality = Math.max(plan.quality, QUALITY_FOR_EDGES);
  const lossy = await encodeWithin(
    surface,
    { mediaType, quality, fallbacks: alternatives },
    maxBytes,
  );
  const most = Math.min(maxBytes, bytesOf(lossy));
  if (bytesOf(png) <= most) return png;
  const webp = alternatives.includes('image/webp') ? await writeLosslessWebp(surface) : undefined;
  return webp && bytesOf(webp) <= most ? webp : lossy;
}

/**
 * Writes a photo as JPEG, or as WebP, which takes ten times as long, if only that is within the bytes at this
 * size.
 */
async function writePhoto(
  surface: WriteSurface,
  { plan, alternatives }: RenderJob,
  maxBytes: number,
): Promise<Encoded> {
  const { mediaType, quality } = plan;
  const written = await encodeWithin(
    surface,
    { mediaType, quality, fallbacks: alternatives },
    maxBytes,
  );
  if (bytesOf(written) <= maxBytes || !alternatives.includes('image/webp')) return written;
  const webp = await encodeWithin(
    surface,
    { mediaType: 'image/webp', quality, fallbacks: [written.mediaType] },
    maxBytes,
  );
  return bytesOf(webp) < bytesOf(written) ? webp : written;
}

/** Writes an image. The result may exceed `maxBytes` if no quality is low enough. */
export function writeImage(
  surface: WriteSurface,
  job: RenderJob,
  maxBytes: number,
): Promise<Encoded> {
  const { plan, alternatives } = job;
  const canBePng = plan.mediaType !== 'image/png' && alternatives.includes('image/png');
  const write = canBePng && isDrawn(surface) ? writeDrawing : writePhoto;
  return write(surface, job, maxBytes);
}
