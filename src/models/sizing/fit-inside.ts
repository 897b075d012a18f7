import type { Size } from '../../formats/types.js';

/**
 * Returns the largest whole-pixel size of the same proportions inside a square box. Never enlarges; no side
 * is below 1 px.
 */
export function fitInside(size: Size, boxPx: number): Size {
  const scale = boxPx / Math.max(size.width, size.height);
  if (scale >= 1) return { width: size.width, height: size.height };
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}
