import type { Size } from '../formats/types.js';

/** A size of the same shape that should keep to the bytes: they grow with the number of pixels. */
export function smallerSize({ width, height }: Size, bytes: number, maxBytes: number): Size {
  const scale = Math.min(0.9, Math.sqrt(maxBytes / bytes) * 0.95);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
