import type { OutputMediaType } from '../types.js';

/** Makes a file of a canvas. `quality`: 0 to 1. */
export type CanvasWriter = (
  canvas: OffscreenCanvas,
  mediaType: OutputMediaType,
  quality?: number,
) => Promise<Blob>;

/** One output codec, one file. */
export interface Encoder {
  mediaType: OutputMediaType;
  /** Whether transparent pixels survive. */
  keepsAlpha: boolean;
  /** Whether `quality` changes anything. */
  hasQuality: boolean;
  /** `quality`: 0 to 1. Resolves with whatever the canvas gave; the caller checks its type. */
  encode(canvas: OffscreenCanvas, quality: number, write: CanvasWriter): Promise<Blob>;
}
