/** Fields of headers that only some files have: units of SVG, forms of WebP, blocks of EXIF. */
import { describe, expect, test } from 'vitest';
import { recogniseOther } from '../../../src/formats/recognise-other.js';
import { readExif } from '../../../src/formats/exif.js';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { boxOf, bytesOf, u16be, u16le, u24le, u32be, u32le } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

const read = (...parts: Parameters<typeof bytesOf>) => readImageInfoFromBytes(bytesOf(...parts));
const codeOf = (...parts: Parameters<typeof bytesOf>) => refusalOf(() => read(...parts)).code;

describe('an SVG', () => {
  test.each([
    ['10', 10],
    ['10px', 10],
    ['72pt', 96],
    ['2pc', 32],
    ['1in', 96],
    ['2.54cm', 96],
    ['25.4mm', 96],
    ['101.6q', 96],
    ['101.6Q', 96],
    ['2em', 32],
    ['2rem', 32],
    ['2ex', 16],
    [' +1e2 px ', 100],
    ['.5e1', 5],
    ['0.2', 1],
    // Neither a length nor one that a page would use.
    ['10vw', 300],
    ['10%', 300],
    ['0', 300],
    ['1e999', 300],
    ['10 20', 300],
  ])('of the width %j is %i px wide', (width, px) => {
    expect(read(`<svg width="${width}" height="9"></svg>`)).toMatchObject({ width: px, height: 9 });
  });

  test.each([
    ['0 0 20 10', 20, 10],
    [' 0 0 20 10 ', 20, 10],
    ['0 0 -20 10', 300, 150],
    ['0 0 20 0', 300, 150],
    ['0 0 20', 300, 150],
  ])('of the box %j is %i × %i px', (viewBox, width, height) => {
    expect(read(`<svg viewBox="${viewBox}"></svg>`)).toMatchObject({ width, height });
  });

  test.each([
    ['UTF-16, little end first', [0xff, 0xfe], u16le],
    ['UTF-16, big end first', [0xfe, 0xff], u16be],
  ])('in %s is known', (_, mark, unit) => {
    const text = Array.from('<svg width="5" height="6">', (letter) => unit(letter.charCodeAt(0)));
    expect(read(mark, text.flat())).toMatchObject({
      mediaType: 'image/svg+xml',
      width: 5,
      height: 6,
    });
  });

  test.each([
    '<!-- open <svg>',
    '<?xml <svg>',
    '<!DOCTYPE svg',
    '<!DOCTYPE svg [ <svg>',
    '<!DOCTYPE svg [ ] <svg',
    ' ',
  ])('%j has no root', (text) => {
    expect(codeOf(text)).toBe('not-an-image');
  });

  test.each([
    '<!DOCTYPE svg><svg><style>a[b]{}</style>',
    '<!DOCTYPE svg [ <!ENTITY a "b>"> ] ><svg>',
    '<svg/>',
    '<svg\n>',
    '<svg',
  ])('%j is one', (text) => {
    const whole = text === '<svg' ? `${text} width="300" height="150"` : text;
    expect(read(whole)).toMatchObject({ width: 300, height: 150 });
  });
});

const lossless = (first: number, bits: number) => riff(chunk('VP8L', first, u32le(bits), 1, 2, 3));

const riff = (...chunks: Parameters<typeof bytesOf>) => {
  const body = bytesOf('WEBP', ...chunks);
  return bytesOf('RIFF', u32le(body.length), body);
};

const chunk = (type: string, ...data: Parameters<typeof bytesOf>) => {
  const body = bytesOf(...data);
  return bytesOf(type, u32le(body.length), body, body.length % 2 ? 0 : '');
};

const canvas = (flags: number, width = 40, height = 30) =>
  chunk('VP8X', flags, 0, 0, 0, u24le(width - 1), u24le(height - 1));

describe('a WebP', () => {
  const START = [0x10, 0, 0, 0x9d, 0x01, 0x2a];
  const lossy = (start = START, width = 40, height = 30) =>
    chunk('VP8 ', start, u16le(width), u16le(height), 1, 2, 3, 4);

  test('has its start code, and a first frame that depends on no other', () => {
    expect(read(riff(lossy()))).toMatchObject({ width: 40, height: 30 });
    for (const at of [0, 3, 4, 5]) {
      const start = START.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(codeOf(riff(lossy(start))), `byte ${at}`).toBe('damaged');
    }
  });

  test('has sides of 14 bits', () => {
    expect(read(riff(lossy(START, 0xc000 | 40, 0x4000 | 30)))).toMatchObject({
      width: 40,
      height: 30,
    });
    expect(codeOf(riff(lossy(START, 0, 30)))).toBe('damaged');
    expect(codeOf(riff(lossy(START, 40, 0xc000)))).toBe('damaged');
  });

  test.each([
    [40, 30, undefined],
    [41, 30, 'damaged'],
    [40, 31, 'damaged'],
  ])('of %i × %i px has the size of its canvas: %s', (width, height, code) => {
    const bytes = riff(canvas(0), lossy(START, width, height));
    const outcome = code === undefined ? read(bytes).width : codeOf(bytes);
    expect(outcome).toBe(code ?? 40);
  });

  test('without loss begins with its own byte, and leaves three bits free', () => {
    expect(read(lossless(0x2f, 0x1000_0000))).toMatchObject({
      width: 1,
      height: 1,
      hasAlpha: true,
    });
    expect(read(lossless(0x2f, (99 << 14) | 49))).toMatchObject({
      width: 50,
      height: 100,
      hasAlpha: false,
    });
    expect(codeOf(lossless(0x2e, 0))).toBe('damaged');
    expect(codeOf(lossless(0x2f, 0x2000_0000))).toBe('damaged');
  });
});

