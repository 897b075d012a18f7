import type { Size } from '../../formats/types.js';
import { unsupportedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import type { PipelineSupport } from '../types.js';
import { decodeContactSheet } from './contact-sheet.js';
import { leftTurn } from './left-turn.js';
import { findImageDecoder, type ImageDecoderInit } from './web-codecs.js';

const WORTH_IT_PX = 1_500_000;
/**
 * A longer image is probably a screenshot of a page. Whether its text is lost can only be seen in all of its
 * pixels, which are few enough.
 */
const PAGE_RATIO = 2.5;
const MAX_PAGE_PX = 40_000_000;

const mayBePage = ({ width, height }: Size): boolean =>
  Math.max(width, height) > PAGE_RATIO * Math.min(width, height) && width * height <= MAX_PAGE_PX;

/**
 * Minimum ratio between decoded and target size. At the target size itself, the decoder's crude averaging
 * would be the only smoothing, which is visible (SSIM compared with Lanczos of all pixels: 0.9969 at 1.2,
 * 0.997 and more above); beyond this ratio the gain is small and costs time.
 */
const SPARE = 1.22;

/**
 * Returns the size to decode a JPEG at: the smallest n/8 of it, n in 1 to 8, that covers the target with a
 * margin. A JPEG decoder works on blocks of 8 pixels and skips what it would only discard; sizes between the
 * eighths gain nothing.
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
  // Other decoders ignore the requested size or fail on it, and a small image has little time to save but
  // detail to lose.
  const isWorthIt = info.width * info.height >= WORTH_IT_PX && !mayBePage(info);
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
    // The displayed size, after the rotation that a frame may carry.
    const { displayWidth: width, displayHeight: height } = frame;
    return { source: frame, width, height, turn: 1, storedTurn: 1, close: () => frame.close() };
  } finally {
    decoder.close();
  }
}

async function decodeProbe(image: Blob): Promise<DecodedImage> {
  return frameOf({ data: await image.arrayBuffer(), type: image.type });
}

/**
 * Decodes with WebCodecs: at a reduced size for JPEG, and never on the main thread, unlike some browsers'
 * `createImageBitmap`.
 */
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
    // Never `image.type`: it is derived from the name, and a decoder for PNG refuses a JPEG that is called
    // .png.
    type: info.mediaType,
    ...desiredSize(job, imageDecoder.frames),
  });
  const storedTurn = imageDecoder.frames === 'stored' ? info.orientation : 1;
  return { ...decoded, turn, storedTurn };
}
