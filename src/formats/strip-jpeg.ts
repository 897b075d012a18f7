import { walkBytes } from './byte-walk.js';
import { damagedFile } from './format-errors.js';
import { joinBytes } from './join-bytes.js';
import { findMarker } from './jpeg.js';
import { createJpegScanWalker } from './jpeg-scan.js';
import { hasLetters, uint16be } from './numbers.js';
import { orientationBlock } from './orientation-block.js';
import type { Orientation } from './types.js';

const SOF_FIRST = 0xc0;
const DHT = 0xc4;
const JPG = 0xc8;
const DAC = 0xcc;
const SOF_LAST = 0xcf;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;

/** Letters, version, flags, and the colour transform. A longer segment would carry something else. */
const ADOBE_BYTES = 12;

const START = [0xff, 0xd8];
const END = [0xff, EOI];
const EXIF_LETTERS = [0x45, 0x78, 0x69, 0x66, 0, 0];

/**
 * Copies only the bytes that a decoder reads: tables, frame, scans, colour profile, and the marker that defines
 * the colour transform.
 *
 * @throws KitError `damaged` if the data of a scan cannot be followed to its end
 */
export function stripJpeg(bytes: Uint8Array, orientation: Orientation): Uint8Array<ArrayBuffer> {
  const pieces: (Uint8Array | number[])[] = [START];
  if (orientation !== 1) {
    pieces.push(...segment(0xe1, [...EXIF_LETTERS, ...orientationBlock(orientation)]));
  }
  const walker = createJpegScanWalker();
  let at = 2;
  for (;;) {
    const marker = walkBytes(bytes, findMarker(at));
    // Further images and videos may follow the end.
    if (!marker || marker.code === EOI) break;
    const { code } = marker;
    const end = marker.endByte + Math.max(uint16be(bytes, marker.endByte), 2);
    if (end > bytes.length) break;
    const body = neededBytes(code, bytes.subarray(marker.endByte + 2, end));
    at = end;
    if (!body) continue;
    pieces.push(...segment(code, body));
    if (code === SOS) {
      at = walkBytes(bytes, findMarker(end))?.startByte ?? bytes.length;
      const scan = walker.walkScan(body, bytes.subarray(end, at));
      if (!scan) throw damagedFile('JPEG', 'its compressed data cannot be read to the end');
      pieces.push(...scan);
    } else {
      walker.readTables(code, body);
    }
  }
  pieces.push(END);
  return joinBytes(pieces);
}

function segment(code: number, body: Uint8Array | number[]): (Uint8Array | number[])[] {
  const length = body.length + 2;
  return [[0xff, code, length >> 8, length & 255], body];
}

/** Returns the part of a segment that decoders read, or `undefined` for a segment that they do not need. */
function neededBytes(code: number, body: Uint8Array): Uint8Array | undefined {
  switch (code) {
    case DHT:
      return wholeTables(body, (at) => 17 + sum(body.subarray(at + 1, at + 17)));
    case DQT:
      return wholeTables(body, (at) => ((body[at] ?? 0) >> 4 === 0 ? 65 : 129));
    case DAC:
      return wholeTables(body, () => 2);
    case DRI:
      return body.subarray(0, 2);
    case SOS:
      return body.subarray(0, 4 + 2 * (body[0] ?? 0));
    case APP0:
      return hasLetters(body, 'JFIF\0') ? withoutThumbnail(body) : undefined;
    case APP2:
      return hasLetters(body, 'ICC_PROFILE\0') ? body : undefined;
    case APP14:
      return hasLetters(body, 'Adobe') ? body.subarray(0, ADOBE_BYTES) : undefined;
    default:
      if (code < SOF_FIRST || code > SOF_LAST || code === JPG) return undefined;
      return body.subarray(0, 6 + 3 * (body[5] ?? 0));
  }
}

/** Returns the part of a segment that whole tables occupy. */
function wholeTables(body: Uint8Array, lengthAt: (at: number) => number): Uint8Array | undefined {
  let end = 0;
  while (end < body.length && end + lengthAt(end) <= body.length) end += lengthAt(end);
  return end === 0 ? undefined : body.subarray(0, end);
}

const sum = (counts: Uint8Array): number => counts.reduce((total, count) => total + count, 0);

/** Returns the first bytes of a JFIF segment: version and density. The thumbnail's size and pixels follow them. */
function withoutThumbnail(body: Uint8Array): Uint8Array {
  return Uint8Array.of(...body.subarray(0, 12), 0, 0);
}
