/** Boxes, the building blocks of AVIF, HEIC and MP4 files: a length, a four-letter type, and a body. */
import { take } from './byte-walk.js';
import { damagedFile } from './format-errors.js';
import { hasLetters, letters, uint32be } from './numbers.js';
import type { ByteWalk } from './types.js';

export interface Box {
  type: string;
  body: Uint8Array;
}

const HEAD_BYTES = 8;
const LONG_HEAD_BYTES = 16;
const MAX_TOP_LEVEL_BOXES = 10_000;
/** An iPhone's body takes 4 kB; an image of thousands of tiles takes a few hundred. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * Returns the major brand and the compatible brands, as far as the first bytes reach; empty if the file is of
 * another kind.
 */
export function readBrands(head: Uint8Array): string[] {
  if (!hasLetters(head, 'ftyp', 4)) return [];
  const end = Math.min(uint32be(head, 0), head.length);
  const brands = [letters(head, 8, 4)];
  // Four version bytes separate the two.
  for (let at = 16; at + 4 <= end; at += 4) brands.push(letters(head, at, 4));
  return brands;
}

/** Yields consecutive boxes in memory. Stops at an incomplete one. */
export function* readBoxes(bytes: Uint8Array): Generator<Box> {
  let at = 0;
  while (at + HEAD_BYTES <= bytes.length) {
    const { headBytes, boxBytes } = readBoxHead(bytes.subarray(at));
    const end = boxBytes === 0 ? bytes.length : at + boxBytes;
    if (end < at + headBytes || end > bytes.length) return;
    yield { type: letters(bytes, at + 4, 4), body: bytes.subarray(at + headBytes, end) };
    at = end;
  }
}

/** Returns the body of the first box of a type, or `undefined`. */
export function findBox(bytes: Uint8Array, type: string): Uint8Array | undefined {
  for (const box of readBoxes(bytes)) if (box.type === type) return box.body;
  return undefined;
}

/** Returns the outermost boxes of the wanted types, and whether the last box ends within the file. */
export function* readTopLevel(
  fileBytes: number,
  wanted: readonly string[],
  format: string,
): ByteWalk<{ boxes: Map<string, Uint8Array>; isTruncated: boolean }> {
  const boxes = new Map<string, Uint8Array>();
  let at = 0;
  for (let count = 0; at + HEAD_BYTES <= fileBytes; count++) {
    if (count > MAX_TOP_LEVEL_BOXES) {
      throw damagedFile(format, 'it consists of thousands of tiny parts');
    }
    const head = yield* take(at, LONG_HEAD_BYTES);
    const { headBytes, boxBytes } = readBoxHead(head);
    const end = boxBytes === 0 ? fileBytes : at + boxBytes;
    if (end < at + headBytes)
      throw damagedFile(format, 'one of its parts claims an impossible length');
    if (end > fileBytes) return { boxes, isTruncated: true };
    const type = letters(head, 4, 4);
    if (wanted.includes(type) && !boxes.has(type)) {
      const bodyBytes = end - at - headBytes;
      if (bodyBytes > MAX_BODY_BYTES) throw damagedFile(format, 'its description is far too long');
      boxes.set(type, yield* take(at + headBytes, bodyBytes));
    }
    at = end;
  }
  return { boxes, isTruncated: false };
}

/** A length of 0 extends to the end of the file; 1 means that a longer number follows. */
export function readBoxHead(head: Uint8Array): { headBytes: number; boxBytes: number } {
  const boxBytes = uint32be(head, 0);
  if (boxBytes !== 1) return { headBytes: HEAD_BYTES, boxBytes };
  return { headBytes: LONG_HEAD_BYTES, boxBytes: uint32be(head, 8) * 2 ** 32 + uint32be(head, 12) };
}
