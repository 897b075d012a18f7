/** BMP: a file header, an information header of varying length, an optional palette, then rows. */
import { takeAll } from './byte-walk.js';
import { damagedFile } from './format-errors.js';
import { hasLetters, int32le, uint16le, uint32le } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext } from './types.js';

const NAME = 'BMP';
const FILE_HEADER_BYTES = 14;
const OS2_HEADER_BYTES = 12;
const HEADER_BYTES = new Set([12, 16, 40, 52, 56, 64, 108, 124]);
const HEADER_WITH_ALPHA_MASK_BYTES = 56;
const BIT_FIELDS = 3;
const BITS_PER_PIXEL = new Set([1, 2, 4, 8, 16, 24, 32]);

export const bmp: ImageFormat = {
  mediaType: 'image/bmp',
  matches: (head) => hasLetters(head, 'BM') && HEADER_BYTES.has(uint32le(head, FILE_HEADER_BYTES)),
  walk: readBmp,
};

function* readBmp({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const start = yield* takeAll(0, FILE_HEADER_BYTES + 4, NAME);
  const headerBytes = uint32le(start, FILE_HEADER_BYTES);
  const file = yield* takeAll(0, FILE_HEADER_BYTES + headerBytes, NAME);
  const isOs2 = headerBytes === OS2_HEADER_BYTES;
  // A negative height means that the rows run from top to bottom.
  const width = isOs2 ? uint16le(file, 18) : int32le(file, 18);
  const height = Math.abs(isOs2 ? uint16le(file, 20) : int32le(file, 22));
  const bitsPerPixel = uint16le(file, isOs2 ? 24 : 28);
  if (width <= 0 || height === 0)
    throw damagedFile(NAME, 'it claims an impossible width or height');
  if (!BITS_PER_PIXEL.has(bitsPerPixel)) {
    throw damagedFile(NAME, 'it claims a colour type that does not exist');
  }
  checkPixels({ width, height });

  const compression = headerBytes >= 40 ? uint32le(file, 30) : 0;
  const colours = headerBytes >= 40 ? uint32le(file, 46) : 0;
  if (bitsPerPixel <= 8 && colours > 2 ** 16) {
    throw damagedFile(NAME, 'it claims a palette larger than there can be');
  }
  const hasPlainRows = compression === 0 || compression === BIT_FIELDS;
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  // Compressed rows have a declared length, which some programs leave at zero.
  const pixelBytes = hasPlainRows ? rowBytes * height : uint32le(file, 34);
  const hasMask = headerBytes >= HEADER_WITH_ALPHA_MASK_BYTES && uint32le(file, 66) !== 0;
  return {
    mediaType: 'image/bmp',
    width,
    height,
    orientation: 1,
    hasAlpha: hasMask && compression === BIT_FIELDS,
    isAnimated: false,
    isTruncated: uint32le(file, 10) + pixelBytes > fileBytes,
  };
}
