/**
 * JPEG: a sequence of segments, each with its length, then compressed data that ends at the next marker. The
 * size is in the frame header, orientation and thumbnail in an EXIF segment before it.
 */
import { take } from './byte-walk.js';
import { readExif, type ExifFacts, type ExifThumbnail } from './exif.js';
import { damagedFile, truncatedFile, unsupportedFile } from './format-errors.js';
import { hasLetters, uint16be } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext, Size } from './types.js';

const NAME = 'JPEG';
const EXIF_LETTERS = 'Exif\0';
const EXIF_HEAD_BYTES = 6;
/** Real files have a few dozen; a profile or a large XMP packet takes one segment per 64 kB. */
const MAX_SEGMENTS = 10_000;
/** Chromium does not open an image of a hundred scans or more. */
const MAX_SCANS = 99;
const SEARCH_BYTES = 256 * 1024;
const TAIL_BYTES = 4 * 1024;

const SOF_PROGRESSIVE = 0xc2;
const SOF_PROGRESSIVE_ARITHMETIC = 0xca;
const DHT = 0xc4;
const JPG = 0xc8;
const DAC = 0xcc;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;

/** Frame headers of the standard that browsers do not read, plus those that use arithmetic coding. */
const KINDS_NOBODY_OPENS = new Map([
  [0xc3, 'is lossless'],
  [0xc5, 'is hierarchical'],
  [0xc6, 'is hierarchical'],
  [0xc7, 'is hierarchical'],
  [0xcb, 'is lossless'],
  [0xcd, 'is hierarchical'],
  [0xce, 'is hierarchical'],
  [0xcf, 'is hierarchical'],
]);

interface Frame {
  width: number;
  height: number;
  components: number;
  isProgressive: boolean;
}

export const jpeg: ImageFormat = {
  mediaType: 'image/jpeg',
  matches: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  walk: readJpeg,
};

function* readJpeg({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  let frame: Frame | undefined;
  let exif: ExifFacts | undefined;
  let scans = 0;
  let isTruncated = true;
  let at = 2;

  for (let segments = 0; ; segments++) {
    if (segments > MAX_SEGMENTS) throw damagedFile(NAME, 'it consists of thousands of tiny parts');
    const marker = yield* findMarker(at);
    if (!marker) break;
    if (marker.code === EOI) {
      isTruncated = false;
      break;
    }
    const head = yield* take(marker.endByte, 8);
    if (head.length < 2) break;
    // The length includes itself. Decoders continue after a segment that claims less.
    at = marker.endByte + Math.max(uint16be(head, 0), 2);

    if (isFrameHeader(marker.code)) {
      if (frame) throw damagedFile(NAME, 'it describes two images in one');
      if (head.length < 8) break;
      frame = toFrame(marker.code, head);
      // Whether it is one scan shows later; a frame that no kind of JPEG may have is refused here.
      checkPixels(frame, { isDecodedSmall: !frame.isProgressive });
    } else if (marker.code === APP1 && !exif && hasLetters(head, EXIF_LETTERS, 2)) {
      const startByte = marker.endByte + 2 + EXIF_HEAD_BYTES;
      exif = shifted(readExif(yield* take(startByte, at - startByte)), startByte);
    } else if (marker.code === SOS) {
      if (!frame) throw damagedFile(NAME, 'its size is missing');
      scans += 1;
      if (scans > MAX_SCANS) throw damagedFile(NAME, 'it draws its image a hundred times over');
      // Cameras write a single scan, so its end is searched from the back without walking through all of it.
      const isOnlyScan = !frame.isProgressive && head[2] === frame.components;
      checkPixels(frame, { passes: scans, isDecodedSmall: isOnlyScan });
      if (isOnlyScan) {
        isTruncated = !(yield* hasEnd(at, fileBytes));
        // A file that is cut short is painted whole, by other means.
        if (isTruncated) checkPixels(frame);
        break;
      }
    }
  }

  if (!frame || scans === 0) {
    throw isTruncated ? truncatedFile(NAME) : damagedFile(NAME, 'there is no image in it');
  }
  return {
    mediaType: 'image/jpeg',
    width: frame.width,
    height: frame.height,
    orientation: exif?.orientation ?? 1,
    hasAlpha: false,
    isAnimated: false,
    isTruncated: isTruncated && !(yield* endsWithMarker(fileBytes)),
    ...(exif?.thumbnail && hasSameShape(exif.thumbnail.size, frame)
      ? { thumbnail: placeOf(exif.thumbnail) }
      : {}),
  };
}

/**
 * Finds the next marker that is not part of compressed data. Like decoders, this skips stray bytes before a
 * marker.
 */
export function* findMarker(
  fromByte: number,
): ByteWalk<{ code: number; startByte: number; endByte: number } | undefined> {
  let at = fromByte;
  let lengthBytes = 4;
  for (;;) {
    const window = yield* take(at, lengthBytes);
    if (window.length < 2) return undefined;
    const last = window.length - 1;
    for (let index = 0; index < last; index++) {
      if (window[index] !== 0xff) continue;
      const code = window[index + 1] ?? 0;
      if (isMarker(code)) return { code, startByte: at + index, endByte: at + index + 2 };
    }
    // The last byte may be the first of a marker.
    at += last;
    lengthBytes = SEARCH_BYTES;
  }
}

/** FF 00 is a stuffed byte, FF FF is padding, D0 to D7 restart within a scan, 01 and D8 have no length. */
function isMarker(code: number): boolean {
  return code > 1 && code !== 0xff && !(code >= 0xd0 && code <= 0xd8);
}

function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== DHT && code !== JPG && code !== DAC;
}

