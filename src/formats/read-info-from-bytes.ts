import { commonFormats } from './common-formats.js';
import { findRareFormat } from './rare-formats.js';
import { readInfoAs, type ReadInfoOptions } from './read-info.js';
import type { ImageFormat, ImageInfo } from './types.js';

/**
 * Returns what `readImageInfo` returns, synchronously, for a file that is in memory.
 *
 * @throws KitError as `readImageInfo` does
 */
export function readImageInfoFromBytes(
  bytes: Uint8Array,
  options: ReadInfoOptions = {},
): ImageInfo {
  return readInfoAs(findFormat, bytes, options);
}

function findFormat(head: Uint8Array): ImageFormat {
  return commonFormats.find(({ matches }) => matches(head)) ?? findRareFormat(head);
}
