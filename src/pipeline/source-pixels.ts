/**
 * The pixels of a decoded picture, as bytes. A frame of WebCodecs hands them over as they are; everything else is drawn
 * and read back.
 */
import type { ImageInfo, Size } from '../formats/types.js';
import { createCanvas, drawTurned, fillCanvas, releaseCanvas, type Canvas2d } from './canvas.js';
import type { DecodedImage } from './render-types.js';

export interface SourcePixels extends Size {
  /** Four bytes a pixel, not premultiplied. Only valid until `release`. */
  data: Uint8Array | Uint8ClampedArray;
  layout: 'RGBA' | 'BGRA';
  /** Orientation that is still to be applied. */
  turn: ImageInfo['orientation'];
  /** Some pixel lets the background through. */
  isTransparent: boolean;
  /** The background was put under transparent pixels. */
  isFlattened: boolean;
  release(): void;
}

/** What every browser's canvas can hold. Beyond it a picture is first averaged two by two, which saves its memory too. */
const LARGEST_PX = 4096 * 4096;
const LONGEST_SIDE_PX = 16_384;
/** Kept for the next picture: fresh memory costs as much time as the copy. */
const KEPT_BYTES = 16 * 1024 * 1024;
let kept: Uint8Array | undefined;

function takeBytes(length: number): Uint8Array {
  const bytes = kept && kept.length >= length ? kept : new Uint8Array(length);
  kept = undefined;
  return bytes;
}

function keepBytes(bytes: Uint8Array): void {
  if (bytes.length <= KEPT_BYTES) kept = bytes;
}

/** Raw values of another colour space would have to be converted, which drawing does. */
function isPlainRgb({ format, colorSpace }: VideoFrame): boolean {
  const isSrgb = colorSpace.primaries === 'bt709' && colorSpace.transfer === 'iec61966-2-1';
  return isSrgb && (format === 'BGRX' || format === 'RGBX');
}

async function copyFrame(frame: VideoFrame, turn: SourcePixels['turn']): Promise<SourcePixels> {
  const { codedWidth: width, codedHeight: height } = frame;
  const bytes = takeBytes(width * height * 4);
  const data = bytes.subarray(0, width * height * 4);
  await frame.copyTo(data, {
    rect: { x: 0, y: 0, width, height },
    layout: [{ offset: 0, stride: width * 4 }],
  });
  return {
    data,
    width,
    height,
    layout: frame.format === 'BGRX' ? 'BGRA' : 'RGBA',
    turn,
    isTransparent: false,
    isFlattened: false,
    release: () => keepBytes(bytes),
  };
}

function isTooLarge({ width, height }: Size): boolean {
  return width * height > LARGEST_PX || Math.max(width, height) > LONGEST_SIDE_PX;
}

/** Half the size, but not less than the target. */
function halved({ width, height }: Size, target: Size): Size {
  return {
    width: Math.max(target.width, Math.ceil(width / 2)),
    height: Math.max(target.height, Math.ceil(height / 2)),
  };
}

/** Draws a picture at its own size, or at half of it as often as it is too large. Release the canvas where you got it. */
function drawWhole(decoded: DecodedImage, request: PixelRequest): Canvas2d {
  const { hasAlpha, background } = request;
  const isSwapped = decoded.turn >= 5;
  let size: Size = {
    width: isSwapped ? decoded.height : decoded.width,
    height: isSwapped ? decoded.width : decoded.height,
  };
  let surface: Canvas2d | undefined;
  for (;;) {
    if (isTooLarge(size)) size = halved(size, request);
    const next = createCanvas(size.width, size.height, hasAlpha);
    if (!hasAlpha && background !== undefined) fillCanvas(next, background);
    if (surface) {
      drawTurned(next.context, surface.canvas, 1, size);
      releaseCanvas(surface);
    } else drawTurned(next.context, decoded.source, decoded.turn, size);
    surface = next;
    const isTarget = size.width === request.width && size.height === request.height;
    if (!isTooLarge(size) || isTarget) return surface;
  }
}

function hasTransparency(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}

function readCanvas(
  surface: Canvas2d,
  hasAlpha: boolean,
  background: string | undefined,
): Pick<SourcePixels, 'data' | 'isTransparent' | 'isFlattened'> {
  const { canvas, context } = surface;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const isTransparent = hasAlpha && hasTransparency(data);
  if (!isTransparent || background === undefined) {
    return { data, isTransparent, isFlattened: false };
  }
  context.globalCompositeOperation = 'destination-over';
  fillCanvas(surface, background);
  return {
    data: context.getImageData(0, 0, canvas.width, canvas.height).data,
    isTransparent: false,
    isFlattened: true,
  };
}

export interface PixelRequest extends Size {
  hasAlpha: boolean;
  /** CSS colour to put under transparent pixels; none keeps them. */
  background: string | undefined;
}

/** The pixels of a decoded picture. `width` and `height`: the target, below which nothing is averaged beforehand. */
export async function readSourcePixels(
  decoded: DecodedImage,
  request: PixelRequest,
): Promise<SourcePixels> {
  const { source, storedTurn } = decoded;
  const isFrame = typeof VideoFrame !== 'undefined' && source instanceof VideoFrame;
  if (isFrame && isPlainRgb(source) && !isTooLarge(decoded)) return copyFrame(source, storedTurn);
  const surface = drawWhole(decoded, request);
  try {
    return {
      ...readCanvas(surface, request.hasAlpha, request.background),
      width: surface.canvas.width,
      height: surface.canvas.height,
      layout: 'RGBA',
      turn: 1,
      release: () => undefined,
    };
  } finally {
    releaseCanvas(surface);
  }
}
