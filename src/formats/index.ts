export { findFormat, imageFormats } from './find-format.js';
export { DEFAULT_MAX_BYTES, DEFAULT_MAX_PIXELS } from './limits.js';
export { readImageInfo, readImageInfoFromBytes } from './read-info.js';
export type { ReadInfoOptions } from './read-info.js';
export { recogniseOther } from './recognise-other.js';
export type { OtherFormat } from './recognise-other.js';
export type {
  ByteRange,
  ByteWalk,
  ImageFormat,
  ImageInfo,
  ImageMediaType,
  Orientation,
  ReadContext,
  Size,
  SourceLimits,
} from './types.js';
export { stripMetadata } from './strip-metadata.js';
export type { StripOptions } from './strip-metadata.js';
export { uprightSize } from './upright-size.js';
