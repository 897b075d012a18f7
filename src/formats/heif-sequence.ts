/**
 * Reads the tracks of an AVIF or HEIC image sequence: size of the image track, number of its frames, and
 * whether one carries alpha.
 */
import { findBox, readBoxes } from './iso-bmff.js';
import { letters, uint16be, uint32be } from './numbers.js';
import type { Size } from './types.js';

export interface SequenceFacts extends Size {
  frameCount: number;
  hasAlpha: boolean;
}

const EMPTY = new Uint8Array();

/** `moov`: the box's body. */
export function readSequence(moov: Uint8Array): SequenceFacts | undefined {
  let facts: SequenceFacts | undefined;
  let hasAlpha = false;
  for (const { type, body } of readBoxes(moov)) {
    if (type !== 'trak') continue;
    const media = findBox(body, 'mdia') ?? EMPTY;
    const handler = letters(findBox(media, 'hdlr') ?? EMPTY, 8, 4);
    if (handler === 'auxv') hasAlpha = true;
    if (handler !== 'pict' || facts) continue;
    const samples = findBox(findBox(findBox(media, 'minf') ?? EMPTY, 'stbl') ?? EMPTY, 'stsz');
    const size = trackSize(findBox(body, 'tkhd') ?? EMPTY);
    if (samples && size) facts = { ...size, frameCount: uint32be(samples, 8), hasAlpha: false };
  }
  return facts && { ...facts, hasAlpha };
}

/** The last eight bytes: width and height as 16.16 fixed point. */
function trackSize(tkhd: Uint8Array): Size | undefined {
  const at = tkhd.length - 8;
  const size = { width: uint16be(tkhd, at), height: uint16be(tkhd, at + 4) };
  return at >= 0 && size.width > 0 && size.height > 0 ? size : undefined;
}
