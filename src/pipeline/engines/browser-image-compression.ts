/**
 * Engine for browsers without an OffscreenCanvas, and for those who choose it: the browser-image-compression
 * package, loaded only then. Always on the page, since its own worker would load the package from a CDN.
 */
import { abortedError, throwIfAborted } from '../../internal/abort.js';
import { canvasToBlob } from '../../internal/canvas-to-blob.js';
import { readImageInfo } from '../../formats/read-info.js';
import { canvasError, damagedError } from '../image-errors.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import { fixedColour } from '../source-pixels.js';
import type { ResizePlan } from '../types.js';

export interface BicOptions {
  signal?: AbortSignal | undefined;
  /** From 0 to 1. */
  onFraction?: ((fraction: number) => void) | undefined;
}

const BYTES_PER_MEGABYTE = 1024 * 1024;

function nameFor(mediaType: string): string {
  return `image.${mediaType.slice('image/'.length)}`;
}

function isLargerThanSource({ content, from, width, height }: ResizePlan): boolean {
  return content !== undefined || width > from.width || height > from.height;
}

/** The package only makes images smaller, and knows no margins. */
async function enlarged(made: Blob, plan: ResizePlan): Promise<Blob> {
  const { background, mediaType, quality, content = plan } = plan;
  const canvas = document.createElement('canvas');
  const bitmap = await createImageBitmap(made);
  try {
    canvas.width = plan.width;
    canvas.height = plan.height;
    const context = canvas.getContext('2d');
    if (!context) throw canvasError('The browser provided no canvas.');
    if (background !== undefined) {
      context.fillStyle = fixedColour(background);
      context.fillRect(0, 0, plan.width, plan.height);
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, content.width, content.height);
    const image = await canvasToBlob(canvas, mediaType, quality);
    if (image?.type !== mediaType) throw canvasError('The browser could not write the image.');
    return image;
  } finally {
    bitmap.close();
    canvas.width = 0;
    canvas.height = 0;
  }
}

export async function renderByBic(
  { image, info, plan, maxOutputBytes }: RenderJob,
  { signal, onFraction }: BicOptions = {},
): Promise<RenderResult> {
  throwIfAborted(signal);
  const { width, height } = plan.content ?? plan;
  const started = performance.now();
  const { default: compress } = await import('browser-image-compression');
  throwIfAborted(signal);
  // It detects formats by `type`, and the type of a dropped file is derived from its name.
  const file = new File([image], nameFor(info.mediaType), { type: info.mediaType });
  let made: Blob;
  try {
    made = await compress(file, {
      useWebWorker: false,
      fileType: plan.mediaType,
      initialQuality: plan.quality,
      maxWidthOrHeight: Math.max(width, height),
      ...(maxOutputBytes !== undefined && { maxSizeMB: maxOutputBytes / BYTES_PER_MEGABYTE }),
      ...(signal && { signal }),
      onProgress: (percent) => onFraction?.(percent / 100),
    });
  } catch (error) {
    throw signal?.aborted ? abortedError(signal) : damagedError(info, error);
  }
  throwIfAborted(signal);
  if (made.type !== plan.mediaType || made.size === 0 || made === file) {
    throw canvasError('The browser could not write the image.');
  }
  const sent = isLargerThanSource(plan) ? await enlarged(made, plan) : made;
  throwIfAborted(signal);
  const written = await readImageInfo(sent);
  return {
    image: sent,
    mediaType: plan.mediaType,
    quality: plan.quality,
    width: written.width,
    height: written.height,
    route: 'image-element',
    notes: [],
    timings: [{ stage: 'encoding', ms: performance.now() - started }],
  };
}
