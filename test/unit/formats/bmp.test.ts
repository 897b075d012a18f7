import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { bytesOf, u16le, u32le } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

interface Kind {
  width?: number;
  height?: number;
  headerBytes?: number;
  bits?: number;
  compression?: number;
  /** As declared, for compressed rows. */
  imageBytes?: number;
  colours?: number;
  alphaMask?: number;
  /** As they are in the file. */
  rowBytes?: number;
}

/** An image of 5 × 3 px whose rows begin behind its header. */
function bmp({
  width = 5,
  height = 3,
  headerBytes = 40,
  bits = 32,
  compression = 0,
  imageBytes = 0,
  colours = 0,
  alphaMask = 0,
  rowBytes = 60,
}: Kind): Uint8Array {
  const header = bytesOf(
    [u32le(headerBytes), u32le(width >>> 0), u32le(height >>> 0), u16le(1), u16le(bits)].flat(),
    [u32le(compression), u32le(imageBytes), u32le(0), u32le(0), u32le(colours), u32le(0)].flat(),
    [u32le(1), u32le(1), u32le(1), u32le(alphaMask)].flat(),
    new Uint8Array(68),
  ).subarray(0, headerBytes);
  const start = bytesOf('BM', u32le(0), u32le(0), u32le(14 + headerBytes));
  return bytesOf(start, header, new Uint8Array(rowBytes));
}

const info = (kind: Kind) => readImageInfoFromBytes(bmp(kind));
const codeOf = (kind: Kind) => refusalOf(() => info(kind)).code;

describe('a BMP', () => {
  test('has its size, whichever way its rows go', () => {
    expect(info({})).toMatchObject({ width: 5, height: 3, isTruncated: false });
    expect(info({ height: -3 })).toMatchObject({ width: 5, height: 3 });
  });

  test('of the oldest kind has sides of 16 bits', () => {
    const bytes = bytesOf(
      'BM',
      [u32le(0), u32le(0), u32le(26)].flat(),
      [u32le(12), u16le(4), u16le(3), u16le(1), u16le(24)].flat(),
      new Uint8Array(36),
    );
    expect(readImageInfoFromBytes(bytes)).toMatchObject({
      width: 4,
      height: 3,
      isTruncated: false,
    });
  });

  test.each([
    // Rows end at whole groups of four bytes.
    [1, 4],
    [2, 4],
    [4, 4],
    [8, 8],
    [16, 12],
    [24, 16],
    [32, 20],
  ])('of %i bits has rows of %i bytes', (bits, rowBytes) => {
    expect(info({ bits, rowBytes: 3 * rowBytes }).isTruncated).toBe(false);
    expect(info({ bits, rowBytes: 3 * rowBytes - 1 }).isTruncated).toBe(true);
  });

  test.each([
    ['plain rows', 0, 48],
    ['compressed rows', 1, 20],
    ['other compressed rows', 2, 20],
    ['rows with masks', 3, 48],
  ])('of %s (%i) has %i bytes of them', (_, compression, rowBytes) => {
    const kind = { bits: 24, compression, imageBytes: 20 };
    expect(info({ ...kind, rowBytes }).isTruncated).toBe(false);
    expect(info({ ...kind, rowBytes: rowBytes - 1 }).isTruncated).toBe(true);
  });

  test.each([
    [124, 3, 1, true],
    [56, 3, 1, true],
    [124, 3, 0, false],
    // The mask counts only where masks are used, and where the header holds it.
    [124, 0, 1, false],
    [52, 3, 1, false],
    [40, 3, 1, false],
  ])(
    'of a header of %i bytes, compression %i and mask %i has alpha: %s',
    (headerBytes, compression, alphaMask, hasAlpha) => {
      expect(info({ headerBytes, compression, alphaMask }).hasAlpha).toBe(hasAlpha);
    },
  );

  test.each([
    [8, 65_536, undefined],
    [8, 65_537, 'damaged'],
    [1, 65_537, 'damaged'],
    // Deeper images have no palette.
    [16, 65_537, undefined],
  ])('of %i bits with %i colours: %s', (bits, colours, code) => {
    const kind = { bits, colours };
    expect(code === undefined ? info(kind).width : codeOf(kind)).toBe(code ?? 5);
  });

  test.each([{ width: 0 }, { width: -4 }, { height: 0 }, { bits: 7 }])(
    'that claims %o is damaged',
    (claim) => {
      expect(codeOf(claim)).toBe('damaged');
    },
  );

  test('of 2,147,483,648 rows is refused', () => {
    expect(codeOf({ height: -(2 ** 31) })).toBe('too-many-pixels');
  });

  test('is more than a text that begins with BM', () => {
    const text = bytesOf('BMW drivers, please read this first.');
    expect(refusalOf(() => readImageInfoFromBytes(text)).code).toBe('not-an-image');
  });
});
