/**
 * What this browser can do, measured by tiny real jobs rather than read from its name: a canvas asked for WebP may hand
 * back PNG, a decoder may or may not have turned the picture, a privacy setting may return noise.
 */
import { createCanvas, releaseCanvas } from './canvas.js';
import { findImageDecoder } from './decode/web-codecs.js';

export interface PipelineSupport {
  /** An OffscreenCanvas draws and encodes. */
  offscreenCanvas: boolean;
  /** `ImageDecoder` works. `frames`: whether its sizes count before (`stored`) or after (`upright`) orientation. */
  imageDecoder?: { frames: 'stored' | 'upright'; isUpright: boolean };
  /** `createImageBitmap` resizes, smoothly and upright. */
  imageBitmapResize: boolean;
  /** Whether `createImageBitmap` applies the orientation. */
  imageBitmap: { isUpright: boolean };
  webpEncoding: boolean;
  /** Drawing smaller averages all pixels rather than the nearest four. */
  smoothDownscale: boolean;
  /** Pixels read back are the pixels drawn. */
  canvasReadable: boolean;
}

/**
 * 16x8 px, red beside blue, EXIF orientation 6. Seen upright it is 8x16 px:
 *
 *     stored  RRBB      upright  RR
 *             RRBB               RR
 *                                BB
 *                                BB
 */
const SIDEWAYS_JPEG =
  '/9j/4QAiRXhpZgAASUkqAAgAAAABABIBAwABAAAABgAAAAAAAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxO' +
  'QERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj' +
  'Y2NjY2NjY2NjY2NjY2P/wAARCAAIABADAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAW' +
  'AQEBAQAAAAAAAAAAAAAAAAAHBQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwAVLbwOUBy//9k=';

function sidewaysJpeg(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(SIDEWAYS_JPEG), (character) => character.charCodeAt(0));
}

type Rgba = readonly [number, number, number, number];

function pixelAt(context: OffscreenCanvasRenderingContext2D, x: number, y: number): Rgba {
  const { data } = context.getImageData(x, y, 1, 1);
  return [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0, data[3] ?? 0];
}

const isRed = ([red, , blue]: Rgba): boolean => red > 150 && blue < 100;
const isBlue = ([red, , blue]: Rgba): boolean => blue > 150 && red < 100;

/** Whether a source, drawn at 8x16 px, is red above and blue below. */
function isDrawnUpright(source: CanvasImageSource): boolean {
  const surface = createCanvas(8, 16);
  try {
    surface.context.drawImage(source, 0, 0, 8, 16);
    return isRed(pixelAt(surface.context, 1, 2)) && isBlue(pixelAt(surface.context, 6, 13));
  } finally {
    releaseCanvas(surface);
  }
}

async function measureImageDecoder(): Promise<PipelineSupport['imageDecoder']> {
  const ImageDecoder = findImageDecoder();
  if (!ImageDecoder) return undefined;
  const decoder = new ImageDecoder({ data: sidewaysJpeg(), type: 'image/jpeg' });
  try {
    const { image } = await decoder.decode();
    try {
      const frames = image.codedWidth > image.codedHeight ? 'stored' : 'upright';
      return { frames, isUpright: isDrawnUpright(image) };
    } finally {
      image.close();
    }
  } finally {
    decoder.close();
  }
}

async function measureImageBitmap(options?: ImageBitmapOptions): Promise<boolean> {
  const image = new Blob([sidewaysJpeg()], { type: 'image/jpeg' });
  const bitmap = await createImageBitmap(image, options);
  try {
    if (options && (bitmap.width !== 4 || bitmap.height !== 8)) return false;
    return isDrawnUpright(bitmap);
  } finally {
    bitmap.close();
  }
}

const STRIPES_PX = 64;

/** White with one black column in eight. Averaged it is the same light grey everywhere; sampled, white or black. */
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

function measureSmoothDownscale(): boolean {
  const stripes = drawStripes();
  const small = createCanvas(8, 8);
  try {
    small.context.imageSmoothingQuality = 'high';
    small.context.drawImage(stripes.canvas, 0, 0, 8, 8);
    return isAveraged(small.context, 8);
  } finally {
    releaseCanvas(stripes);
    releaseCanvas(small);
  }
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

/** 32x32 px, since some browsers leave tiny canvases alone. */
function measureCanvasReadable(): boolean {
  const surface = createCanvas(32, 32);
  try {
    for (let step = 0; step < 32; step += 1) {
      surface.context.fillStyle = `rgb(${step * 8} ${255 - step * 8} 128)`;
      surface.context.fillRect(0, step, 32, 1);
    }
    const { data } = surface.context.getImageData(0, 0, 32, 32);
    for (let at = 0; at < data.length; at += 4) {
      const step = Math.floor(at / 4 / 32);
      const isSame =
        data[at] === step * 8 && data[at + 1] === 255 - step * 8 && data[at + 2] === 128;
      if (!isSame) return false;
    }
    return true;
  } finally {
    releaseCanvas(surface);
  }
}

async function encodesAs(type: string): Promise<boolean> {
  const surface = createCanvas(1, 1);
  try {
    return (await surface.canvas.convertToBlob({ type })).type === type;
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

/** Runs every probe. A few milliseconds. */
export async function measureSupport(): Promise<PipelineSupport> {
  const [offscreenCanvas, webpEncoding, imageDecoder, resizes, resizesSmoothly, isUpright] =
    await Promise.all([
      orElse(() => encodesAs('image/jpeg'), false),
      orElse(() => encodesAs('image/webp'), false),
      orElse(measureImageDecoder, undefined),
      orElse(
        () => measureImageBitmap({ resizeWidth: 4, resizeHeight: 8, resizeQuality: 'high' }),
        false,
      ),
      orElse(measureSmoothBitmap, false),
      orElse(() => measureImageBitmap(), true),
    ]);
  return {
    offscreenCanvas,
    ...(imageDecoder && { imageDecoder }),
    imageBitmapResize: resizes && resizesSmoothly,
    imageBitmap: { isUpright },
    webpEncoding,
    smoothDownscale: await orElse(measureSmoothDownscale, false),
    canvasReadable: await orElse(measureCanvasReadable, false),
  };
}

let measured: Promise<PipelineSupport> | undefined;

/** What this thread's browser can do, measured at the first call. */
export function findSupport(): Promise<PipelineSupport> {
  return (measured ??= measureSupport());
}
