import { unsupportedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import { leftTurn } from './left-turn.js';

export function decodedBitmap(bitmap: ImageBitmap, turn: DecodedImage['turn']): DecodedImage {
  const { width, height } = bitmap;
  return { source: bitmap, width, height, turn, storedTurn: turn, close: () => bitmap.close() };
}

async function bitmapOf(image: Blob, options?: ImageBitmapOptions): Promise<DecodedImage> {
  return decodedBitmap(await createImageBitmap(image, options), 1);
}

/**
 * Decodes with `createImageBitmap` at the target size: some browsers decode at a reduced size, and some have
 * their best scaler there.
 */
export async function decodeByImageBitmapResize({
  image,
  info,
  plan,
}: RenderJob): Promise<DecodedImage> {
  // An image that still has to be rotated would be distorted to the proportions of the rotated one.
  if ((await leftTurn(info, 'image-bitmap', bitmapOf)) !== 1) throw unsupportedError(info);
  const { width, height } = plan.content ?? plan;
  return bitmapOf(image, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
}

/** Decodes with `createImageBitmap` at full size. */
export async function decodeByImageBitmap({ image, info }: RenderJob): Promise<DecodedImage> {
  const turn = await leftTurn(info, 'image-bitmap', bitmapOf);
  return decodedBitmap(await createImageBitmap(image), turn);
}
