import type { Orientation } from './types.js';

/** Returns an EXIF block with only the image's orientation: big-endian, one directory, one value. */
export function orientationBlock(orientation: Orientation): number[] {
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return [...header, 0, 1, ...entry, 0, 0, 0, 0];
}
