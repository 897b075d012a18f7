/** Formats that some browsers open: facts from the header, which decide whether a decoder is asked at all. */
import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { boxOf, bytesOf, u16be, u16le, u32be, u32le } from '../../helpers/bytes.js';
import { makeIcon } from '../../helpers/make-icon.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { refusalOf } from '../../helpers/refusal.js';

const read = (...parts: Parameters<typeof bytesOf>) => readImageInfoFromBytes(bytesOf(...parts));
const codeOf = (...parts: Parameters<typeof bytesOf>) => refusalOf(() => read(...parts)).code;

/** Numbers and how many bits each takes, packed the lowest bit first. */
function bits(...fields: (readonly [value: number, count: number])[]): Uint8Array {
  const all = fields.flatMap(([value, count]) =>
    Array.from({ length: count }, (_, bit) => Math.floor(value / 2 ** bit) % 2),
  );
  const bytes = new Uint8Array(Math.ceil(all.length / 8) + 4);
  for (const [at, bit] of all.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
  return bytes;
}

/** Each side written out, in 30 bits. */
const size = (width: number, height: number) =>
  [
    [0, 1],
    [3, 2],
    [height - 1, 30],
    [0, 3],
    [3, 2],
    [width - 1, 30],
  ] as const;

describe('a JPEG XL', () => {
  const START = [0xff, 0x0a];
  const ALL_USUAL = [1, 1] as const;

  test.each(['photo.jxl', 'photo_in_container.jxl'])('has its size in its header: %s', (name) => {
    expect(readImageInfoFromBytes(readFixture(name))).toMatchObject({
      mediaType: 'image/jxl',
      width: 640,
      height: 480,
      orientation: 1,
      hasAlpha: false,
      isAnimated: false,
    });
  });

  test('has small sides in eighths, and a width by its shape', () => {
    // 8 × (9 + 1) high, 3:2.
    expect(read(START, bits([1, 1], [9, 5], [4, 3], ALL_USUAL))).toMatchObject({
      width: 120,
      height: 80,
    });
  });

  test('has orientation, animation and extra channels where they are not the usual ones', () => {
    const more = bits(
      ...size(400, 300),
      ...([
        [0, 1], // not all usual
        [1, 1], // extra fields
        [5, 3], // orientation 6
        [0, 1], // no other size
        [0, 1], // no preview
        [1, 1], // animated
        [0, 2], // 100 ticks
        [0, 2], // a second
        [0, 2], // for ever
        [0, 1], // no timecodes
        [0, 1], // integers
        [0, 2], // of 8 bits
        [1, 1],
        [1, 2], // one extra channel
      ] as const),
    );
    expect(read(START, more)).toMatchObject({
      width: 400,
      height: 300,
      orientation: 6,
      isAnimated: true,
      hasAlpha: true,
    });
  });

  test('in a container may begin in a part of its stream', () => {
    const file = bytesOf(
      boxOf('JXL ', '\r\n\x87\n'),
      boxOf('ftyp', 'jxl ', 0, 0, 0, 0, 'jxl '),
      boxOf('jxlp', u32be(0), START, bits(...size(50, 60), ALL_USUAL)),
    );
    expect(read(file)).toMatchObject({ width: 50, height: 60 });
  });

  test('that claims a billion pixels is refused', () => {
    expect(codeOf(START, bits(...size(1_000_000, 1_000_000), ALL_USUAL))).toBe('too-many-pixels');
  });

  test('without its stream is cut short', () => {
    expect(codeOf('\0\0\0\x0cJXL \r\n\x87\n')).toBe('truncated');
    expect(codeOf(START)).toBe('truncated');
  });
});

describe('an icon', () => {
  const quad = readFixture('quad.png');
  const small = { bytes: quad, widthPx: 96, heightPx: 64 };
  const claimed = { bytes: readFixture('claims_60000x60000.png'), widthPx: 16, heightPx: 16 };

  test.each(['ico', 'cur'] as const)('has the size of its largest image: %s', (kind) => {
    const bitmapHeader = bytesOf(u32le(40), u32le(32), u32le(64), new Uint8Array(2_000));
    const tiny = { bytes: bitmapHeader, widthPx: 32, heightPx: 32 };
    expect(readImageInfoFromBytes(makeIcon([tiny, small, tiny], kind))).toMatchObject({
      mediaType: 'image/x-icon',
      width: 96,
      height: 64,
      hasAlpha: true,
    });
  });

  test('with an image of 3,600 megapixels in it is refused, wherever it stands', () => {
    for (const images of [[claimed], [small, claimed]]) {
      expect(refusalOf(() => readImageInfoFromBytes(makeIcon(images))).code).toBe(
        'too-many-pixels',
      );
    }
  });

  test('with one image that is cut short has the size of another', () => {
    const whole = { bytes: quad, widthPx: 32, heightPx: 32 };
    const icon = makeIcon([whole, small]);
    expect(readImageInfoFromBytes(icon.subarray(0, -10))).toMatchObject({
      width: 96,
      height: 64,
      isTruncated: false,
    });
    const bomb = makeIcon([small, claimed]).subarray(0, -1);
    expect(refusalOf(() => readImageInfoFromBytes(bomb)).code).toBe('too-many-pixels');
  });

  test('of thousands of images is damaged, one that ends early is cut short', () => {
    expect(codeOf(u16le(0), u16le(1), u16le(5_000), new Uint8Array(80_000))).toBe('damaged');
    expect(codeOf(makeIcon([small]).subarray(0, 100))).toBe('truncated');
    expect(codeOf(0, 0, 1, 0, 1, 0, 32, 32)).toBe('truncated');
  });
});

const entry = (tag: number, value: number) => [
  ...u16be(tag),
  ...u16be(3),
  ...u32be(1),
  ...u16be(value),
  0,
  0,
];

describe('a TIFF', () => {
  test('has size and turn in its directory', () => {
    expect(readImageInfoFromBytes(readFixture('quad.tiff'))).toMatchObject({
      mediaType: 'image/tiff',
      width: 96,
      height: 64,
      orientation: 1,
    });
    const turned = bytesOf(
      'MM\0*',
      u32be(8),
      u16be(3),
      entry(256, 40),
      entry(257, 30),
      entry(274, 6),
      u32be(0),
    );
    expect(readImageInfoFromBytes(turned)).toMatchObject({ width: 40, height: 30, orientation: 6 });
  });

  test('without a size is damaged, one whose directory is missing is cut short', () => {
    expect(codeOf('II*\0', u32le(8), new Uint8Array(20))).toBe('damaged');
    expect(codeOf('II*\0', u32le(800), new Uint8Array(20))).toBe('truncated');
  });
});

describe('a JPEG 2000', () => {
  test('has its size in a box, or in its stream', () => {
    const header = boxOf('jp2h', boxOf('ihdr', u32be(30), u32be(40), 0, 3, 7, 7, 0, 0));
    const signature = boxOf('jP  ', '\r\n\x87\n');
    expect(read(signature, boxOf('ftyp', 'jp2 ', u32be(0), 'jp2 '), header)).toMatchObject({
      mediaType: 'image/jp2',
      width: 40,
      height: 30,
    });
    const stream = [u16be(47), u16be(0), u32be(50), u32be(40), u32be(10), u32be(10)];
    expect(read('\xff\x4f\xff\x51', ...stream)).toMatchObject({ width: 40, height: 30 });
  });

  test('without a size is damaged', () => {
    expect(codeOf('\0\0\0\x0cjP  \r\n\x87\n')).toBe('damaged');
  });
});
