import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { bytesOf, u16le, u32le } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

interface Claims {
  width?: number;
  height?: number;
  bits?: number;
  compression?: number;
  headerBytes?: number;
  alphaMask?: number;
  pixelBytes?: number;
}

function bmp({
  width = 4,
  height = 3,
  bits = 32,
  compression = 0,
  headerBytes = 40,
  alphaMask = 0,
  pixelBytes = 48,
}: Claims): Uint8Array {
  const header = bytesOf(
    u32le(headerBytes),
    u32le(width >>> 0),
    u32le(height >>> 0),
    u16le(1),
    u16le(bits),
    u32le(compression),
    u32le(0),
    new Uint8Array(16),
    u32le(0),
    u32le(0),
    u32le(0),
    u32le(alphaMask),
    new Uint8Array(100),
  ).subarray(0, headerBytes);
  const start = bytesOf('BM', u32le(0), u32le(0), u32le(14 + headerBytes));
  return bytesOf(start, header, new Uint8Array(pixelBytes));
}

describe('a BMP', () => {
  test('has its size, whichever way its rows go', () => {
    expect(readImageInfoFromBytes(bmp({}))).toMatchObject({
      width: 4,
      height: 3,
      isTruncated: false,
    });
    expect(readImageInfoFromBytes(bmp({ height: -3 }))).toMatchObject({ width: 4, height: 3 });
  });

  test('of the oldest kind has sides of 16 bits', () => {
    const bytes = bytesOf(
      'BM',
      u32le(0),
      u32le(0),
      u32le(26),
      u32le(12),
      u16le(4),
      u16le(3),
      u16le(1),
      u16le(24),
      new Uint8Array(36),
    );
    expect(readImageInfoFromBytes(bytes)).toMatchObject({
      width: 4,
      height: 3,
      isTruncated: false,
    });
  });

  test('has alpha where a mask says so', () => {
    const withMask = bmp({ headerBytes: 124, compression: 3, alphaMask: 0xff000000 });
    expect(readImageInfoFromBytes(withMask).hasAlpha).toBe(true);
    expect(readImageInfoFromBytes(bmp({})).hasAlpha).toBe(false);
  });

  test('with fewer rows than it claims is cut short', () => {
    expect(readImageInfoFromBytes(bmp({ pixelBytes: 47 })).isTruncated).toBe(true);
  });

  test.each([{ width: 0 }, { width: -4 }, { height: 0 }, { bits: 7 }])(
    'that claims %o is damaged',
    (claim) => {
      expect(refusalOf(() => readImageInfoFromBytes(bmp(claim))).code).toBe('damaged');
    },
  );

  test('of 2,147,483,648 rows is refused', () => {
    expect(refusalOf(() => readImageInfoFromBytes(bmp({ height: -(2 ** 31) }))).code).toBe(
      'too-many-pixels',
    );
  });

  test('is more than a text that begins with BM', () => {
    expect(
      refusalOf(() => readImageInfoFromBytes(bytesOf('BMW drivers, please read this first.'))).code,
    ).toBe('not-an-image');
  });
});
