import type { ImageInfo, Size } from '../formats/types.js';
import type { CanvasWriter } from './encoders/types.js';
import { canvasError } from './image-errors.js';

export interface Canvas2d {
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D;
}

/** Writes a canvas in workers. */
export const writeCanvas: CanvasWriter = (canvas, mediaType, quality) =>
  canvas.convertToBlob({ type: mediaType, ...(quality !== undefined && { quality }) });

/**
 * Returns a canvas for drawing once and reading back. Kept in main memory (`willReadFrequently`): reading
 * back from a graphics card is slow, and its pixels differ between cards.
 */
export function createCanvas(width: number, height: number, alpha = false): Canvas2d {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha, willReadFrequently: true });
  if (!context || canvas.width !== width || canvas.height !== height) {
    throw canvasError(`The browser provided no canvas of ${width} by ${height} px.`);
  }
  return { canvas, context };
}

/** Fills the whole canvas with a colour. */
export function fillCanvas({ canvas, context }: Canvas2d, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, canvas.width, canvas.height);
}

/** Frees the memory now rather than at the next garbage collection. */
export function releaseCanvas({ canvas }: Canvas2d): void {
  canvas.width = 0;
  canvas.height = 0;
}

type Turn = ImageInfo['orientation'];
type Matrix = readonly [number, number, number, number, number, number];

/** Transforms that draw stored pixels upright into a box of this size. */
const turns: Record<Turn, (width: number, height: number) => Matrix> = {
  1: () => [1, 0, 0, 1, 0, 0],
  2: (width) => [-1, 0, 0, 1, width, 0],
  3: (width, height) => [-1, 0, 0, -1, width, height],
  4: (_width, height) => [1, 0, 0, -1, 0, height],
  5: () => [0, 1, 1, 0, 0, 0],
  6: (width) => [0, 1, -1, 0, width, 0],
  7: (width, height) => [0, -1, -1, 0, width, height],
  8: (_width, height) => [0, -1, 1, 0, 0, height],
};

/** Draws an image with its EXIF orientation applied over a box of that size. */
export function drawTurned(
  context: OffscreenCanvasRenderingContext2D,
  source: CanvasImageSource,
  turn: Turn,
  { width, height }: Size,
): void {
  context.imageSmoothingQuality = 'high';
  context.setTransform(...turns[turn](width, height));
  if (turn >= 5) context.drawImage(source, 0, 0, height, width);
  else context.drawImage(source, 0, 0, width, height);
  context.resetTransform();
}
