import { walkBytes } from './byte-walk.js';
import { joinBytes } from './join-bytes.js';
import { findMarker } from './jpeg.js';
import { hasLetters, uint16be } from './numbers.js';
import { orientationBlock } from './orientation-block.js';
import type { Orientation } from './types.js';

const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

/** Length, letters, version, flags, and how the colours were transformed. A longer one would carry something else. */
const ADOBE_BYTES = 14;

const START = [0xff, 0xd8];
const END = [0xff, EOI];
const EXIF_LETTERS = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** Copies what a decoder needs: tables, frame, scans, colour profile, and the mark that tells what the colours mean. */
export function stripJpeg(bytes: Uint8Array, orientation: Orientation): Uint8Array<ArrayBuffer> {
  const pieces: (Uint8Array | number[])[] = [START];
  if (orientation !== 1) {
    const block = [...EXIF_LETTERS, ...orientationBlock(orientation)];
    pieces.push([0xff, 0xe1, 0, block.length + 2, ...block]);
  }
  let at = 2;
  for (;;) {
    const marker = walkBytes(bytes, findMarker(at));
    // Behind the end there may be second pictures and films.
    if (!marker || marker.code === EOI) break;
    const end = marker.endByte + Math.max(uint16be(bytes, marker.endByte), 2);
    if (end > bytes.length) break;
    const segment = bytes.subarray(marker.startByte, end);
    at = end;
    if (marker.code === SOS) {
      const next = walkBytes(bytes, findMarker(end));
      at = next?.startByte ?? bytes.length;
      pieces.push(bytes.subarray(marker.startByte, at));
    } else if (!isMetadata(marker.code)) {
      pieces.push(segment);
    } else if (marker.code === APP0 && hasLetters(segment, 'JFIF\0', 4)) {
      pieces.push(withoutThumbnail(segment));
    } else if (marker.code === APP2 && hasLetters(segment, 'ICC_PROFILE\0', 4)) {
      pieces.push(segment);
    } else if (marker.code === APP14 && hasLetters(segment, 'Adobe', 4)) {
      pieces.push([0xff, APP14, 0, ADOBE_BYTES, ...segment.subarray(4, 2 + ADOBE_BYTES)]);
    }
  }
  pieces.push(END);
  return joinBytes(pieces);
}

function isMetadata(code: number): boolean {
  return (code >= APP0 && code <= APP15) || code === COM;
}

/** The first bytes of a JFIF segment: version and density. The sides of a thumbnail follow, and then its pixels. */
function withoutThumbnail(segment: Uint8Array): number[] {
  const density = segment.subarray(9, 16);
  return [0xff, APP0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, ...density, 0, 0];
}
