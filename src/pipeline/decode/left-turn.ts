/**
 * Determines which orientation a decoder leaves to the kit. All browsers apply the orientation of a JPEG, but
 * only some that of a PNG or an AVIF, so it is tested once, with a tiny image of the same format, when the
 * first rotated image arrives.
 */
import type { ImageInfo, ImageMediaType } from '../../formats/types.js';
import { isDrawnUpright, sidewaysImage } from '../sideways-images.js';
import type { DecodeRoute } from '../types.js';

interface Drawable {
  source: CanvasImageSource;
  close: () => void;
}

const known = new Map<string, Promise<boolean>>();

async function appliesTurn(image: Blob, decode: (image: Blob) => Promise<Drawable>) {
  try {
    const drawable = await decode(image);
    try {
      return isDrawnUpright(drawable.source);
    } finally {
      drawable.close();
    }
  } catch {
    return true;
  }
}

function isApplied(
  mediaType: ImageMediaType,
  route: DecodeRoute,
  decode: (image: Blob) => Promise<Drawable>,
): Promise<boolean> {
  const image = sidewaysImage(mediaType);
  if (!image) return Promise.resolve(true);
  const key = `${route} ${mediaType}`;
  const applied = known.get(key) ?? appliesTurn(image, decode);
  known.set(key, applied);
  return applied;
}

/** Returns 1 if drawing yields an upright image. */
export async function leftTurn(
  { orientation, mediaType }: Pick<ImageInfo, 'orientation' | 'mediaType'>,
  route: DecodeRoute,
  decode: (image: Blob) => Promise<Drawable>,
): Promise<ImageInfo['orientation']> {
  if (orientation === 1) return 1;
  return (await isApplied(mediaType, route, decode)) ? 1 : orientation;
}
