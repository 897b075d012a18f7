/**
 * Draws decoded pixels at the planned size: upright, smoothed, on the background.
 *
 * A browser that smooths well (`support.smoothDownscale`) does it in one step. One that only looks at the nearest four
 * pixels is led down by halves, which averages every pixel, so that neither detail nor hidden text can jump out.
 */
import type { ImageInfo, Size } from '../formats/types.js';
import { createCanvas, releaseCanvas, type Canvas2d } from './canvas.js';
import { canvasError } from './image-errors.js';
import type { DecodedImage } from './render-types.js';
import type { PipelineSupport } from './support.js';

type Turn = ImageInfo['orientation'];

/** Transforms by which stored pixels are drawn upright into a box of width by height. */
const turns: Record<
  Turn,
  (width: number, height: number) => readonly [number, number, number, number, number, number]
> = {
  1: () => [1, 0, 0, 1, 0, 0],
  2: (width) => [-1, 0, 0, 1, width, 0],
  3: (width, height) => [-1, 0, 0, -1, width, height],
  4: (_width, height) => [1, 0, 0, -1, 0, height],
  5: () => [0, 1, 1, 0, 0, 0],
  6: (width) => [0, 1, -1, 0, width, 0],
  7: (width, height) => [0, -1, -1, 0, width, height],
  8: (_width, height) => [0, -1, 1, 0, 0, height],
};

function draw(
  context: OffscreenCanvasRenderingContext2D,
  source: CanvasImageSource,
  turn: Turn,
  { width, height }: Size,
): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.setTransform(...turns[turn](width, height));
  if (turn >= 5) context.drawImage(source, 0, 0, height, width);
  else context.drawImage(source, 0, 0, width, height);
  context.resetTransform();
}

function halve(size: Size, target: Size): Size {
  return {
    width: Math.max(target.width, Math.ceil(size.width / 2)),
    height: Math.max(target.height, Math.ceil(size.height / 2)),
  };
}

/** Whether some pixel of a canvas lets the background through. */
function isTransparent({ canvas, context }: Canvas2d): boolean {
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 255) return true;
  return false;
}

function fill({ canvas, context }: Canvas2d, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, canvas.width, canvas.height);
}

/** A canvas past a limit of the browser stays empty without a word. */
function assertPainted({ canvas, context }: Canvas2d): void {
  const { data } = context.getImageData(canvas.width - 1, canvas.height - 1, 1, 1);
  if (data[3] !== 255) {
    throw canvasError(
      `The browser could not draw a picture of ${canvas.width} by ${canvas.height} px.`,
    );
  }
}

export interface Resized extends Canvas2d {
  /** Transparent parts were filled with the background. */
  isFlattened: boolean;
}

/** Release the canvas where you got it. */
export function resizeImage(
  decoded: DecodedImage,
  { width, height, background }: Size & { background?: string },
  { hasAlpha }: Pick<ImageInfo, 'hasAlpha'>,
  { smoothDownscale }: Pick<PipelineSupport, 'smoothDownscale'>,
): Resized {
  let source: CanvasImageSource = decoded.source;
  let size: Size =
    decoded.turn >= 5
      ? { width: decoded.height, height: decoded.width }
      : { width: decoded.width, height: decoded.height };
  let turn = decoded.turn;
  let step: Canvas2d | undefined;
  const target = { width, height };
  const isOpaque = background !== undefined && !hasAlpha;
  const canvas = createCanvas(width, height, !isOpaque);
  try {
    if (isOpaque) fill(canvas, background);
    const isHalvingNeeded = ({ width: w, height: h }: Size): boolean =>
      !smoothDownscale && (w > width * 2 || h > height * 2);
    while (isHalvingNeeded(size)) {
      const next = halve(size, target);
      const smaller = createCanvas(next.width, next.height, !isOpaque);
      draw(smaller.context, source, turn, next);
      if (step) releaseCanvas(step);
      step = smaller;
      source = smaller.canvas;
      size = next;
      turn = 1;
    }
    draw(canvas.context, source, turn, target);
    const isFlattened = background !== undefined && hasAlpha && isTransparent(canvas);
    if (isFlattened) {
      canvas.context.globalCompositeOperation = 'destination-over';
      fill(canvas, background);
    }
    if (background !== undefined) assertPainted(canvas);
    return { ...canvas, isFlattened };
  } catch (error) {
    releaseCanvas(canvas);
    throw error;
  } finally {
    if (step) releaseCanvas(step);
  }
}
