import { avif, heic } from './avif-heif.js';
import { bmp } from './bmp.js';
import { svg } from './svg.js';
import type { ImageFormat } from './types.js';
import { unknownFile } from './unknown-file.js';

/** SVG comes last: to find it, text has to be read. */
export const rareFormats: readonly ImageFormat[] = [avif, heic, bmp, svg];

/**
 * The format of a file that is none of the common ones.
 *
 * @throws KitError `not-an-image`, `unsupported-format` or `damaged`
 */
export function findRareFormat(head: Uint8Array): ImageFormat {
  const format = rareFormats.find(({ matches }) => matches(head));
  if (!format) throw unknownFile(head);
  return format;
}
