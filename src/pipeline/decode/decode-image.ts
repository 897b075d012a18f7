import { KitError } from '../../errors.js';
import type { ImageInfo, ImageMediaType } from '../../formats/types.js';
import { damagedError, unsupportedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import type { PipelineSupport } from '../types.js';
import type { DecodeRoute } from '../types.js';
import { decodeByImageBitmap, decodeByImageBitmapResize, decodedBitmap } from './image-bitmap.js';
import { decodeByImageDecoder } from './image-decoder.js';
import { findImageDecoder } from './web-codecs.js';

export type Decoder = (job: RenderJob, support: PipelineSupport) => Promise<DecodedImage>;
export type Decoders = Partial<Record<DecodeRoute, Decoder>>;

/** The decoders that work in a worker as well as on the page. */
export const sharedDecoders: Decoders = {
  'image-decoder': decodeByImageDecoder,
  'image-bitmap-resize': decodeByImageBitmapResize,
  'image-bitmap': decodeByImageBitmap,
};

/** Returns the decoders to try for an image, best first. */
export function decodeRoutes(
  { info, plan, route }: Pick<RenderJob, 'info' | 'plan' | 'route'>,
  support: PipelineSupport,
): DecodeRoute[] {
  if (route) return [route];
  if (info.mediaType === 'image/svg+xml') return ['image-element'];
  if (plan.sheet) return ['image-decoder'];
  const routes: DecodeRoute[] = [];
  if (support.imageDecoder) routes.push('image-decoder');
  if (support.imageBitmapResize) routes.push('image-bitmap-resize');
  routes.push('image-bitmap');
  // Strict decoders that accept a truncated file would show it differently from one browser to the next.
  return info.isTruncated ? ['image-element', ...routes] : routes;
}

/**
 * A browser that applies orientations may still miss one: Firefox only looks for it in the first block of its
 * kind. Unswapped sides reveal this.
 */
function withMissedTurn(decoded: DecodedImage, info: ImageInfo): DecodedImage {
  const isStored = decoded.width === info.width && decoded.height === info.height;
  const isMissed = info.orientation >= 5 && info.width !== info.height && isStored;
  if (!isMissed || decoded.turn !== 1) return decoded;
  return { ...decoded, turn: info.orientation, storedTurn: info.orientation };
}

/** Decodes a file with the first decoder that works. */
export async function decodeImage(
  job: RenderJob,
  support: PipelineSupport,
  decoders: Decoders = sharedDecoders,
): Promise<{ decoded: DecodedImage; route: DecodeRoute }> {
  if (job.decoded) {
    const { bitmap, turn, route } = job.decoded;
    return { decoded: decodedBitmap(bitmap, turn), route };
  }
  const failures: unknown[] = [];
  for (const route of decodeRoutes(job, support)) {
    const decode = decoders[route];
    if (!decode) continue;
    try {
      return { decoded: withMissedTurn(await decode(job, support), job.info), route };
    } catch (error) {
      failures.push(error);
    }
  }
  const cause = failures.find((failure) => !KitError.is(failure)) ?? failures[0];
  throw (await isForeign(job.info))
    ? unsupportedError(job.info, cause)
    : damagedError(job.info, cause);
}

/** Formats that every current browser reads, so that a failure means that the file is damaged. */
const READ_EVERYWHERE: ReadonlySet<ImageMediaType> = new Set<ImageMediaType>([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/bmp',
]);

/** Whether a failure says more about the browser than about the file. */
async function isForeign({ mediaType }: ImageInfo): Promise<boolean> {
  if (READ_EVERYWHERE.has(mediaType)) return false;
  if (mediaType === 'image/heic' || mediaType === 'image/svg+xml') return true;
  const ImageDecoder = findImageDecoder();
  // AVIF is old enough to assume that the file is at fault if the browser cannot be asked.
  if (!ImageDecoder) return mediaType !== 'image/avif';
  return !(await ImageDecoder.isTypeSupported(mediaType));
}
