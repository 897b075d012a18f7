import { KitError } from '../../../errors.js';
import { frameCanvas, writeCanvas } from '../../../video/frame-canvas.js';
import type { Frame, FrameReader } from '../../../video/types.js';
import type { ChosenFrame } from './types.js';

const THUMBNAIL_PX = 240;
const THUMBNAIL_QUALITY = 0.8;

/** Shows the frame of the latest time. Times that come while one is being decoded are skipped, so that it never lags. */
export function createPreview(
  reader: FrameReader,
  { draw, onError }: { draw: (frame: Frame) => void; onError: (error: unknown) => void },
): (timeS: number) => void {
  let wanted: number | undefined;
  let isDrawing = false;
  const drawLatest = async (): Promise<void> => {
    isDrawing = true;
    while (wanted !== undefined) {
      const timeS = wanted;
      wanted = undefined;
      await reader.withFrame(timeS, draw).catch(onError);
    }
    isDrawing = false;
  };
  return (timeS) => {
    wanted = timeS;
    if (!isDrawing) void drawLatest();
  };
}

/** Creates the thumbnail of a frame, whose URL the caller revokes. */
export function makeThumbnail(
  reader: FrameReader,
  timeS: number,
  signal: AbortSignal,
): Promise<ChosenFrame> {
  const { width, height } = reader;
  const scale = Math.min(1, THUMBNAIL_PX / Math.max(width, height));
  return reader.withFrame(
    timeS,
    async (frame) => {
      const drawn = frameCanvas(width * scale, height * scale);
      drawn.context.drawImage(frame.image, 0, 0, drawn.canvas.width, drawn.canvas.height);
      const blob = await writeCanvas(drawn, 'image/jpeg', THUMBNAIL_QUALITY);
      return { timeS: frame.timeS, url: URL.createObjectURL(blob) };
    },
    signal,
  );
}

/** Whether an error only says that the work was stopped. */
export const isStopped = (error: unknown): boolean =>
  KitError.is(error) && error.code === 'aborted';
