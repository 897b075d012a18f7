import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { cropTo } from './change.js';
import { drawMarks, drawImage } from './draw.js';
import { viewOf, type View } from './geometry.js';
import { openImage } from './open-image.js';
import type { RenderMarkupOptions, RenderedMarkup } from './render-types.js';
import type { Markup, Size } from './types.js';

/** Every browser's canvas supports this size, including iPhones. */
const SAFE_PIXELS = 4096 * 4096;

/** Number of pixels drawn before yielding to the page. */
const BAND_PIXELS = 2_000_000;

interface Surface {
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D;
}

/** Photos stay JPEG; whatever may hold text or transparency is written losslessly. */
function outputMediaType(sourceMediaType: string): string {
  if (sourceMediaType === 'image/jpeg' || sourceMediaType === 'image/heic') return 'image/jpeg';
  return sourceMediaType === 'image/webp' || sourceMediaType === 'image/avif'
    ? 'image/webp'
    : 'image/png';
}

/** Renders a markup to a file. Runs on a page as well as in a worker. */
export async function exportImage(
  source: Blob,
  markup: Markup,
  { mediaType = source.type, quality = 0.95, signal }: RenderMarkupOptions = {},
): Promise<RenderedMarkup> {
  const image = await openImage(source, signal);
  try {
    const size = { width: image.width, height: image.height };
    const view = viewOf(size, markup.crop ? cropTo(markup, markup.crop, size) : markup);
    const type = outputMediaType(mediaType);
    const pixels = view.width * view.height;
    const scales = pixels > SAFE_PIXELS ? [1, Math.sqrt(SAFE_PIXELS / pixels)] : [1];
    for (const scale of scales) {
      const surface = openSurface(view, scale, type !== 'image/jpeg');
      if (!surface) continue;
      try {
        await drawInBands(surface, image, size, view, scale, signal);
        drawMarks(surface.context, markup.marks, view, scale);
        const { canvas } = surface;
        const blob = await canvas.convertToBlob({ type, quality });
        throwIfAborted(signal);
        return { blob, width: canvas.width, height: canvas.height };
      } catch (error) {
        if (KitError.is(error)) throw error;
      } finally {
        surface.canvas.width = 0;
        surface.canvas.height = 0;
      }
    }
  } finally {
    image.close();
  }
  throw new KitError('canvas-failed', {
    message:
      'This device has not enough memory left to write the image. Close other tabs, or crop more of it, then try again.',
  });
}

/**
 * Returns `undefined` if the browser lacks the memory. Some browsers only show this by a blank canvas, so a
 * pixel is tested.
 */
function openSurface(view: Size, scale: number, alpha: boolean): Surface | undefined {
  const width = Math.max(1, Math.round(view.width * scale));
  const height = Math.max(1, Math.round(view.height * scale));
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha, willReadFrequently: true });
    if (!context || canvas.width !== width || canvas.height !== height) return undefined;
    context.fillStyle = '#f00';
    context.fillRect(width - 1, height - 1, 1, 1);
    const [red] = context.getImageData(width - 1, height - 1, 1, 1).data;
    context.clearRect(width - 1, height - 1, 1, 1);
    return red === 255 ? { canvas, context } : undefined;
  } catch {
    return undefined;
  }
}

async function drawInBands(
  { canvas, context }: Surface,
  image: ImageBitmap,
  size: Size,
  view: View,
  scale: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const rows = Math.max(1, Math.floor(BAND_PIXELS / canvas.width));
  for (let top = 0; top < canvas.height; top += rows) {
    if (top > 0) await nextTask();
    throwIfAborted(signal);
    context.save();
    context.beginPath();
    context.rect(0, top, canvas.width, rows);
    context.clip();
    drawImage(context, image, size, view, scale);
    context.restore();
    // Reading a pixel forces the browser to draw now rather than in one go at the end.
    context.getImageData(0, top, 1, 1);
  }
}

/** Resolves in the next task. Unlike a timer, a message is not throttled in a background tab. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
