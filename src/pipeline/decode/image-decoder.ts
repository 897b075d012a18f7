import type { Size } from '../../formats/types.js';
import { unsupportedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import type { PipelineSupport } from '../support.js';
import { findImageDecoder } from './web-codecs.js';

/**
 * The size a JPEG is decoded at: the smallest n/8 of it, n in 1 to 8, that still covers the target. A JPEG decoder
 * works on blocks of 8 pixels and skips what it would only throw away; sizes between the eighths gain nothing.
 */
export function smallDecodeSize(size: Size, target: Size): Size {
  for (let eighths = 1; eighths < 8; eighths += 1) {
    const width = Math.ceil((size.width * eighths) / 8);
    const height = Math.ceil((size.height * eighths) / 8);
    if (width >= target.width && height >= target.height) return { width, height };
  }
  return size;
}

function desiredSize(
  { info, plan }: RenderJob,
  frames: 'stored' | 'upright',
): Partial<{
  desiredWidth: number;
  desiredHeight: number;
}> {
  // Other decoders ignore the wish or fail on it.
  if (info.mediaType !== 'image/jpeg') return {};
  const isTurned = info.orientation >= 5 && frames === 'stored';
  const whole = isTurned ? { width: plan.from.height, height: plan.from.width } : plan.from;
  const target = isTurned ? { width: plan.height, height: plan.width } : plan;
  const { width, height } = smallDecodeSize(whole, target);
  return width === whole.width ? {} : { desiredWidth: width, desiredHeight: height };
}

/** WebCodecs: decodes a JPEG small, and never on the page's own thread, also where `createImageBitmap` does. */
export async function decodeByImageDecoder(
  job: RenderJob,
  { imageDecoder }: PipelineSupport,
): Promise<DecodedImage> {
  const { image, info } = job;
  const ImageDecoder = findImageDecoder();
  if (!ImageDecoder || !imageDecoder || !(await ImageDecoder.isTypeSupported(info.mediaType))) {
    throw unsupportedError(info);
  }
  const decoder = new ImageDecoder({
    data: await image.arrayBuffer(),
    // Never `image.type`: it is told from the name, and a decoder for PNG refuses a JPEG that is called .png.
    type: info.mediaType,
    preferAnimation: false,
    ...desiredSize(job, imageDecoder.frames),
  });
  try {
    const { image: frame } = await decoder.decode({ frameIndex: 0 });
    const turn = imageDecoder.isUpright ? 1 : info.orientation;
    // `displayWidth` is what drawing uses; with a rotation some browsers give it as stored, some as seen.
    const isSwapped = turn === 1 && info.orientation >= 5 && imageDecoder.frames === 'stored';
    const { codedWidth, codedHeight } = frame;
    return {
      source: frame,
      width: isSwapped ? codedHeight : codedWidth,
      height: isSwapped ? codedWidth : codedHeight,
      turn,
      close: () => frame.close(),
    };
  } finally {
    decoder.close();
  }
}
