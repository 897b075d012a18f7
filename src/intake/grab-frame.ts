import { waitWithin } from '../internal/abort.js';

/** JPEG of a camera: finer than anybody sees, and half as large as the best. */
const JPEG_QUALITY = 0.92;

/** A moving image that gives none for so long is not going to. */
const FIRST_FRAME_MS = 8000;

/** What a video shows now, upright and not mirrored, as a file without a name. */
export async function grabFrame(
  video: HTMLVideoElement,
  type: 'image/jpeg' | 'image/png',
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, JPEG_QUALITY);
  });
  if (!blob) throw new Error('The video shows nothing.');
  return new File([blob], '', { type: blob.type });
}

const noFrame = (): Error => new Error('No frame came.');

/** The first frame of a stream that nobody sees. */
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
    // A browser without it has its first frame with its first data.
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve());
    else (video as HTMLVideoElement).addEventListener('loadeddata', () => resolve());
  });
  await video.play();
  await painted;
}
