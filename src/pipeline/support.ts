/**
 * What this browser can do, measured by tiny real jobs rather than derived from its name: a canvas asked for
 * WebP may return PNG, a decoder may or may not have rotated the image, a privacy setting may return noise.
 */
import type { PipelineSupport } from './types.js';
import { createCanvas, releaseCanvas } from './canvas.js';
import { findImageDecoder } from './decode/web-codecs.js';
import { sidewaysImage } from './sideways-images.js';

async function measureImageDecoder(): Promise<PipelineSupport['imageDecoder']> {
  const ImageDecoder = findImageDecoder();
  const image = sidewaysImage('image/jpeg');
  if (!ImageDecoder || !image) return undefined;
  const decoder = new ImageDecoder({ data: await image.arrayBuffer(), type: image.type });
  try {
    const { image } = await decoder.decode();
    const frames = image.codedWidth > image.codedHeight ? 'stored' : 'upright';
    image.close();
    return { frames };
  } finally {
    decoder.close();
  }
}

const STRIPES_PX = 64;

/**
 * White with one black column in eight. Averaged, it is the same light grey everywhere; sampled, it is white
 * or black.
 */
function drawStripes(): ReturnType<typeof createCanvas> {
  const surface = createCanvas(STRIPES_PX, STRIPES_PX);
  surface.context.fillStyle = '#fff';
  surface.context.fillRect(0, 0, STRIPES_PX, STRIPES_PX);
  surface.context.fillStyle = '#000';
  for (let x = 3; x < STRIPES_PX; x += 8) surface.context.fillRect(x, 0, 1, STRIPES_PX);
  return surface;
}

/** 7 of 8 columns are white: 223 of 255. */
function isAveraged(context: OffscreenCanvasRenderingContext2D, widthPx: number): boolean {
  const { data } = context.getImageData(1, 1, widthPx - 2, 1);
  for (let at = 0; at < data.length; at += 4) {
    if (Math.abs((data[at] ?? 0) - 223) > 24) return false;
  }
  return true;
}

async function measureSmoothBitmap(): Promise<boolean> {
  const stripes = drawStripes();
  const small = createCanvas(8, 8);
  try {
    const bitmap = await createImageBitmap(stripes.canvas, {
      resizeWidth: 8,
      resizeHeight: 8,
      resizeQuality: 'high',
    });
    small.context.drawImage(bitmap, 0, 0);
    bitmap.close();
    return isAveraged(small.context, 8);
  } finally {
    releaseCanvas(stripes);
    releaseCanvas(small);
  }
}

const NOISE_PX = 32;
/** JPEG changes pixels by more than this. */
const SLIGHT_NOISE = 3;

/** Reads back what was drawn: rows of known colours, 32x32 px, since some browsers do not alter tiny canvases. */
function measureCanvasNoise(): PipelineSupport['canvasNoise'] {
  const surface = createCanvas(NOISE_PX, NOISE_PX);
  try {
    for (let row = 0; row < NOISE_PX; row += 1) {
      surface.context.fillStyle = `rgb(${row * 8} ${255 - row * 8} 128)`;
      surface.context.fillRect(0, row, NOISE_PX, 1);
    }
    const { data } = surface.context.getImageData(0, 0, NOISE_PX, NOISE_PX);
    let most = 0;
    for (let at = 0; at < data.length; at += 4) {
      const row = Math.floor(at / 4 / NOISE_PX);
      const drawn = [row * 8, 255 - row * 8, 128, 255];
      for (const [channel, value] of drawn.entries()) {
        most = Math.max(most, Math.abs((data[at + channel] ?? 0) - value));
      }
    }
    if (most === 0) return 'none';
    return most <= SLIGHT_NOISE ? 'slight' : 'heavy';
  } finally {
    releaseCanvas(surface);
  }
}

async function canEncode(): Promise<boolean> {
  const surface = createCanvas(1, 1);
  try {
    return (await surface.canvas.convertToBlob({ type: 'image/jpeg' })).type === 'image/jpeg';
  } finally {
    releaseCanvas(surface);
  }
}

async function orElse<T>(measure: () => Promise<T> | T, otherwise: T): Promise<T> {
  try {
    return await measure();
  } catch {
    return otherwise;
  }
}

/** Runs every probe, which takes a few milliseconds. */
export async function measureSupport(): Promise<PipelineSupport> {
  const [offscreenCanvas, imageDecoder, imageBitmapResize] = await Promise.all([
    orElse(canEncode, false),
    orElse(measureImageDecoder, undefined),
    orElse(measureSmoothBitmap, false),
  ]);
  return {
    offscreenCanvas,
    ...(imageDecoder && { imageDecoder }),
    imageBitmapResize,
    canvasNoise: await orElse(measureCanvasNoise, 'heavy'),
  };
}

let measured: Promise<PipelineSupport> | undefined;

/** Returns what this thread's browser can do, measured at the first call. */
export function findSupport(): Promise<PipelineSupport> {
  return (measured ??= measureSupport());
}
