import { describe, expect, test } from 'vitest';
import type { KitError } from '../../../src/errors.js';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { bytesOf, repeated, u16be, u16le, u32le } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';
import { readFixture } from '../../helpers/read-fixture.js';

const START = [0xff, 0xd8];
const END = [0xff, 0xd9];

const segment = (marker: number, ...body: Parameters<typeof bytesOf>): Uint8Array => {
  const bytes = bytesOf(...body);
  return bytesOf(0xff, marker, u16be(bytes.length + 2), bytes);
};

const frame = (marker = 0xc0, { bits = 8, width = 40, height = 30 } = {}): Uint8Array =>
  segment(marker, bits, u16be(height), u16be(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1);

const scan = (components = 3): Uint8Array =>
  bytesOf(segment(0xda, components, new Uint8Array(components * 2 + 3)), 0x12, 0xff, 0, 0x34);

const exif = (entry: readonly number[]): Uint8Array =>
  segment(0xe1, 'Exif\0\0', 'II*\0', u32le(8), u16le(1), entry, u32le(0));

const turned = (value: number): Uint8Array =>
  exif([...u16le(0x112), ...u16le(3), ...u32le(1), ...u16le(value), 0, 0]);

const scans = (count: number): Uint8Array => repeated(count, scan(1));

const read = (...parts: Parameters<typeof bytesOf>) => readImageInfoFromBytes(bytesOf(...parts));

const refusal = (...parts: Parameters<typeof bytesOf>): KitError => refusalOf(() => read(...parts));

describe('a JPEG', () => {
  test('has its size from the frame header, of any kind that browsers open', () => {
    for (const marker of [0xc0, 0xc1, 0xc2, 0xc9, 0xca]) {
      expect(read(START, frame(marker), scan(), END)).toMatchObject({ width: 40, height: 30 });
    }
  });

  test.each([
    { marker: 0xc3, words: /lossless/ },
    { marker: 0xc5, words: /hierarchical/ },
    { marker: 0xcb, words: /lossless/ },
  ])('with a frame that no browser opens is refused ($words)', ({ marker, words }) => {
    const error = refusal(START, frame(marker), scan(), END);
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toMatch(words);
  });

  test('of 12 bits per colour is refused', () => {
    const error = refusal(START, frame(0xc1, { bits: 12 }), scan(), END);
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toMatch(/12 bits/);
  });

  test('without width or height is damaged', () => {
    expect(refusal(START, frame(0xc0, { height: 0 }), scan(), END).code).toBe('damaged');
    expect(refusal(START, frame(0xc0, { width: 0 }), scan(), END).code).toBe('damaged');
  });

  test('with two frames is damaged', () => {
    expect(refusal(START, frame(), frame(), scan(), END).code).toBe('damaged');
  });

  test('of tables alone is damaged', () => {
    expect(refusal(START, segment(0xdb, new Uint8Array(65)), END).code).toBe('damaged');
  });

  test.each([2, 3, 10, 20])('that ends after %i bytes is cut short', (length) => {
    const bytes = bytesOf(START, frame(), scan(), END).subarray(0, Math.max(3, length));
    expect(refusal(bytes).code).toBe('truncated');
  });

  test('without its end is shown as far as it goes', () => {
    expect(read(START, frame(), scan())).toMatchObject({ isTruncated: true });
    expect(read(START, frame(0xc2), scan(1), scan(1))).toMatchObject({ isTruncated: true });
  });

  test.each([1, 4096, 4097, 600_000])('may be followed by %i bytes of anything', (bytes) => {
    const notes = new Uint8Array(bytes).fill(0x41);
    expect(read(START, frame(), scan(), END, notes)).toMatchObject({ isTruncated: false });
    expect(read(START, frame(), scan(), notes)).toMatchObject({ isTruncated: true });
  });

  test('may be followed by words', () => {
    expect(read(START, frame(), scan(), END, 'trailer')).toMatchObject({ isTruncated: false });
  });

  test('may have filling and stray bytes between its parts', () => {
    const parts = [START, 0xff, 0xff, frame(), 'stray', scan(), END];
    expect(read(...parts)).toMatchObject({ width: 40, isTruncated: false });
  });

  test('may have a comment that claims an impossible length', () => {
    expect(read(START, [0xff, 0xfe, 0, 0], frame(), scan(), END)).toMatchObject({ width: 40 });
  });

  test.each([0, 9, 255])('of orientation %i stands as it is stored', (value) => {
    expect(read(START, turned(value), frame(), scan(), END).orientation).toBe(1);
  });

  test('of an orientation of another type than the standard names stands as it is stored', () => {
    const entry = [...u16le(0x112), ...u16le(4), ...u32le(1), ...u32le(6)];
    expect(read(START, exif(entry), frame(), scan(), END).orientation).toBe(1);
  });

  test('has the orientation of its first EXIF block, behind other blocks too', () => {
    const xmp = segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>');
    expect(read(START, xmp, turned(6), turned(3), frame(), scan(), END).orientation).toBe(6);
  });

  test('of a hundred scans is refused, of ten it is not', () => {
    expect(refusal(START, frame(0xc2), scans(100), END).code).toBe('damaged');
    expect(read(START, frame(0xc2), scans(10), END)).toMatchObject({ isTruncated: false });
  });

  test('of many scans over many pixels is refused for the time it would take', () => {
    const large = { width: 8000, height: 8000 };
    const error = refusal(START, frame(0xc2, large), scans(62), END);
    expect(error.code).toBe('too-many-pixels');
    expect(error.facts).toEqual({ limit: 2_000_000_000, value: 32 * 64_000_000 });
    expect(read(START, frame(0xc2, large), scans(12), END).width).toBe(8000);
  });

  test('made of thousands of empty parts is refused', () => {
    const empties = repeated(20_000, segment(0xfe));
    expect(refusal(START, empties, frame(), scan(), END).code).toBe('damaged');
  });

  test('with EXIF words and places gives only what is asked for', () => {
    const info = readImageInfoFromBytes(readFixture('quad_orientation_3.jpg'));
    expect(JSON.stringify(info)).not.toContain('CANARY');
  });
});

/** A number in a directory of EXIF. */
const entry = (tag: number, value: number): number[] => [
  ...u16le(tag),
  ...u16le(4),
  ...u32le(1),
  ...u32le(value),
];

/** A directory of the image with nothing in it, then that of a thumbnail. */
function withThumbnail(width: number, height: number): Uint8Array {
  const small = bytesOf(START, frame(0xc0, { width, height }), scan(), END);
  const startByte = 8 + 6 + 2 + 24 + 4;
  return segment(
    0xe1,
    'Exif\0\0',
    'II*\0',
    u32le(8),
    u16le(0),
    u32le(14),
    u16le(2),
    entry(0x0201, startByte),
    entry(0x0202, small.length),
    u32le(0),
    small,
  );
}

const thumbnailOf = (width: number, height: number) =>
  read(START, withThumbnail(width, height), frame(0xc0, { width: 4000, height: 3000 }), scan(), END)
    .thumbnail;

describe('the thumbnail in a JPEG', () => {
  test.each([
    [160, 120],
    [161, 120],
    [160, 118],
  ])('of %i × %i px belongs to an image of 4000 × 3000', (width, height) => {
    expect(thumbnailOf(width, height)).toBeDefined();
  });

  test.each([
    { why: 'cropped', width: 160, height: 107 },
    { why: 'turned', width: 120, height: 160 },
    { why: 'empty', width: 0, height: 120 },
  ])('of another shape ($why) is left out', ({ width, height }) => {
    expect(thumbnailOf(width, height)).toBeUndefined();
  });
});
