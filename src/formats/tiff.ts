/**
 * TIFF: a directory of tags, whose position is in the first bytes. Also the container of many cameras' raw
 * photos.
 */
import { take, takeAll } from './byte-walk.js';
import { damagedFile, truncatedFile } from './format-errors.js';
import { hasLetters, uint16be, uint16le, uint32be, uint32le } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, Orientation, ReadContext } from './types.js';

const NAME = 'TIFF';
const CANON_RAW = 'CR';
const ENTRY_BYTES = 12;
const SHORT = 3;
const WIDTH = 256;
const HEIGHT = 257;
const ORIENTATION = 274;
const EXTRA_SAMPLES = 338;

export const tiff: ImageFormat = {
  mediaType: 'image/tiff',
  matches: (head) =>
    hasLetters(head, 'MM\0*') || (hasLetters(head, 'II*\0') && !hasLetters(head, CANON_RAW, 8)),
  walk: readTiff,
};

function* readTiff({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const head = yield* takeAll(0, 8, NAME);
  const isLittleEndian = head[0] === 0x49;
  const uint16 = isLittleEndian ? uint16le : uint16be;
  const uint32 = isLittleEndian ? uint32le : uint32be;
  const startByte = uint32(head, 4);
  if (startByte + 2 > fileBytes) throw truncatedFile(NAME);
  const count = uint16(yield* take(startByte, 2), 0);
  const directory = yield* takeAll(startByte + 2, count * ENTRY_BYTES, NAME);
  const values = new Map<number, number>();
  for (let at = 0; at < directory.length; at += ENTRY_BYTES) {
    const read = uint16(directory, at + 2) === SHORT ? uint16 : uint32;
    values.set(uint16(directory, at), read(directory, at + 8));
  }
  const size = { width: values.get(WIDTH) ?? 0, height: values.get(HEIGHT) ?? 0 };
  if (size.width === 0 || size.height === 0) throw damagedFile(NAME, 'its size is missing');
  checkPixels(size);
  const turn = values.get(ORIENTATION) ?? 1;
  return {
    mediaType: 'image/tiff',
    ...size,
    orientation: turn >= 1 && turn <= 8 ? (turn as Orientation) : 1,
    hasAlpha: values.has(EXTRA_SAMPLES),
    isAnimated: false,
    isTruncated: false,
  };
}
