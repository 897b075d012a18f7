/**
 * ICO and CUR: a directory of images in several sizes, each a PNG or the inside of a BMP. Browsers show the
 * largest; each is measured by its own header, since the directory cannot store a side above 256 px.
 */
import { takeAll, take } from './byte-walk.js';
import { damagedFile, truncatedFile } from './format-errors.js';
import { hasLetters, int32le, uint16le, uint32be, uint32le } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext, Size } from './types.js';

const NAME = 'ICO';
const HEAD_BYTES = 6;
const ENTRY_BYTES = 16;
/** Bytes at the start of an image that hold its size. */
const SIZE_BYTES = 24;
/** Icons have about ten. */
const MAX_ENTRIES = 256;
const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

export const ico: ImageFormat = {
  mediaType: 'image/x-icon',
  // A reserved zero, then 1 for an icon or 2 for a cursor, then the number of images.
  matches: (head) =>
    uint16le(head, 0) === 0 && [1, 2].includes(uint16le(head, 2)) && uint16le(head, 4) > 0,
  walk: readIco,
};

function* readIco({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const count = uint16le(yield* takeAll(0, HEAD_BYTES, NAME), 4);
  if (count > MAX_ENTRIES) throw damagedFile(NAME, 'it claims to hold hundreds of images');
  const directory = yield* takeAll(HEAD_BYTES, count * ENTRY_BYTES, NAME);
  let largest: Size = { width: 0, height: 0 };
  let isCut = false;
  for (let index = 0; index < count; index++) {
    const entry = directory.subarray(index * ENTRY_BYTES);
    const [lengthBytes, startByte] = [uint32le(entry, 8), uint32le(entry, 12)];
    const isInside = startByte + lengthBytes <= fileBytes;
    isCut ||= !isInside;
    if (startByte + SIZE_BYTES > fileBytes) continue;
    const size = readSize(yield* take(startByte, SIZE_BYTES));
    checkPixels(size);
    // Browsers show another image of the icon.
    if (!isInside) continue;
    if (size.width * size.height > largest.width * largest.height) largest = size;
  }
  if (largest.width === 0 && isCut) throw truncatedFile(NAME);
  if (largest.width === 0) throw damagedFile(NAME, 'there is no image in it');
  return {
    mediaType: 'image/x-icon',
    ...largest,
    orientation: 1,
    hasAlpha: true,
    isAnimated: false,
    isTruncated: false,
  };
}

/**
 * `head` is the start of a PNG, or of a BMP information header, whose height includes a mask as well as the
 * pixels.
 */
function readSize(head: Uint8Array): Size {
  if (hasLetters(head, PNG_SIGNATURE)) {
    return { width: uint32be(head, 16), height: uint32be(head, 20) };
  }
  return { width: Math.abs(int32le(head, 4)), height: Math.floor(Math.abs(int32le(head, 8)) / 2) };
}
