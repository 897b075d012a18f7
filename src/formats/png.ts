/**
 * PNG: a signature, then chunks of length, type, data and checksum. The header chunk comes first and holds
 * the size; everything else that matters (transparency, animation, orientation, the end) follows from which
 * chunks are present.
 */
import { take, takeAll } from './byte-walk.js';
import { crc32 } from './crc32.js';
import { readExif } from './exif.js';
import { damagedFile, truncatedFile } from './format-errors.js';
import { checkFrameCount } from './limits.js';
import { hasLetters, letters, uint32be } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext, Size } from './types.js';

const NAME = 'PNG';
const SIGNATURE = '\x89PNG\r\n\x1a\n';
const HEADER_BYTES = 25;
/** Length, type and checksum. */
export const CHUNK_FRAME_BYTES = 12;
const MAX_SIDE_PX = 2 ** 31 - 1;
/** Chunks of eight kilobytes are common; one byte is legal. */
const MAX_CHUNKS = 100_000;
const MAX_EXIF_BYTES = 1024 * 1024;

/** Bits per sample that each colour type allows. */
const BIT_DEPTHS = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);

export const png: ImageFormat = {
  mediaType: 'image/png',
  matches: (head) => hasLetters(head, SIGNATURE),
  walk: readPng,
};

function* readPng({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const header = readHeader(yield* takeAll(SIGNATURE.length, HEADER_BYTES, NAME));
  checkPixels(header);
  const info: ImageInfo = {
    mediaType: 'image/png',
    width: header.width,
    height: header.height,
    orientation: 1,
    hasAlpha: header.hasAlpha,
    isAnimated: false,
    isTruncated: true,
  };
  let hasPixels = false;
  let isAnimation = false;
  let frames = 0;
  let at = SIGNATURE.length + HEADER_BYTES;

  for (let chunks = 0; at < fileBytes; chunks++) {
    if (chunks > MAX_CHUNKS) throw damagedFile(NAME, 'it consists of thousands of tiny parts');
    const head = yield* take(at, 8);
    if (head.length < 8) break;
    const dataBytes = uint32be(head, 0);
    const type = letters(head, 4, 4);
    const isCut = at + CHUNK_FRAME_BYTES + dataBytes > fileBytes;
    if (type === 'IEND') {
      info.isTruncated = false;
      break;
    }
    if (type === 'IDAT') hasPixels = true;
    else if (type === 'tRNS') info.hasAlpha = true;
    else if (type === 'acTL') isAnimation ||= !hasPixels;
    else if (type === 'fcTL') checkFrameCount(++frames, NAME);
    else if (type === 'eXIf' && !isCut && dataBytes <= MAX_EXIF_BYTES) {
      const { orientation } = readExif(yield* take(at + 8, dataBytes));
      if (!hasPixels) info.orientation = orientation;
      else if (orientation !== 1) info.unappliedOrientation = orientation;
    }
    if (isCut) break;
    at += CHUNK_FRAME_BYTES + dataBytes;
  }

  if (!hasPixels) {
    throw info.isTruncated ? truncatedFile(NAME) : damagedFile(NAME, 'there are no pixels in it');
  }
  info.isAnimated = isAnimation && frames > 1;
  info.frameCount = isAnimation ? Math.max(frames, 1) : 1;
  return info;
}

/** `chunk`: all of the first chunk, from its length to its checksum. */
function readHeader(chunk: Uint8Array): Size & { hasAlpha: boolean } {
  const [width, height] = [uint32be(chunk, 8), uint32be(chunk, 12)];
  const [bitDepth = 0, colourType = 0] = chunk.subarray(16, 18);
  const isWhole = uint32be(chunk, 0) === 13 && letters(chunk, 4, 4) === 'IHDR';
  if (!isWhole || crc32(chunk.subarray(4, 21)) !== uint32be(chunk, 21)) {
    throw damagedFile(NAME, 'its header was changed or overwritten');
  }
  if (width === 0 || height === 0 || width > MAX_SIDE_PX || height > MAX_SIDE_PX) {
    throw damagedFile(NAME, 'it claims an impossible width or height');
  }
  if (!BIT_DEPTHS.get(colourType)?.includes(bitDepth)) {
    throw damagedFile(NAME, 'it claims a colour type that does not exist');
  }
  return { width, height, hasAlpha: colourType === 4 || colourType === 6 };
}
