import type { Size } from '../../formats/types.js';

/** The size of the same shape with this longer side, in whole pixels and no side below 1. */
export function atLongSide({ width, height }: Size, longPx: number): Size {
  const scale = longPx / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
