import type { OutputMediaType } from '../types.js';

/** Encodes a canvas as a file. `quality` is from 0 to 1. */
export type CanvasWriter = (
  canvas: OffscreenCanvas,
  mediaType: OutputMediaType,
  quality?: number,
) => Promise<Blob>;

/** An output codec. */
export interface Encoder {
  mediaType: OutputMediaType;
  /** Whether transparent pixels are preserved. */
  keepsAlpha: boolean;
  /** Whether `quality` has any effect. */
  hasQuality: boolean;
  /** `quality` is from 0 to 1. Resolves with whatever the canvas returned; the caller checks its type. */
  encode(canvas: OffscreenCanvas, quality: number, write: CanvasWriter): Promise<Blob>;
}
