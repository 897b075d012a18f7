import type { OutputMediaType } from '../types.js';

/** One output codec, one file. */
export interface Encoder {
  mediaType: OutputMediaType;
  /** Whether transparent pixels survive. */
  keepsAlpha: boolean;
  /** Whether `quality` changes anything. */
  hasQuality: boolean;
  /** `quality`: 0 to 1. Resolves with whatever the canvas gave; the caller checks its type. */
  encode(canvas: OffscreenCanvas, quality: number): Promise<Blob>;
}