/** `head` is the segment starting at its length. */
function toFrame(code: number, head: Uint8Array): Frame {
  const bitsPerSample = head[2] ?? 0;
  const [height, width, components] = [uint16be(head, 3), uint16be(head, 5), head[7] ?? 0];
  const kind = KINDS_NOBODY_OPENS.get(code);
  if (kind) throw unsupportedFile(NAME, kind);
  if (bitsPerSample !== 8) throw unsupportedFile(NAME, `has ${bitsPerSample} bits per colour`);
  if (width === 0 || height === 0)
    throw damagedFile(NAME, 'it claims to have no width or no height');
  if (components === 0) throw damagedFile(NAME, 'it claims to have no colours');
  return {
    width,
    height,
    components,
    isProgressive: code === SOF_PROGRESSIVE || code === SOF_PROGRESSIVE_ARITHMETIC,
  };
}

/**
 * Whether an end marker follows `fromByte`. Compressed data never contains one, and it is usually near the
 * end of the file; phones append notes, further images and videos.
 */
function* hasEnd(fromByte: number, fileBytes: number): ByteWalk<boolean> {
  let endByte = fileBytes;
  let windowBytes = TAIL_BYTES;
  while (endByte - fromByte >= 2) {
    const startByte = Math.max(fromByte, endByte - windowBytes);
    const window = yield* take(startByte, endByte - startByte);
    for (let at = window.lastIndexOf(EOI); at > 0; at = window.lastIndexOf(EOI, at - 1)) {
      if (window[at - 1] === 0xff) return true;
    }
    // The first byte may be the second of a marker.
    endByte = startByte === fromByte ? fromByte : startByte + 1;
    windowBytes = SEARCH_BYTES;
  }
  return false;
}

function* endsWithMarker(fileBytes: number): ByteWalk<boolean> {
  return uint16be(yield* take(fileBytes - 2, 2), 0) === 0xff00 + EOI;
}

/** How far the shape of a thumbnail may be from that of its image: as far as rounding to whole pixels takes it. */
const SHAPE_TOLERANCE = 0.02;

/** An image that was cropped may keep the thumbnail of the whole; some cameras put bars around theirs. */
function hasSameShape(thumbnail: Size, image: Size): boolean {
  const ratio = (thumbnail.width * image.height) / (thumbnail.height * image.width);
  return Math.abs(ratio - 1) <= SHAPE_TOLERANCE;
}

const placeOf = ({ startByte, endByte }: ExifThumbnail) => ({ startByte, endByte });

function shifted({ orientation, thumbnail }: ExifFacts, byBytes: number): ExifFacts {
  if (!thumbnail) return { orientation };
  return {
    orientation,
    thumbnail: {
      ...thumbnail,
      startByte: thumbnail.startByte + byBytes,
      endByte: thumbnail.endByte + byBytes,
    },
  };
}
