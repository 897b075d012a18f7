/** Which chunks of a PNG are copied: those that change how its pixels look, in the length the standard gives them. */
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/formats/crc32.js';
import { stripMetadata } from '../../../src/formats/strip-metadata.js';
import { bytesOf, u32be } from '../../helpers/bytes.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const chunk = (type: string, data: Uint8Array = bytesOf()): Uint8Array => {
  const named = bytesOf(type, data);
  return bytesOf(u32be(data.length), named, u32be(crc32(named)));
};
const header = (colourType: number, depth = 8) =>
  chunk('IHDR', bytesOf(u32be(4), u32be(3), depth, colourType, 0, 0, 0));
const palette = (colours: number) => chunk('PLTE', new Uint8Array(colours * 3).fill(7));
const PIXELS = chunk('IDAT', bytesOf(1, 2, 3));
const END = chunk('IEND');

function stripped(...chunks: Uint8Array[]): Uint8Array {
  const bytes = bytesOf(SIGNATURE, ...chunks);
  return stripMetadata(bytes, { mediaType: 'image/png', orientation: 1 });
}

/** Types of chunks, in order. */
function typesOf(png: Uint8Array): string[] {
  const types: string[] = [];
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    types.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
  }
  return types;
}

/** https://www.w3.org/TR/png-3/#11Chunks: grey, colour, palette, grey with alpha, colour with alpha. */
const lengths: Record<string, Partial<Record<number, number>>> = {
  gAMA: { 0: 4, 2: 4, 3: 4, 4: 4, 6: 4 },
  cHRM: { 0: 32, 2: 32, 3: 32, 4: 32, 6: 32 },
  sRGB: { 0: 1, 2: 1, 3: 1, 4: 1, 6: 1 },
  cICP: { 0: 4, 2: 4, 3: 4, 4: 4, 6: 4 },
  mDCV: { 0: 24, 2: 24, 3: 24, 4: 24, 6: 24 },
  cLLI: { 0: 8, 2: 8, 3: 8, 4: 8, 6: 8 },
  pHYs: { 0: 9, 2: 9, 3: 9, 4: 9, 6: 9 },
  sBIT: { 0: 1, 2: 3, 3: 3, 4: 2, 6: 4 },
  bKGD: { 0: 2, 2: 6, 3: 1, 4: 2, 6: 6 },
  tRNS: { 0: 2, 2: 6 },
};

describe.each([0, 2, 3, 4, 6])('of colour type %i', (colourType) => {
  const start = colourType === 3 ? [header(3), palette(5)] : [header(colourType)];
  const around = (middle: string[]) => [
    ...(colourType === 3 ? ['IHDR', 'PLTE'] : ['IHDR']),
    ...middle,
    'IDAT',
    'IEND',
  ];

  test.each(Object.keys(lengths).filter((type) => !(type === 'tRNS' && colourType === 3)))(
    '%s is kept in its length alone',
    (type) => {
      const legal = lengths[type]?.[colourType];
      for (let length = 0; length < 40; length += 1) {
        const kept = stripped(...start, chunk(type, new Uint8Array(length)), PIXELS, END);
        expect(typesOf(kept), `${length} bytes`).toEqual(around(length === legal ? [type] : []));
      }
    },
  );
});

const transparency = (count: number) => chunk('tRNS', new Uint8Array(count));

describe('a palette', () => {
  test.each([
    [5, true],
    [1, true],
    [0, true],
    [6, false],
  ])('of five colours may have %i transparent ones: %s', (count, isKept) => {
    const kept = stripped(header(3), palette(5), transparency(count), PIXELS, END);
    expect(typesOf(kept).includes('tRNS')).toBe(isKept);
  });

  test.each([
    [1, 2],
    [2, 4],
    [4, 16],
    [8, 256],
  ])('of %i bits has %i colours at most', (depth, most) => {
    for (const colours of [most - 1, most, most + 3]) {
      const kept = stripped(header(3, depth), palette(colours), PIXELS, END);
      const expected = bytesOf(
        SIGNATURE,
        header(3, depth),
        palette(Math.min(colours, most)),
        PIXELS,
        END,
      );
      expect(kept).toEqual(expected);
    }
  });

  test('has whole colours only, and goes where the pixels need none', () => {
    const uneven = chunk('PLTE', new Uint8Array(16).fill(7));
    expect(stripped(header(3), uneven, PIXELS, END)).toEqual(
      bytesOf(SIGNATURE, header(3), palette(5), PIXELS, END),
    );
    for (const colourType of [0, 2, 4, 6]) {
      expect(typesOf(stripped(header(colourType), palette(5), PIXELS, END))).toEqual([
        'IHDR',
        'IDAT',
        'IEND',
      ]);
    }
  });
});

describe('a chunk', () => {
  const gamma = chunk('gAMA', bytesOf(1, 2, 3, 4));
  const other = chunk('gAMA', bytesOf(5, 6, 7, 8));

  test('is kept once, and the first of two', () => {
    expect(stripped(header(2), gamma, other, PIXELS, END)).toEqual(
      bytesOf(SIGNATURE, header(2), gamma, PIXELS, END),
    );
  });

  test('with a wrong checksum, which decoders ignore, goes', () => {
    const wrong = gamma.slice();
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
    expect(typesOf(stripped(header(2), wrong, PIXELS, END))).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  test('behind the pixels goes, as do pixels in a second place', () => {
    expect(stripped(header(2), PIXELS, PIXELS, gamma, PIXELS, END)).toEqual(
      bytesOf(SIGNATURE, header(2), PIXELS, PIXELS, END),
    );
  });

  test.each(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'acTL', 'fcTL', 'fdAT', 'hIST', 'teSt'])(
    'of the type %s goes',
    (type) => {
      const words = chunk(type, bytesOf('words'));
      expect(typesOf(stripped(header(2), words, PIXELS, END))).toEqual(['IHDR', 'IDAT', 'IEND']);
    },
  );

  test('behind the end goes, and what the end itself holds', () => {
    const end = chunk('IEND', bytesOf('words'));
    expect(stripped(header(2), PIXELS, end, gamma, bytesOf('trailer'))).toEqual(
      bytesOf(SIGNATURE, header(2), PIXELS, END),
    );
  });

  test('of pixels that is cut off keeps what there is', () => {
    const cut = PIXELS.subarray(0, -3);
    expect(stripped(header(2), cut)).toEqual(bytesOf(SIGNATURE, header(2), cut));
  });

  test('with the orientation follows the header', () => {
    const bytes = bytesOf(SIGNATURE, header(2), PIXELS, END);
    const kept = stripMetadata(bytes, { mediaType: 'image/png', orientation: 6 });
    expect(typesOf(kept)).toEqual(['IHDR', 'eXIf', 'IDAT', 'IEND']);
  });
});
