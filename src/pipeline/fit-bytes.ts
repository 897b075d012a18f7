import type { Size } from '../formats/types.js';

/**
 * Returns a size of the same proportions that should be within the bytes, assuming that they grow with the
 * number of pixels.
 */
export function smallerSize({ width, height }: Size, bytes: number, maxBytes: number): Size {
  const scale = Math.min(0.9, Math.sqrt(maxBytes / bytes) * 0.95);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
