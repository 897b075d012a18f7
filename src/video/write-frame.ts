import { frameCanvas, writeCanvas } from './frame-canvas.js';
import type { FrameReader } from './types.js';

/** No visible loss: the images are made to fit the model afterwards. */
const JPEG_QUALITY = 0.95;

export interface WrittenFrame {
  blob: Blob;
  timeS: number;
}

/**
 * Writes the frame at a time at the video's own size, upright.
 *
 * @throws VideoError
 * @throws KitError `aborted`, `canvas-failed`
 */
export function writeFrame(
  reader: FrameReader,
  timeS: number,
  signal?: AbortSignal,
): Promise<WrittenFrame> {
  const { width, height, hasAlpha } = reader;
  return reader.withFrame(
    timeS,
    async (frame) => {
      const drawn = frameCanvas(width, height);
      drawn.context.drawImage(frame.image, 0, 0, width, height);
      const blob = await writeCanvas(drawn, hasAlpha ? 'image/png' : 'image/jpeg', JPEG_QUALITY);
      return { blob, timeS: frame.timeS };
    },
    signal,
  );
}
