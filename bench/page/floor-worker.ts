import { loadResampler } from '../../src/pipeline/filter/index.ts';
import type { Job } from './protocol.ts';

/** How the floor makes an image. */
export interface Recipe {
  /** Decoded sides are at least so many times those of the target. */
  coverage: number;
  scaler: 'canvas' | 'lanczos';
}

interface Order {
  id: number;
  photo: File;
  job: Job;
  recipe: Recipe;
}

/** Eighths of the stored size at which a JPEG still covers the target so many times. */
function smallestEighths(job: Job, coverage: number): number {
  const [width, height] = (job.isTurned ? [job.height, job.width] : [job.width, job.height]).map(
    (side) => side * coverage,
  ) as [number, number];
  for (let eighths = 1; eighths < 8; eighths += 1) {
    const covers =
      Math.ceil((job.storedWidth * eighths) / 8) >= width &&
      Math.ceil((job.storedHeight * eighths) / 8) >= height;
    if (covers) return eighths;
  }
  return 8;
}

/** The pixels of a frame go through the kit's filter, strip by strip. */
async function filterFrame(frame: VideoFrame, width: number, height: number): Promise<ImageData> {
  const { codedWidth, codedHeight } = frame;
  const resampler = await loadResampler();
  const pixels = await resampler.resampleRows(
    {
      copyRows: (into, startRow, endRow) =>
        frame.copyTo(into, {
          rect: { x: 0, y: startRow, width: codedWidth, height: endRow - startRow },
        }),
    },
    { width: codedWidth, height: codedHeight },
    { width, height },
    { hasAlpha: false, layout: frame.format === 'BGRX' ? 'BGRA' : 'RGBA' },
  );
  return new ImageData(pixels, width, height);
}

async function drawFrame(
  frame: VideoFrame,
  canvas: OffscreenCanvas,
  { job, recipe }: Pick<Order, 'job' | 'recipe'>,
): Promise<void> {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  if (recipe.scaler === 'canvas') {
    context.drawImage(frame, 0, 0, job.width, job.height);
    return;
  }
  if (!job.isTurned) {
    context.putImageData(await filterFrame(frame, job.width, job.height), 0, 0);
    return;
  }
  // The frame's own rotation is lost with its pixels; a second canvas and a quarter turn stand for it.
  const turned = new OffscreenCanvas(job.height, job.width);
  turned
    .getContext('2d', { alpha: false })
    ?.putImageData(await filterFrame(frame, job.height, job.width), 0, 0);
  const { rotation = 90 } = frame as VideoFrame & { rotation?: number };
  context.translate(job.width / 2, job.height / 2);
  context.rotate((rotation / 180) * Math.PI);
  context.drawImage(turned, -job.height / 2, -job.width / 2);
}

async function shrink(photo: File, job: Job, recipe: Recipe): Promise<Blob> {
  const eighths = smallestEighths(job, recipe.coverage);
  const decoder = new ImageDecoder({
    data: photo.stream(),
    type: photo.type,
    ...(eighths < 8 &&
      photo.type === 'image/jpeg' && {
        desiredWidth: Math.ceil((job.storedWidth * eighths) / 8),
        desiredHeight: Math.ceil((job.storedHeight * eighths) / 8),
      }),
  });
  const { image } = await decoder.decode();
  const canvas = new OffscreenCanvas(job.width, job.height);
  await drawFrame(image, canvas, { job, recipe });
  image.close();
  decoder.close();
  return await canvas.convertToBlob({ type: job.mediaType, quality: job.quality });
}

const worker = self as unknown as Worker;

worker.addEventListener(
  'message',
  async ({ data: { id, photo, job, recipe } }: MessageEvent<Order>) => {
    try {
      worker.postMessage({ id, blob: await shrink(photo, job, recipe) });
    } catch (error) {
      worker.postMessage({ id, error: String(error) });
    }
  },
);
