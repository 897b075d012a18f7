/**
 * The pixels of a decoded picture, as bytes. A frame of WebCodecs hands them over as they are; everything else is drawn
 * and read back.
 */
import type { ImageInfo, Size } from '../formats/types.js';
import { createCanvas, drawTurned, fillCanvas, releaseCanvas, type Canvas2d } from './canvas.js';
import type { PixelRows, Resampler } from './filter/resampler-types.js';
import type { DecodedImage } from './render-types.js';

export interface SourcePixels extends Size {
  /** The background was put under transparent pixels. */
  isFlattened: boolean;
  /** Writes RGBA at another size, upright, over all of `into`. */
  resample(
    resampler: Resampler,
    to: Size,
    into: Uint8ClampedArray<ArrayBuffer>,
  ): Promise<Uint8ClampedArray<ArrayBuffer>>;
}

/** What every browser's canvas can hold. Beyond it a picture is first averaged two by two, which saves its memory too. */
const LARGEST_PX = 4096 * 4096;
const LONGEST_SIDE_PX = 16_384;
/** Raw values of another colour space would have to be converted, which drawing does. */
function isPlainRgb({ format, colorSpace }: VideoFrame): boolean {
  const isSrgb = colorSpace.primaries === 'bt709' && colorSpace.transfer === 'iec61966-2-1';
  return isSrgb && (format === 'BGRX' || format === 'RGBX');
}

/** Copied out a strip at a time, so that the pixels never lie in memory twice. */
function pixelsOfFrame(frame: VideoFrame, turn: ImageInfo['orientation']): SourcePixels {
  const size = { width: frame.codedWidth, height: frame.codedHeight };
  const { width } = size;
  const copyRows: PixelRows['copyRows'] = (into, startRow, endRow) =>
    frame.copyTo(into, {
      rect: { x: 0, y: startRow, width, height: endRow - startRow },
      layout: [{ offset: 0, stride: width * 4 }],
    });
  const layout = frame.format === 'BGRX' ? 'BGRA' : 'RGBA';
  return {
    ...size,
    isFlattened: false,
    resample: (resampler, upright, into) => {
      const to = turn >= 5 ? { width: upright.height, height: upright.width } : upright;
      return resampler.resampleRows({ copyRows }, size, to, {
        hasAlpha: false,
        layout,
        turn,
        into,
      });
    },
  };
}

export const isSameSize = (one: Size, other: Size): boolean =>
  one.width === other.width && one.height === other.height;

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
export function drawWhole(decoded: DecodedImage, request: PixelRequest): Canvas2d {
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
    if (!isTooLarge(size) || isSameSize(size, request)) return surface;
  }
}

function hasTransparency(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}

function pixelsOfCanvas(surface: Canvas2d, { hasAlpha, background }: PixelRequest): SourcePixels {
  const { canvas, context } = surface;
  const size = { width: canvas.width, height: canvas.height };
  let { data } = context.getImageData(0, 0, size.width, size.height);
  const isTransparent = hasAlpha && hasTransparency(data);
  const isFlattened = isTransparent && background !== undefined;
  if (isFlattened) {
    context.globalCompositeOperation = 'destination-over';
    fillCanvas(surface, background);
    ({ data } = context.getImageData(0, 0, size.width, size.height));
  }
  const options = { hasAlpha: isTransparent && !isFlattened };
  return {
    ...size,
    isFlattened,
    resample: async (resampler, to, into) =>
      isSameSize(size, to)
        ? new Uint8ClampedArray(data)
        : resampler.resample(data, size, to, { ...options, into }),
  };
}

export interface PixelRequest extends Size {
  hasAlpha: boolean;
  /** CSS colour to put under transparent pixels; none keeps them. */
  background: string | undefined;
}

/** `request.width` and `height`: the target, below which nothing is averaged beforehand. */
export function readSourcePixels(decoded: DecodedImage, request: PixelRequest): SourcePixels {
  const { source, storedTurn } = decoded;
  const isFrame = typeof VideoFrame !== 'undefined' && source instanceof VideoFrame;
  if (isFrame && isPlainRgb(source)) return pixelsOfFrame(source, storedTurn);
  const surface = drawWhole(decoded, request);
  try {
    return pixelsOfCanvas(surface, request);
  } finally {
    releaseCanvas(surface);
  }
}
