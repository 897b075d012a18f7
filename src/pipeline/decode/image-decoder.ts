import type { Size } from '../../formats/types.js';
import { unsupportedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import type { PipelineSupport } from '../types.js';
import { decodeContactSheet } from './contact-sheet.js';
import { leftTurn } from './left-turn.js';
import { findImageDecoder, type ImageDecoderInit } from './web-codecs.js';

const WORTH_IT_PX = 1_500_000;

/**
 * How much larger than the target an image is decoded at least. At the target's own size the decoder's crude averaging
 * would be all the smoothing there is, and it shows (SSIM beside Lanczos of all pixels: 0.9969 at 1.2, 0.997 and more above);
 * beyond this the gain is small and costs time.
 */
const SPARE = 1.22;

/**
 * The size a JPEG is decoded at: the smallest n/8 of it, n in 1 to 8, that covers the target with something to spare. A
 * JPEG decoder works on blocks of 8 pixels and skips what it would only throw away; sizes between the eighths gain
 * nothing.
 */
export function smallDecodeSize(size: Size, target: Size): Size {
  for (let eighths = 1; eighths < 8; eighths += 1) {
    const width = Math.ceil((size.width * eighths) / 8);
    const height = Math.ceil((size.height * eighths) / 8);
    if (width >= target.width * SPARE && height >= target.height * SPARE) return { width, height };
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
  // Other decoders ignore the wish or fail on it, and a small image has no time to save, only detail to lose.
  const isWorthIt = info.width * info.height >= WORTH_IT_PX;
  if (info.mediaType !== 'image/jpeg' || !isWorthIt) return {};
  const isTurned = info.orientation >= 5 && frames === 'stored';
  const whole = isTurned ? { width: plan.from.height, height: plan.from.width } : plan.from;
  const target = isTurned ? { width: plan.height, height: plan.width } : plan;
  const { width, height } = smallDecodeSize(whole, target);
  return width === whole.width ? {} : { desiredWidth: width, desiredHeight: height };
}

async function frameOf(init: ImageDecoderInit): Promise<DecodedImage> {
  const ImageDecoder = findImageDecoder();
  if (!ImageDecoder) throw new TypeError('no ImageDecoder');
  const decoder = new ImageDecoder({ ...init, preferAnimation: false });
  try {
    const { image: frame } = await decoder.decode({ frameIndex: 0 });
    // The sides as drawn, after the rotation that a frame may carry.
    const { displayWidth: width, displayHeight: height } = frame;
    return { source: frame, width, height, turn: 1, storedTurn: 1, close: () => frame.close() };
  } finally {
    decoder.close();
  }
}

async function decodeProbe(image: Blob): Promise<DecodedImage> {
  return frameOf({ data: await image.arrayBuffer(), type: image.type });
}

/** WebCodecs: decodes a JPEG small, and never on the page's own thread, also where `createImageBitmap` does. */
export async function decodeByImageDecoder(
  job: RenderJob,
  { imageDecoder }: PipelineSupport,
): Promise<DecodedImage> {
  const { image, info } = job;
  if (!imageDecoder || !(await findImageDecoder()?.isTypeSupported(info.mediaType))) {
    throw unsupportedError(info);
  }
  if (job.plan.sheet) return decodeContactSheet(job, job.plan.sheet);
  const turn = await leftTurn(info, 'image-decoder', decodeProbe);
  const data = job.bytes ?? (await image.arrayBuffer());
  const decoded = await frameOf({
    data,
    transfer: [data],
    // Never `image.type`: it is told from the name, and a decoder for PNG refuses a JPEG that is called .png.
    type: info.mediaType,
    ...desiredSize(job, imageDecoder.frames),
  });
  const storedTurn = imageDecoder.frames === 'stored' ? info.orientation : 1;
  return { ...decoded, turn, storedTurn };
}
