export { readImageFile, readImageInfo } from './read-info.js';
export { readImageInfoFromBytes } from './read-info-from-bytes.js';
export type { ReadInfoOptions } from './read-info.js';
export type { ImageInfo, ImageMediaType, Orientation, Size, SourceLimits } from './types.js';
export { stripMetadata } from './strip-metadata.js';
export type { StripOptions } from './strip-metadata.js';
export { uprightSize } from './upright-size.js';
