import type { Job } from './protocol.ts';

interface Order {
  id: number;
  photo: File;
  job: Job;
}

/** Eighths of the stored size at which a JPEG still covers the target. */
function smallestEighths(job: Job): number {
  const [width, height] = job.isTurned ? [job.height, job.width] : [job.width, job.height];
  for (let eighths = 1; eighths < 8; eighths += 1) {
    const covers =
      Math.ceil((job.storedWidth * eighths) / 8) >= width &&
      Math.ceil((job.storedHeight * eighths) / 8) >= height;
    if (covers) return eighths;
  }
  return 8;
}

async function shrink(photo: File, job: Job): Promise<Blob> {
  const eighths = smallestEighths(job);
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
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, job.width, job.height);
  image.close();
  decoder.close();
  return await canvas.convertToBlob({ type: job.mediaType, quality: job.quality });
}

const worker = self as unknown as Worker;

worker.addEventListener('message', async ({ data: { id, photo, job } }: MessageEvent<Order>) => {
  try {
    worker.postMessage({ id, blob: await shrink(photo, job) });
  } catch (error) {
    worker.postMessage({ id, error: String(error) });
  }
});
