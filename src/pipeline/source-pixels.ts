/**
 * Reads the pixels of a decoded image as bytes. A WebCodecs frame provides them directly; everything else is
 * drawn and read back.
 */
import type { ImageInfo, Size } from '../formats/types.js';
import { createCanvas, drawTurned, fillCanvas, releaseCanvas, type Canvas2d } from './canvas.js';
import { chooseGround } from './choose-ground.js';
import type { PixelRows, Resampler } from './filter/resampler-types.js';
import { createTextProbe, type TextProbe } from './find-small-text.js';
import type { DecodedImage } from './render-types.js';

export interface SourcePixels extends Size {
  /** The colour that was put under transparent pixels, if there were any. */
  ground?: string;
  /** Whether anything is drawn on the transparent pixels, in whatever colour. */
  hasDrawing: boolean;
  /** Whether there is text that is lost at the target's size. To be called after resampling. */
  hasSmallText: () => boolean;
  /** Writes RGBA at another size, upright, over all of `into`. */
  resample(
    resampler: Resampler,
    to: Size,
    into: Uint8ClampedArray<ArrayBuffer>,
  ): Promise<Uint8ClampedArray<ArrayBuffer>>;
}

/**
 * Every browser's canvas supports this size. A larger image is first averaged two by two, which also saves
 * memory.
 */
const LARGEST_PX = 4096 * 4096;
const LONGEST_SIDE_PX = 16_384;
/** Raw values of another colour space would have to be converted, which drawing does. */
function isPlainRgb({ format, colorSpace }: VideoFrame): boolean {
  const isSrgb = colorSpace.primaries === 'bt709' && colorSpace.transfer === 'iec61966-2-1';
  return isSrgb && (format === 'BGRX' || format === 'RGBX');
}

/** Copies one strip at a time, so that the pixels are never in memory twice. */
function pixelsOfFrame(
  frame: VideoFrame,
  turn: ImageInfo['orientation'],
  request: PixelRequest,
): SourcePixels {
  const size = { width: frame.codedWidth, height: frame.codedHeight };
  const { width } = size;
  const probe = probeFor(size, turn, request);
  const copyRows: PixelRows['copyRows'] = async (into, startRow, endRow) => {
    await frame.copyTo(into, {
      rect: { x: 0, y: startRow, width, height: endRow - startRow },
      layout: [{ offset: 0, stride: width * 4 }],
    });
    probe?.addRows(into, startRow, endRow);
  };
  const layout = frame.format === 'BGRX' ? 'BGRA' : 'RGBA';
  return {
    ...size,
    hasDrawing: false,
    hasSmallText: () => probe?.hasSmallText() ?? false,
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

/** Returns half the size, but not less than the target. */
function halved({ width, height }: Size, target: Size): Size {
  return {
    width: Math.max(target.width, Math.ceil(width / 2)),
    height: Math.max(target.height, Math.ceil(height / 2)),
  };
}

/** Draws an image at its own size, halved as often as necessary. The caller must release the canvas. */
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
    if (!hasAlpha && background !== undefined) fillCanvas(next, fixedColour(background));
    if (surface) {
      drawTurned(next.context, surface.canvas, 1, size);
      releaseCanvas(surface);
    } else drawTurned(next.context, decoded.source, decoded.turn, size);
    surface = next;
    if (!isTooLarge(size) || isSameSize(size, request)) return surface;
  }
}

/** Examines the rows of pixels as stored, if they are reduced by much. */
function probeFor(
  { width, height }: Size,
  turn: ImageInfo['orientation'],
  request: PixelRequest,
): TextProbe | undefined {
  const uprightWidth = turn >= 5 ? height : width;
  return createTextProbe(width, height, {
    sourceScale: request.width / request.sourceWidth,
    pixelScale: request.width / uprightWidth,
  });
}

/** Returns the colour for pixels that cannot be examined before it is needed. */
export const fixedColour = (background: string): string =>
  background === 'auto' ? '#ffffff' : background;

/** A smaller difference looks like one colour, of 255. */
const ONE_COLOUR = 8;

/**
 * Whether all pixels have one colour, of four bytes each; transparent ones are equal whatever is stored in
 * them.
 */
export function isOneColour(data: Uint8ClampedArray): boolean {
  const channel = (at: number, index: number): number => {
    const alpha = data[at + 3] ?? 0;
    return index === 3 ? alpha : ((data[at + index] ?? 0) * alpha) / 255;
  };
  const first = [0, 1, 2, 3].map((index) => channel(0, index));
  for (let at = 4; at < data.length; at += 4) {
    for (let index = 0; index < 4; index += 1) {
      if (Math.abs(channel(at, index) - (first[index] ?? 0)) > ONE_COLOUR) return false;
    }
  }
  return true;
}

function hasTransparency(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}

function pixelsOfCanvas(surface: Canvas2d, request: PixelRequest): SourcePixels {
  const { hasAlpha, background } = request;
  const { canvas, context } = surface;
  const size = { width: canvas.width, height: canvas.height };
  let { data } = context.getImageData(0, 0, size.width, size.height);
  const isTransparent = hasAlpha && hasTransparency(data);
  let ground: string | undefined;
  let hasDrawing = false;
  if (isTransparent && background !== undefined) {
    ground = background === 'auto' ? chooseGround(data, size) : background;
    hasDrawing = !isOneColour(data);
    context.globalCompositeOperation = 'destination-over';
    fillCanvas(surface, ground);
    ({ data } = context.getImageData(0, 0, size.width, size.height));
  }
  const probe = probeFor(size, 1, request);
  probe?.addRows(data, 0, size.height);
  const options = { hasAlpha: isTransparent && ground === undefined };
  return {
    ...size,
    ...(ground !== undefined && { ground }),
    hasDrawing,
    hasSmallText: () => probe?.hasSmallText() ?? false,
    resample: async (resampler, to, into) =>
      isSameSize(size, to)
        ? new Uint8ClampedArray(data)
        : resampler.resample(data, size, to, { ...options, into }),
  };
}

export interface PixelRequest extends Size {
  hasAlpha: boolean;
  /** CSS colour to put under transparent pixels, or `auto`; `undefined` keeps them. */
  background: string | undefined;
  /** Width of the upright source before any reduction, in px. */
  sourceWidth: number;
}

/** `request.width` and `height` are the target, below which nothing is averaged beforehand. */
export function readSourcePixels(decoded: DecodedImage, request: PixelRequest): SourcePixels {
  const { source, storedTurn } = decoded;
  const isFrame = typeof VideoFrame !== 'undefined' && source instanceof VideoFrame;
  if (isFrame && isPlainRgb(source)) return pixelsOfFrame(source, storedTurn, request);
  const surface = drawWhole(decoded, request);
  try {
    return pixelsOfCanvas(surface, request);
  } finally {
    releaseCanvas(surface);
  }
}
