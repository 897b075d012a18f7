/**
 * WebP: a RIFF container. The simple form is one chunk of pixels; the extended form starts with its canvas
 * and flags, and may add alpha, frames, a colour profile and metadata.
 */
import { take, takeAll } from './byte-walk.js';
import { readExif } from './exif.js';
import { damagedFile, truncatedFile } from './format-errors.js';
import { checkFrameCount } from './limits.js';
import { hasLetters, letters, uint16le, uint24le, uint32le } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext, Size } from './types.js';

const NAME = 'WebP';
const RIFF_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
/** Enough of a chunk to know its size, whatever its kind. */
const PEEK_BYTES = 12;
const MAX_CHUNKS = 100_000;
const MAX_EXIF_BYTES = 1024 * 1024;
const FLAG_ANIMATION = 0x02;
const FLAG_ALPHA = 0x10;

export const webp: ImageFormat = {
  mediaType: 'image/webp',
  matches: (head) => hasLetters(head, 'RIFF') && hasLetters(head, 'WEBP', 8),
  walk: readWebp,
};

function* readWebp({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const riff = yield* takeAll(0, RIFF_BYTES, NAME);
  const endByte = uint32le(riff, 4) + 8;
  let canvas: (Size & { flags: number }) | undefined;
  let pixels: (Size & { hasAlpha: boolean }) | undefined;
  let orientation = 1 as ImageInfo['orientation'];
  let isCut = endByte > fileBytes;
  let frames = 0;
  let isCovered = true;
  let at = RIFF_BYTES;

  for (let chunks = 0; at < Math.min(endByte, fileBytes); chunks++) {
    if (chunks > MAX_CHUNKS) throw damagedFile(NAME, 'it consists of thousands of tiny parts');
    const head = yield* take(at, CHUNK_HEAD_BYTES + PEEK_BYTES);
    if (head.length < CHUNK_HEAD_BYTES) break;
    const type = letters(head, 0, 4);
    const dataBytes = uint32le(head, 4);
    isCut ||= at + CHUNK_HEAD_BYTES + dataBytes > fileBytes;
    const data = head.subarray(CHUNK_HEAD_BYTES);
    if (type === 'VP8X' && at === RIFF_BYTES) {
      if (data.length < 10) throw truncatedFile(NAME);
      canvas = { width: uint24le(data, 4) + 1, height: uint24le(data, 7) + 1, flags: data[0] ?? 0 };
      checkPixels(canvas);
    } else if (type === 'ANMF') {
      checkFrameCount(++frames, NAME);
      // Nothing is drawn beneath the parts of the canvas that the first frame leaves uncovered.
      if (frames === 1 && canvas) isCovered = isSameSize(canvas, frameSize(data));
    } else if ((type === 'VP8 ' || type === 'VP8L') && !pixels) {
      if (data.length < (type === 'VP8L' ? 5 : 10)) throw truncatedFile(NAME);
      pixels = type === 'VP8L' ? readLossless(data) : readLossy(data);
      checkPixels(pixels);
      if (!canvas) break;
    } else if (type === 'EXIF' && dataBytes <= MAX_EXIF_BYTES) {
      orientation = readExif(
        withoutPrefix(yield* take(at + CHUNK_HEAD_BYTES, dataBytes)),
      ).orientation;
    }
    at += CHUNK_HEAD_BYTES + dataBytes + (dataBytes % 2);
  }

  const isAnimation = canvas !== undefined && (canvas.flags & FLAG_ANIMATION) !== 0;
  const size = canvas ?? pixels;
  if (!size || (isAnimation ? frames === 0 : !pixels)) {
    throw isCut ? truncatedFile(NAME) : damagedFile(NAME, 'there is no image in it');
  }
  if (canvas && pixels && !isAnimation && !isSameSize(canvas, pixels)) {
    throw damagedFile(NAME, 'its image does not have the size it claims');
  }
  return {
    mediaType: 'image/webp',
    width: size.width,
    height: size.height,
    orientation: 1,
    ...(orientation === 1 ? {} : { unappliedOrientation: orientation }),
    hasAlpha: canvas ? (canvas.flags & FLAG_ALPHA) !== 0 || !isCovered : pixels?.hasAlpha === true,
    isAnimated: isAnimation && frames > 1,
    frameCount: isAnimation ? frames : 1,
    isTruncated: isCut,
  };
}

const isSameSize = (one: Size, other: Size): boolean =>
  one.width === other.width && one.height === other.height;

/** Two 24-bit offsets, then two 24-bit sides minus one. */
const frameSize = (data: Uint8Array): Size => ({
  width: uint24le(data, 6) + 1,
  height: uint24le(data, 9) + 1,
});

/** A VP8 key frame: three bytes of flags, a start code, then two 14-bit sides. */
function readLossy(data: Uint8Array): Size & { hasAlpha: boolean } {
  const isKeyFrame = ((data[0] ?? 0) & 1) === 0;
  const [width, height] = [uint16le(data, 6) & 0x3fff, uint16le(data, 8) & 0x3fff];
  const hasStartCode = data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a;
  if (!isKeyFrame || !hasStartCode) throw damagedFile(NAME, 'its image does not begin');
  if (width === 0 || height === 0) {
    throw damagedFile(NAME, 'it claims to have no width or no height');
  }
  return { width, height, hasAlpha: false };
}

/** A signature byte, then two 14-bit sides minus one, a bit for alpha, and three bits that must be zero. */
function readLossless(data: Uint8Array): Size & { hasAlpha: boolean } {
  const bits = uint32le(data, 1);
  if (data[0] !== 0x2f || bits >>> 29 !== 0) throw damagedFile(NAME, 'its image does not begin');
  return {
    width: (bits & 0x3fff) + 1,
    height: ((bits >>> 14) & 0x3fff) + 1,
    hasAlpha: ((bits >>> 28) & 1) === 1,
  };
}

/** Some programs include the letters that EXIF starts with in a JPEG. */
function withoutPrefix(exif: Uint8Array): Uint8Array {
  return hasLetters(exif, 'Exif\0\0') ? exif.subarray(6) : exif;
}
