import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { bytesOf, repeated, u16le } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

const screen = (width = 40, height = 30): Uint8Array =>
  bytesOf('GIF89a', u16le(width), u16le(height), 0x80, 0, 0, [0, 0, 0, 255, 255, 255]);

const frame = ({ x = 0, y = 0, width = 40, height = 30 } = {}): Uint8Array =>
  bytesOf(0x2c, u16le(x), u16le(y), u16le(width), u16le(height), 0, 2, 3, 1, 2, 3, 0);

const control = (flags: number): number[] => [0x21, 0xf9, 4, flags, 0, 0, 0, 0];
const comment = bytesOf(0x21, 0xfe, 5, 'words', 3, 'and', 0);
const END = 0x3b;

const read = (...parts: Parameters<typeof bytesOf>) => readImageInfoFromBytes(bytesOf(...parts));

describe('a GIF', () => {
  test('has the size of its screen', () => {
    expect(read(screen(), comment, frame(), END)).toMatchObject({
      width: 40,
      height: 30,
      hasAlpha: false,
      frameCount: 1,
      isTruncated: false,
    });
  });

  test('has the size of what its first frame covers, where that reaches beyond the screen', () => {
    const beyond = frame({ x: 8, y: 0, width: 40, height: 31 });
    expect(read(screen(), beyond, END)).toMatchObject({ width: 48, height: 31 });
  });

  test('has alpha where a colour is transparent or the first frame does not cover the screen', () => {
    expect(read(screen(), control(1), frame(), END).hasAlpha).toBe(true);
    expect(read(screen(), control(0), frame(), END).hasAlpha).toBe(false);
    expect(read(screen(), frame({ width: 39 }), END).hasAlpha).toBe(true);
  });

  test('is animated with two frames', () => {
    expect(read(screen(), frame(), frame(), END)).toMatchObject({
      isAnimated: true,
      frameCount: 2,
    });
  });

  test('of more than 10,000 frames is refused', () => {
    const frames = repeated(10_001, frame());
    expect(refusalOf(() => read(screen(), frames, END)).code).toBe('too-many-pixels');
  });

  test('without its end is cut short; one that ends with rubbish is not', () => {
    expect(read(screen(), frame()).isTruncated).toBe(true);
    expect(read(screen(), frame().subarray(0, -2)).isTruncated).toBe(true);
    expect(read(screen(), frame(), 0, 0, 0).isTruncated).toBe(false);
  });

  test('without a frame is damaged, and cut short when its end is missing as well', () => {
    expect(refusalOf(() => read(screen(), END)).code).toBe('damaged');
    expect(refusalOf(() => read(screen())).code).toBe('truncated');
    expect(refusalOf(() => read('GIF89a')).code).toBe('truncated');
  });

  test('of 65,535 pixels each way is refused before anything is drawn', () => {
    const error = refusalOf(() =>
      read(screen(65_535, 65_535), frame({ width: 1, height: 1 }), END),
    );
    expect(error.code).toBe('too-many-pixels');
  });

  test('of no size is damaged', () => {
    expect(refusalOf(() => read(screen(0, 0), frame({ width: 0, height: 0 }), END)).code).toBe(
      'damaged',
    );
  });
});
