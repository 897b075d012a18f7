/**
 * JPEG XL: a codestream, alone or in a container of boxes. Its header is written bit by bit, the lowest bit
 * of a byte first: the size, then orientation, animation and extra channels, unless they have their default
 * values.
 */
import { take } from './byte-walk.js';
import { damagedFile, truncatedFile } from './format-errors.js';
import { hasLetters, letters, uint16be } from './numbers.js';
import { readBoxHead } from './iso-bmff.js';
import type { ByteWalk, ImageFormat, ImageInfo, Orientation, ReadContext, Size } from './types.js';

const NAME = 'JPEG XL';
const CODESTREAM = 0xff0a;
const CONTAINER = '\0\0\0\x0cJXL \r\n\x87\n';
/** Far more than any header needs. */
const HEADER_BYTES = 256;
const MAX_BOXES = 1_000;

export const jxl: ImageFormat = {
  mediaType: 'image/jxl',
  matches: (head) => uint16be(head, 0) === CODESTREAM || hasLetters(head, CONTAINER),
  walk: readJxl,
};

function* readJxl({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const startByte = yield* findCodestream(fileBytes);
  const codestream = yield* take(startByte, HEADER_BYTES);
  if (codestream.length < 4) throw truncatedFile(NAME);
  if (uint16be(codestream, 0) !== CODESTREAM) throw damagedFile(NAME, 'there is no image in it');
  const bits = createBitReader(codestream.subarray(2));
  const size = readSize(bits);
  checkPixels(size);
  return {
    mediaType: 'image/jxl',
    ...size,
    ...readMetadata(bits),
    isTruncated: false,
  };
}

/**
 * Returns where the codestream starts: at the start of the file, or in the first box that contains a part of
 * it.
 */
function* findCodestream(fileBytes: number): ByteWalk<number> {
  const isBare = uint16be(yield* take(0, 2), 0) === CODESTREAM;
  if (isBare) return 0;
  let at = 0;
  for (let boxes = 0; at < fileBytes && boxes < MAX_BOXES; boxes++) {
    const head = yield* take(at, 16);
    const { headBytes, boxBytes } = readBoxHead(head);
    const type = letters(head, 4, 4);
    if (type === 'jxlc') return at + headBytes;
    // A part starts with its number.
    if (type === 'jxlp') return at + headBytes + 4;
    if (boxBytes < headBytes) break;
    at += boxBytes;
  }
  throw truncatedFile(NAME);
}

interface BitReader {
  /** Returns the next bits as a number. Beyond the end they are zero. */
  take: (count: number) => number;
  takeFlag: () => boolean;
  /**
   * Returns a number whose encoding is selected by two bits: each choice is a first value and a count of
   * further bits.
   */
  takeChoice: (choices: readonly (readonly [first: number, bits: number])[]) => number;
}

function createBitReader(bytes: Uint8Array): BitReader {
  let at = 0;
  const next = (count: number): number => {
    let value = 0;
    for (let bit = 0; bit < count; bit++, at++) {
      value += (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) * 2 ** bit;
    }
    return value;
  };
  return {
    take: next,
    takeFlag: () => next(1) === 1,
    takeChoice(choices) {
      const [first, bits] = choices[next(2)] ?? [0, 0];
      return first + next(bits);
    },
  };
}

const SIDE = [
  [1, 9],
  [1, 13],
  [1, 18],
  [1, 30],
] as const;

/** Width divided by height. 0 means that the width is written out. */
const RATIOS = [0, 1, 12 / 10, 4 / 3, 3 / 2, 16 / 9, 5 / 4, 2];

function readSize(bits: BitReader): Size {
  const isSmall = bits.takeFlag();
  const takeSide = (): number => (isSmall ? (bits.take(5) + 1) * 8 : bits.takeChoice(SIDE));
  const height = takeSide();
  const ratio = RATIOS[bits.take(3)] ?? 0;
  return { height, width: ratio === 0 ? takeSide() : Math.floor(height * ratio) };
}

const PREVIEW_BY_EIGHTS = [
  [16, 0],
  [32, 0],
  [1, 5],
  [33, 9],
] as const;
const PREVIEW_SIDE = [
  [1, 6],
  [65, 8],
  [321, 10],
  [1345, 12],
] as const;

function skipPreview(bits: BitReader): void {
  const choices = bits.takeFlag() ? PREVIEW_BY_EIGHTS : PREVIEW_SIDE;
  bits.takeChoice(choices);
  if (bits.take(3) === 0) bits.takeChoice(choices);
}

function skipAnimation(bits: BitReader): void {
  bits.takeChoice([
    [100, 0],
    [1000, 0],
    [1, 10],
    [1, 30],
  ]);
  bits.takeChoice([
    [1, 0],
    [1001, 0],
    [1, 8],
    [1, 10],
  ]);
  bits.takeChoice([
    [0, 0],
    [0, 3],
    [0, 16],
    [0, 32],
  ]);
  bits.take(1);
}

function skipBitDepth(bits: BitReader): void {
  const isFloat = bits.takeFlag();
  bits.takeChoice([
    [isFloat ? 32 : 8, 0],
    [isFloat ? 16 : 10, 0],
    [isFloat ? 24 : 12, 0],
    [1, 6],
  ]);
  if (isFloat) bits.take(4);
}

function readMetadata(bits: BitReader): Pick<ImageInfo, 'orientation' | 'isAnimated' | 'hasAlpha'> {
  const usual = { orientation: 1, isAnimated: false, hasAlpha: false } as const;
  if (bits.takeFlag()) return usual;
  let orientation: Orientation = 1;
  let isAnimated = false;
  if (bits.takeFlag()) {
    orientation = (bits.take(3) + 1) as Orientation;
    if (bits.takeFlag()) readSize(bits);
    if (bits.takeFlag()) skipPreview(bits);
    isAnimated = bits.takeFlag();
    if (isAnimated) skipAnimation(bits);
  }
  skipBitDepth(bits);
  // Whether sixteen bits are sufficient for decoding.
  bits.take(1);
  const extraChannels = bits.takeChoice([
    [0, 0],
    [1, 0],
    [2, 4],
    [1, 12],
  ]);
  // The only extra channel is usually alpha; the pixels decide.
  return { orientation, isAnimated, hasAlpha: extraChannels > 0 };
}
