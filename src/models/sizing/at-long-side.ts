import type { Size } from '../../formats/types.js';

/** Returns the size of the same proportions with this longer side, in whole pixels and with no side below 1. */
export function atLongSide({ width, height }: Size, longPx: number): Size {
  const scale = longPx / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
