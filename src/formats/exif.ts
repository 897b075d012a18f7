/**
 * The two facts of an EXIF block that matter here: the orientation of the image and the position of its
 * thumbnail. Offsets are counted from the TIFF header. A malformed block is no reason to refuse an image, so
 * what cannot be read is omitted.
 */
import { uint16be, uint16le, uint32be, uint32le } from './numbers.js';
import type { Orientation, Size } from './types.js';

export interface ExifFacts {
  orientation: Orientation;
  thumbnail?: ExifThumbnail;
}

export interface ExifThumbnail {
  /** Offsets from the start of the block. */
  startByte: number;
  endByte: number;
  /** As stored, before orientation, px. */
  size: Size;
}

const ORIENTATION = 0x0112;
const THUMBNAIL_START = 0x0201;
const THUMBNAIL_LENGTH = 0x0202;
const SHORT = 3;

export function readExif(tiff: Uint8Array): ExifFacts {
  const isLittleEndian = tiff[0] === 0x49;
  const uint16 = isLittleEndian ? uint16le : uint16be;
  const uint32 = isLittleEndian ? uint32le : uint32be;
  if (tiff[0] !== tiff[1] || uint16(tiff, 2) !== 42) return { orientation: 1 };

  /** Returns the values of a directory by tag, and the offset of the next one. */
  const readDirectory = (offset: number): { values: Map<number, number>; next: number } => {
    const values = new Map<number, number>();
    const fits = Math.floor((tiff.length - offset - 2) / 12);
    const count = offset < 8 ? 0 : Math.min(uint16(tiff, offset), Math.max(fits, 0));
    for (let index = 0; index < count; index++) {
      const at = offset + 2 + index * 12;
      const [tag, type] = [uint16(tiff, at), uint16(tiff, at + 2)];
      // Browsers ignore an orientation whose type differs from the standard's.
      if (values.has(tag) || (tag === ORIENTATION && type !== SHORT)) continue;
      values.set(tag, (type === SHORT ? uint16 : uint32)(tiff, at + 8));
    }
    return { values, next: uint32(tiff, offset + 2 + count * 12) };
  };

  const main = readDirectory(uint32(tiff, 4));
  const orientation = toOrientation(main.values.get(ORIENTATION));
  if (main.next === 0) return { orientation };
  const second = readDirectory(main.next).values;
  const startByte = second.get(THUMBNAIL_START) ?? 0;
  const endByte = startByte + (second.get(THUMBNAIL_LENGTH) ?? 0);
  if (startByte < 8 || endByte <= startByte || endByte > tiff.length) return { orientation };
  const size = readJpegSize(tiff.subarray(startByte, endByte));
  return size ? { orientation, thumbnail: { startByte, endByte, size } } : { orientation };
}

/** The size in the first frame header of a JPEG, or `undefined` for bytes that are none. */
function readJpegSize(bytes: Uint8Array): Size | undefined {
  if (uint16be(bytes, 0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const code = bytes[at + 1] ?? 0;
    if (code >= 0xc0 && code <= 0xc2) {
      return { height: uint16be(bytes, at + 5), width: uint16be(bytes, at + 7) };
    }
    // A fill byte may stand before a marker.
    at += code === 0xff ? 1 : 2 + uint16be(bytes, at + 2);
  }
  return undefined;
}

/** Values outside 1 to 8 occur in real files and are ignored. */
function toOrientation(value = 1): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}
