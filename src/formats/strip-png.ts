import { crc32 } from './crc32.js';
import { joinBytes } from './join-bytes.js';
import { letters, uint32be } from './numbers.js';
import { orientationBlock } from './orientation-block.js';
import { CHUNK_FRAME_BYTES } from './png.js';
import type { Orientation } from './types.js';

const SIGNATURE_BYTES = 8;

/** What pixels need to look right. Frames after the first go: the default picture stays. */
const KEPT = new Set(
  'IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs'.split(' '),
);

export function stripPng(bytes: Uint8Array, orientation: Orientation): Uint8Array<ArrayBuffer> {
  const pieces = [bytes.subarray(0, SIGNATURE_BYTES)];
  let at = SIGNATURE_BYTES;
  while (at + CHUNK_FRAME_BYTES <= bytes.length) {
    const type = letters(bytes, at + 4, 4);
    const end = at + CHUNK_FRAME_BYTES + uint32be(bytes, at);
    if (KEPT.has(type)) pieces.push(bytes.subarray(at, end));
    if (type === 'IHDR' && orientation !== 1) pieces.push(exifChunk(orientation));
    at = end;
    if (type === 'IEND') break;
  }
  return joinBytes(pieces);
}

function exifChunk(orientation: Orientation): Uint8Array {
  const block = orientationBlock(orientation);
  const chunk = new Uint8Array([
    0,
    0,
    0,
    block.length,
    0x65,
    0x58,
    0x49,
    0x66,
    ...block,
    0,
    0,
    0,
    0,
  ]);
  const checkAt = chunk.length - 4;
  new DataView(chunk.buffer).setUint32(checkAt, crc32(chunk.subarray(4, checkAt)));
  return chunk;
}
