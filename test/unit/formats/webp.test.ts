import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { bytesOf, repeated, u16le, u24le, u32le } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

const chunk = (type: string, ...data: Parameters<typeof bytesOf>): Uint8Array => {
  const body = bytesOf(...data);
  return bytesOf(type, u32le(body.length), body, body.length % 2 ? 0 : '');
};

const riff = (...chunks: Parameters<typeof bytesOf>): Uint8Array => {
  const body = bytesOf('WEBP', ...chunks);
  return bytesOf('RIFF', u32le(body.length), body);
};

const lossy = (width = 40, height = 30): Uint8Array =>
  chunk('VP8 ', 0x10, 0, 0, 0x9d, 0x01, 0x2a, u16le(width), u16le(height), 1, 2, 3, 4);

const lossless = (width = 40, height = 30, alpha = 0): Uint8Array =>
  chunk('VP8L', 0x2f, u32le((width - 1) | ((height - 1) << 14) | (alpha << 28)), 1, 2, 3);

const canvas = (flags: number, width = 40, height = 30): Uint8Array =>
  chunk('VP8X', flags, 0, 0, 0, u24le(width - 1), u24le(height - 1));

const frame = (width = 40, height = 30): Uint8Array =>
  chunk(
    'ANMF',
    u24le(0),
    u24le(0),
    u24le(width - 1),
    u24le(height - 1),
    u24le(50),
    0,
    lossy(width, height),
  );

describe('a WebP', () => {
  test.each([
    { form: 'lossy', bytes: riff(lossy()), hasAlpha: false },
    { form: 'lossless', bytes: riff(lossless()), hasAlpha: false },
    { form: 'lossless with alpha', bytes: riff(lossless(40, 30, 1)), hasAlpha: true },
    { form: 'extended', bytes: riff(canvas(0), lossy()), hasAlpha: false },
    {
      form: 'extended with alpha',
      bytes: riff(canvas(0x10), chunk('ALPH', 0), lossy()),
      hasAlpha: true,
    },
  ])('that is $form tells its size and alpha', ({ bytes, hasAlpha }) => {
    expect(readImageInfoFromBytes(bytes)).toMatchObject({
      width: 40,
      height: 30,
      hasAlpha,
      isAnimated: false,
    });
  });

  test('is animated with two frames, and may be transparent where the first is small', () => {
    const film = riff(canvas(2), chunk('ANIM', new Uint8Array(6)), frame(), frame());
    expect(readImageInfoFromBytes(film)).toMatchObject({
      isAnimated: true,
      frameCount: 2,
      hasAlpha: false,
    });
    const small = riff(canvas(2), frame(20, 10), frame());
    expect(readImageInfoFromBytes(small).hasAlpha).toBe(true);
  });

  test('of more than 10,000 frames is refused', () => {
    const frames = repeated(10_001, frame());
    expect(refusalOf(() => readImageInfoFromBytes(riff(canvas(2), frames))).code).toBe(
      'too-many-pixels',
    );
  });

  test('longer than its file is cut short', () => {
    const whole = riff(lossy());
    expect(readImageInfoFromBytes(whole.subarray(0, -3)).isTruncated).toBe(true);
    expect(readImageInfoFromBytes(bytesOf(whole, 'trailer')).isTruncated).toBe(false);
    expect(refusalOf(() => readImageInfoFromBytes(whole.subarray(0, 16))).code).toBe('truncated');
  });

  test.each([
    { flaw: 'no image', bytes: riff(canvas(0)) },
    { flaw: 'no frames', bytes: riff(canvas(2), chunk('ANIM', new Uint8Array(6))) },
    { flaw: 'an image of another size than its canvas', bytes: riff(canvas(0, 41), lossy()) },
    {
      flaw: 'an image that is no key frame',
      bytes: riff(chunk('VP8 ', new Uint8Array(12).fill(1))),
    },
    {
      flaw: 'an image without the signature of its codec',
      bytes: riff(chunk('VP8L', new Uint8Array(8))),
    },
    { flaw: 'an image of no width', bytes: riff(lossy(0)) },
  ])('with $flaw is damaged', ({ bytes }) => {
    expect(refusalOf(() => readImageInfoFromBytes(bytes)).code).toBe('damaged');
  });

  test('of 16,384 pixels each way in 38 bytes is refused', () => {
    expect(refusalOf(() => readImageInfoFromBytes(riff(lossless(16_384, 16_384)))).code).toBe(
      'too-many-pixels',
    );
  });

  test('with the letters of a JPEG before its EXIF is read all the same', () => {
    const block = [
      'MM\0*',
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0,
    ] as const;
    const bytes = riff(canvas(8), lossy(), chunk('EXIF', 'Exif\0\0', ...block));
    expect(readImageInfoFromBytes(bytes).unappliedOrientation).toBe(6);
  });
});
