import type { DecodedImage, RenderJob } from '../render-types.js';
import type { PipelineSupport } from '../support.js';

function fromBitmap(bitmap: ImageBitmap, turn: DecodedImage['turn']): DecodedImage {
  const { width, height } = bitmap;
  return { source: bitmap, width, height, turn, close: () => bitmap.close() };
}

/** `createImageBitmap` at the target size: some browsers decode small for it, and some have their best scaler there. */
export async function decodeByImageBitmapResize(
  { image, plan }: RenderJob,
  _support: PipelineSupport,
): Promise<DecodedImage> {
  const bitmap = await createImageBitmap(image, {
    resizeWidth: plan.width,
    resizeHeight: plan.height,
    resizeQuality: 'high',
  });
  return fromBitmap(bitmap, 1);
}

/** `createImageBitmap` at full size. */
export async function decodeByImageBitmap(
  { image, info }: RenderJob,
  { imageBitmap }: PipelineSupport,
): Promise<DecodedImage> {
  const bitmap = await createImageBitmap(image);
  return fromBitmap(bitmap, imageBitmap.isUpright ? 1 : info.orientation);
}
