import type { Size } from '../../../formats/types.js';

export interface ShapeOptions {
  /** Shape of an image whose size is unknown. @defaultValue 4 / 3 */
  unknown?: number;
  /** The narrowest shape. @defaultValue 0.75 */
  min?: number;
}

/** Images that a model makes are often upright, and are shown whole. */
export const MIN_MADE_SHAPE = 0.5;

/** Returns the shape of a tile. A panorama or a long page is cropped, so that it does not fill the screen. */
export function shapeOf({ width, height }: Partial<Size>, options: ShapeOptions = {}): number {
  const { unknown = 4 / 3, min = 0.75 } = options;
  return width && height ? Math.min(2, Math.max(min, width / height)) : unknown;
}
