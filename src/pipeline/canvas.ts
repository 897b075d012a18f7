import { canvasError } from './image-errors.js';

export interface Canvas2d {
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D;
}

/**
 * A canvas for drawing once and reading back. Kept in ordinary memory (`willReadFrequently`): what is read back from a
 * graphics card comes late, and differs from one card to the next.
 */
export function createCanvas(width: number, height: number, alpha = false): Canvas2d {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha, willReadFrequently: true });
  if (!context || canvas.width !== width || canvas.height !== height) {
    throw canvasError(`The browser gave no drawing surface of ${width} by ${height} px.`);
  }
  return { canvas, context };
}

/** Gives the memory back now rather than at the next garbage collection. */
export function releaseCanvas({ canvas }: Canvas2d): void {
  canvas.width = 0;
  canvas.height = 0;
}
