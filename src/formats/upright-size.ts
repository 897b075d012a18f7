import type { ImageInfo, Size } from './types.js';

/** Returns the displayed size: orientations 5 to 8 swap the stored sides. */
export function uprightSize({
  width,
  height,
  orientation,
}: Pick<ImageInfo, 'width' | 'height' | 'orientation'>): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
