import { waitWithin } from '../internal/abort.js';
import { canvasToBlob } from '../internal/canvas-to-blob.js';

/** JPEG quality for cameras: no visible loss at half the size of the best. */
const JPEG_QUALITY = 0.92;

/** A stream that delivers no frame within this time never will. */
const FIRST_FRAME_MS = 8000;

/** Returns the current frame of a video, upright and not mirrored, as a file without a name. */
export async function grabFrame(
  video: HTMLVideoElement,
  type: 'image/jpeg' | 'image/png',
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvasToBlob(canvas, type, JPEG_QUALITY);
  if (!blob) throw new Error('The video shows nothing.');
  return new File([blob], '', { type: blob.type });
}

const noFrame = (): Error => new Error('No frame arrived.');

/** Returns the first frame of a stream without displaying it. */
export async function grabFirstFrame(
  stream: MediaStream,
  type: 'image/jpeg' | 'image/png',
): Promise<File> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  try {
    await waitWithin(paint(video), { ms: FIRST_FRAME_MS, onLate: noFrame });
    return await grabFrame(video, type);
  } finally {
    video.srcObject = null;
  }
}

async function paint(video: HTMLVideoElement): Promise<void> {
  const painted = new Promise<void>((resolve) => {
    // In a browser without it, the first frame arrives with the first data.
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve());
    else (video as HTMLVideoElement).addEventListener('loadeddata', () => resolve());
  });
  await video.play();
  await painted;
}
