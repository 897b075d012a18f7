import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/formats/crc32.js';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { bytesOf, repeated, u16be, u32be } from '../../helpers/bytes.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { refusalOf } from '../../helpers/refusal.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const chunk = (type: string, ...data: Parameters<typeof bytesOf>): Uint8Array => {
  const [head, body] = [bytesOf(type), bytesOf(...data)];
  return bytesOf(u32be(body.length), head, body, u32be(crc32(bytesOf(head, body))));
};

const header = ({ width = 40, height = 30, bitDepth = 8, colourType = 2 } = {}): Uint8Array =>
  chunk('IHDR', u32be(width), u32be(height), bitDepth, colourType, 0, 0, 0);

const PIXELS = chunk('IDAT', 1, 2, 3);
const END = chunk('IEND');
const turned = (orientation: number): Uint8Array =>
  chunk(
    'eXIf',
    'MM\0*',
    u32be(8),
    u16be(1),
    u16be(0x112),
    u16be(3),
    u32be(1),
    u16be(orientation),
    0,
    0,
    u32be(0),
  );

const read = (...parts: Parameters<typeof bytesOf>) =>
  readImageInfoFromBytes(bytesOf(SIGNATURE, ...parts));

describe('a PNG', () => {
  test.each([
    { colourType: 0, hasAlpha: false },
    { colourType: 2, hasAlpha: false },
    { colourType: 3, hasAlpha: false },
    { colourType: 4, hasAlpha: true },
    { colourType: 6, hasAlpha: true },
  ])('of colour type $colourType has alpha: $hasAlpha', ({ colourType, hasAlpha }) => {
    expect(read(header({ colourType }), PIXELS, END)).toMatchObject({
      width: 40,
      height: 30,
      hasAlpha,
    });
  });

  test('with transparent colours in its palette has alpha', () => {
    expect(read(header({ colourType: 3 }), chunk('tRNS', 0), PIXELS, END).hasAlpha).toBe(true);
  });

  test.each([
    { bitDepth: 3 },
    { bitDepth: 99 },
    { bitDepth: 16, colourType: 3 },
    { bitDepth: 4, colourType: 6 },
    { colourType: 1 },
    { width: 0 },
    { height: 0 },
    { width: 2 ** 31 },
  ])('that claims %o is damaged', (claim) => {
    expect(refusalOf(() => read(header(claim), PIXELS, END)).code).toBe('damaged');
  });

  test('whose header does not fit its checksum is damaged', () => {
    const changed = header();
    changed[11] = 41;
    expect(refusalOf(() => read(changed, PIXELS, END)).code).toBe('damaged');
  });

  test('without pixels is damaged, and cut short when its end is missing as well', () => {
    expect(refusalOf(() => read(header(), END)).code).toBe('damaged');
    expect(refusalOf(() => read(header())).code).toBe('truncated');
  });

  test('that was sent as text is told to be damaged, not to be no image', () => {
    const bytes = readFixture('quad.png');
    bytes[0] = 0x09;
    const error = refusalOf(() => readImageInfoFromBytes(bytes));
    expect(error.code).toBe('damaged');
    expect(error.message).toMatch(/sent as text/);
  });

  test('keeps its orientation before the pixels; behind them browsers do not look', () => {
    expect(read(header(), turned(6), PIXELS, END).orientation).toBe(6);
    const late = read(header(), PIXELS, turned(6), END);
    expect(late).toMatchObject({ orientation: 1, unappliedOrientation: 6 });
  });

  test('is animated when it says so before its pixels and has several frames', () => {
    const [announced, frame] = [
      chunk('acTL', u32be(2), u32be(0)),
      chunk('fcTL', new Uint8Array(26)),
    ];
    expect(read(header(), announced, frame, PIXELS, frame, END)).toMatchObject({
      isAnimated: true,
      frameCount: 2,
    });
    expect(read(header(), announced, frame, PIXELS, END).isAnimated).toBe(false);
    expect(read(header(), frame, PIXELS, announced, frame, END).isAnimated).toBe(false);
  });

  test('of more than 10,000 frames is refused', () => {
    const frames = repeated(10_001, chunk('fcTL', new Uint8Array(26)));
    const error = refusalOf(() => read(header(), PIXELS, frames, END));
    expect(error.code).toBe('too-many-pixels');
    expect(error.facts).toMatchObject({ limit: 10_000, value: 10_001 });
  });

  test('may be followed by anything', () => {
    expect(read(header(), PIXELS, END, 'trailer').isTruncated).toBe(false);
  });

  test('whose chunk claims more than there is, is cut short', () => {
    expect(read(header(), u32be(1000), 'IDAT', 1, 2, 3).isTruncated).toBe(true);
    expect(read(header(), PIXELS, u32be(0xffffffff), 'eXIf').isTruncated).toBe(true);
  });
});