const field = (tag: number, type: number, value: number) =>
  [u16be(tag), u16be(type), u32be(1), type === 3 ? [...u16be(value), 0, 0] : u32be(value)].flat();

describe('the directory of an EXIF block', () => {
  const ORIENTATION = 0x0112;
  const SMALL = bytesOf(
    '\xff\xd8',
    '\xff\xe0',
    u16be(4),
    'ab',
    '\xff\xff\xff\xc0',
    u16be(11),
    8,
    u16be(120),
    u16be(160),
    1,
    1,
    0x11,
    0,
    '\xff\xd9',
  );
  /** A directory with these fields, then one of a thumbnail. */
  const block = (
    fields: number[][],
    thumbnail?: { startByte?: number; lengthBytes?: number; image?: Uint8Array },
  ) => {
    const { image = SMALL } = thumbnail ?? {};
    const secondAt = 8 + 2 + 12 * fields.length + 4;
    const imageAt = secondAt + 2 + 24 + 4;
    return bytesOf(
      'MM\0*',
      u32be(8),
      u16be(fields.length),
      fields.flat(),
      u32be(thumbnail ? secondAt : 0),
      ...(thumbnail
        ? [
            u16be(2),
            field(0x0201, 4, thumbnail.startByte ?? imageAt),
            field(0x0202, 4, thumbnail.lengthBytes ?? image.length),
            u32be(0),
            image,
          ]
        : []),
    );
  };

  test.each([
    [[field(ORIENTATION, 3, 6)], 6],
    [[field(0x010f, 4, 5), field(ORIENTATION, 3, 8)], 8],
    // The first of two, and the type of the standard.
    [[field(ORIENTATION, 3, 6), field(ORIENTATION, 3, 3)], 6],
    [[field(ORIENTATION, 4, 3), field(ORIENTATION, 3, 6)], 6],
    [[field(ORIENTATION, 3, 0)], 1],
    [[field(ORIENTATION, 3, 9)], 1],
    [[], 1],
  ])('%#', (fields, orientation) => {
    expect(readExif(block(fields))).toEqual({ orientation });
  });

  test('that is none has the usual orientation', () => {
    for (const start of ['MI\0*', 'MM\0+', 'II\0*', '']) {
      const bytes = bytesOf(start, block([field(ORIENTATION, 3, 6)]).subarray(start.length));
      expect(readExif(start === '' ? new Uint8Array() : bytes)).toEqual({ orientation: 1 });
    }
  });

  test('leads to a thumbnail', () => {
    const bytes = block([field(ORIENTATION, 3, 6)], {});
    const startByte = bytes.length - SMALL.length;
    expect(readExif(bytes)).toEqual({
      orientation: 6,
      thumbnail: { startByte, endByte: bytes.length, size: { width: 160, height: 120 } },
    });
  });

  test.each<[string, Parameters<typeof block>[1]]>([
    ['starts in the header', { startByte: 7, lengthBytes: 30 }],
    ['is empty', { lengthBytes: 0 }],
    ['ends behind the block', { lengthBytes: SMALL.length + 1 }],
    ['is no JPEG', { image: bytesOf('BM', new Uint8Array(40)) }],
    ['has no size', { image: SMALL.subarray(0, 12) }],
  ])('but not to one that %s', (_, thumbnail) => {
    expect(readExif(block([field(ORIENTATION, 3, 6)], thumbnail))).toEqual({ orientation: 6 });
  });
});

const ofText = (text: string) => recogniseOther(bytesOf(text))?.format;

describe('a file of another kind', () => {
  test.each<[string, string, string | undefined]>([
    ['tabs and line ends', 'a\tb\nc\rd\fe', 'text'],
    ['a control character', 'a\x01b', undefined],
    ['a vertical tab', 'a\x0bb', undefined],
    ['nothing', '', undefined],
    ['a page', ' <BODY class="a">', 'HTML'],
    ['a page by its title', '<title>404</title>', 'HTML'],
    ['a document of XML', '<bodyguard>', 'XML'],
    ['a grey map', 'P5\n4 3', 'PNM'],
    ['an arbitrary map', 'P7 4', 'PNM'],
    ['no such map', 'P8\n4 3', 'text'],
    ['no such map', 'P0\n4 3', 'text'],
    ['a word', 'P5a', 'text'],
  ])('%s', (_, text, format) => {
    expect(ofText(text)).toBe(format);
  });

  test.each([
    ['M4A ', 'M4A'],
    ['isom', 'MP4'],
    ['qt  ', 'QuickTime'],
    ['crx ', 'camera raw'],
  ])('of the brand %s is %s', (brand, format) => {
    expect(recogniseOther(boxOf('ftyp', brand, u32be(0)))?.format).toBe(format);
  });
});
