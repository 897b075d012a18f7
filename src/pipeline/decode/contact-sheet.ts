import { createCanvas } from '../canvas.js';
import { damagedError } from '../image-errors.js';
import { shownFrames, type ContactSheet } from '../plan-sheet.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import { findImageDecoder } from './web-codecs.js';

/** Every browser's canvas supports this size. */
const LARGEST_PX = 4096 * 4096;

/** Draws frames of an animation side by side, row by row. */
export async function decodeContactSheet(
  { image, info }: RenderJob,
  { frames, columns, rows }: ContactSheet,
): Promise<DecodedImage> {
  const ImageDecoder = findImageDecoder();
  if (!ImageDecoder) throw damagedError(info);
  const data = await image.arrayBuffer();
  const decoder = new ImageDecoder({
    data,
    transfer: [data],
    type: info.mediaType,
    preferAnimation: true,
  });
  try {
    await decoder.tracks.ready;
    await decoder.completed;
    const total = decoder.tracks.selectedTrack?.frameCount ?? 1;
    const scale = Math.min(1, Math.sqrt(LARGEST_PX / (info.width * columns * info.height * rows)));
    const width = Math.max(1, Math.floor(info.width * scale));
    const height = Math.max(1, Math.floor(info.height * scale));
    const { canvas, context } = createCanvas(width * columns, height * rows, true);
    context.imageSmoothingQuality = 'high';
    for (const [at, frameIndex] of shownFrames(frames, total).entries()) {
      const { image: frame } = await decoder.decode({ frameIndex });
      const left = (at % columns) * width;
      const top = Math.floor(at / columns) * height;
      context.drawImage(frame, left, top, width, height);
      frame.close();
    }
    return {
      source: canvas,
      width: canvas.width,
      height: canvas.height,
      turn: 1,
      storedTurn: 1,
      close: () => {
        canvas.width = 0;
        canvas.height = 0;
      },
    };
  } finally {
    decoder.close();
  }
}
