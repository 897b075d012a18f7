import { KitError } from '../errors.js';
import { canvasToBlob } from '../internal/canvas-to-blob.js';

export interface FrameCanvas {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}

/** Returns a canvas for drawing frames. */
export function frameCanvas(
  width: number,
  height: number,
  settings: CanvasRenderingContext2DSettings = {},
): FrameCanvas {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', settings);
  if (!context) throw noCanvas();
  return { canvas, context };
}

/** Writes a canvas as an image without metadata, and frees its memory. */
export async function writeCanvas(
  { canvas }: FrameCanvas,
  mediaType: 'image/jpeg' | 'image/png',
  quality?: number,
): Promise<Blob> {
  try {
    const blob = await canvasToBlob(canvas, mediaType, quality);
    if (!blob) throw noCanvas();
    return blob;
  } finally {
    canvas.width = 0;
    canvas.height = 0;
  }
}

const noCanvas = (): KitError =>
  new KitError('canvas-failed', {
    message:
      'This device has not enough memory left for this image. Close other tabs, then try again.',
  });
