import { unsupportedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import { leftTurn } from './left-turn.js';

async function bitmapOf(image: Blob, options?: ImageBitmapOptions): Promise<DecodedImage> {
  const bitmap = await createImageBitmap(image, options);
  const { width, height } = bitmap;
  return { source: bitmap, width, height, turn: 1, storedTurn: 1, close: () => bitmap.close() };
}

/** `createImageBitmap` at the target size: some browsers decode small for it, and some have their best scaler there. */
export async function decodeByImageBitmapResize({
  image,
  info,
  plan,
}: RenderJob): Promise<DecodedImage> {
  // A picture that is still to be turned would be squeezed into the sides of the turned one.
  if ((await leftTurn(info, 'image-bitmap', bitmapOf)) !== 1) throw unsupportedError(info);
  return bitmapOf(image, {
    resizeWidth: plan.width,
    resizeHeight: plan.height,
    resizeQuality: 'high',
  });
}

/** `createImageBitmap` at full size. */
export async function decodeByImageBitmap({ image, info }: RenderJob): Promise<DecodedImage> {
  const turn = await leftTurn(info, 'image-bitmap', bitmapOf);
  return { ...(await bitmapOf(image)), turn, storedTurn: turn };
}
