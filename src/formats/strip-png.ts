import { crc32 } from './crc32.js';
import { joinBytes } from './join-bytes.js';
import { letters, uint32be } from './numbers.js';
import { orientationBlock } from './orientation-block.js';
import { CHUNK_FRAME_BYTES } from './png.js';
import type { Orientation } from './types.js';

const SIGNATURE_BYTES = 8;
const DEPTH_AT = 24;
const COLOUR_TYPE_AT = 25;
/** Colour type whose pixels index a palette. In any other PNG the palette is a suggestion that no decoder needs. */
const INDEXED = 3;

/** Lengths of the chunks that affect how pixels look. A colour profile has no fixed length. */
const FIXED_BYTES: Record<string, number> = {
  IHDR: 13,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  cICP: 4,
  mDCV: 24,
  cLLI: 8,
  pHYs: 9,
};

/**
 * Lengths of the chunks that depend on the colour type: grey, colour, palette, grey with alpha, colour with
 * alpha.
 */
const BYTES_PER_COLOUR_TYPE: Record<string, Record<number, number>> = {
  sBIT: { 0: 1, 2: 3, 3: 3, 4: 2, 6: 4 },
  bKGD: { 0: 2, 2: 6, 3: 1, 4: 2, 6: 6 },
  tRNS: { 0: 2, 2: 6 },
};

/** Keeps only the default image and drops later frames, as well as any chunk that is longer than specified. */
export function stripPng(bytes: Uint8Array, orientation: Orientation): Uint8Array<ArrayBuffer> {
  const pieces = [bytes.subarray(0, SIGNATURE_BYTES)];
  const colourType = bytes[COLOUR_TYPE_AT] ?? 0;
  const mostColours = 2 ** Math.min(bytes[DEPTH_AT] ?? 8, 8);
  const seen = new Set<string>();
  let before = '';
  let colours = 0;
  let at = SIGNATURE_BYTES;
  while (at + CHUNK_FRAME_BYTES <= bytes.length) {
    const type = letters(bytes, at + 4, 4);
    const end = at + CHUNK_FRAME_BYTES + uint32be(bytes, at);
    const data = bytes.subarray(at + 8, Math.min(end - 4, bytes.length));
    const chunk = bytes.subarray(at, end);
    at = end;
    if (type === 'IEND') {
      pieces.push(makeChunk('IEND', []));
      break;
    }
    if (type === 'IDAT') {
      // Decoders differ in how they read pixels from two separate places.
      if (before === 'IDAT' || !seen.has('IDAT')) pieces.push(chunk);
    } else if (!seen.has('IDAT') && !seen.has(type)) {
      if (type === 'PLTE') {
        if (colourType !== INDEXED) continue;
        const palette = data.subarray(0, Math.min(mostColours, Math.floor(data.length / 3)) * 3);
        colours = palette.length / 3;
        pieces.push(makeChunk('PLTE', palette));
      } else if (isLegal(type, data, { colourType, colours }) && isChecked(chunk)) {
        pieces.push(chunk);
      }
    }
    if (type === 'IHDR' && orientation !== 1) {
      pieces.push(makeChunk('eXIf', orientationBlock(orientation)));
    }
    seen.add(type);
    before = type;
  }
  return joinBytes(pieces);
}

function isLegal(
  type: string,
  { length }: Uint8Array,
  { colourType, colours }: { colourType: number; colours: number },
): boolean {
  if (type === 'iCCP') return true;
  if (type === 'tRNS' && colourType === INDEXED) return length <= colours;
  return length === (FIXED_BYTES[type] ?? BYTES_PER_COLOUR_TYPE[type]?.[colourType]);
}

/** Decoders ignore a chunk whose checksum does not match. */
function isChecked(chunk: Uint8Array): boolean {
  const checkAt = chunk.length - 4;
  return crc32(chunk.subarray(4, checkAt)) === uint32be(chunk, checkAt);
}

function makeChunk(type: string, data: Uint8Array | readonly number[]): Uint8Array {
  const chunk = new Uint8Array(CHUNK_FRAME_BYTES + data.length);
  const view = new DataView(chunk.buffer);
  const checkAt = chunk.length - 4;
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(checkAt, crc32(chunk.subarray(4, checkAt)));
  return chunk;
}
