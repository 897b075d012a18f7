import { avif, heic } from './avif-heif.js';
import { bmp } from './bmp.js';
import { ico } from './ico.js';
import { jpeg2000 } from './jpeg-2000.js';
import { jxl } from './jxl.js';
import { svg } from './svg.js';
import { tiff } from './tiff.js';
import type { ImageFormat } from './types.js';
import { unknownFile } from './unknown-file.js';

/**
 * What some browsers open, or decoders that are added. SVG comes last: to find it, text has to be read.
 */
export const rareFormats: readonly ImageFormat[] = [avif, heic, bmp, jxl, ico, tiff, jpeg2000, svg];

/**
 * Returns the format of a file that is none of the common ones.
 *
 * @throws KitError `not-an-image`, `unsupported-format` or `damaged`
 */
export function findRareFormat(head: Uint8Array): ImageFormat {
  const format = rareFormats.find(({ matches }) => matches(head));
  if (!format) throw unknownFile(head);
  return format;
}
