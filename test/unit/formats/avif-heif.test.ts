import { describe, expect, test } from 'vitest';
import { toOrientation } from '../../../src/formats/heif-turn.js';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { boxOf, bytesOf, u16be, u32be } from '../../helpers/bytes.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { refusalOf } from '../../helpers/refusal.js';

const size = (width = 40, height = 30): Uint8Array =>
  boxOf('ispe', u32be(0), u32be(width), u32be(height));

const brands = (major: string, ...compatible: string[]): Uint8Array =>
  boxOf('ftyp', major, u32be(0), ...compatible);

interface Item {
  type: string;
  properties?: Uint8Array[];
  isEssential?: boolean;
}

/** Items numbered from 1, of which the first is the image. */
function meta(items: Item[], references: Uint8Array = bytesOf()): Uint8Array {
  const shared = items.flatMap(({ properties = [] }) => properties);
  let index = 0;
  const ties = items.map(({ properties = [], isEssential = true }, item) =>
    bytesOf(
      u16be(item + 1),
      properties.length,
      properties.map(() => (isEssential ? 0x80 : 0) | ++index),
    ),
  );
  const entries = items.map(({ type }, item) =>
    boxOf('infe', u32be(0x02000000), u16be(item + 1), u16be(0), type, 0),
  );
  return boxOf(
    'meta',
    u32be(0),
    boxOf('pitm', u32be(0), u16be(1)),
    boxOf('iinf', u32be(0), u16be(items.length), ...entries),
    boxOf('iref', u32be(0), references),
    boxOf('iprp', boxOf('ipco', ...shared), boxOf('ipma', u32be(0), u32be(items.length), ...ties)),
  );
}

const reference = (type: string, from: number, ...to: number[]): Uint8Array =>
  boxOf(type, u16be(from), u16be(to.length), ...to.map(u16be));

/** An image and a second plane that belongs to it. */
const withPlane = (auxiliary: Uint8Array, plane = [auxiliary, size()]): Uint8Array =>
  meta(
    [
      { type: 'av01', properties: [size()] },
      { type: 'av01', properties: plane },
    ],
    reference('auxl', 2, 1),
  );

const read = (...parts: Parameters<typeof bytesOf>) => readImageInfoFromBytes(bytesOf(...parts));
const PIXELS = boxOf('mdat', 1, 2, 3, 4);
const AVIF = brands('avif', 'mif1', 'miaf');

describe('an AVIF or HEIC file', () => {
  test.each([
    { file: 'major brand avif', head: brands('avif'), item: 'av01', mediaType: 'image/avif' },
    {
      file: 'general brand first',
      head: brands('mif1', 'miaf', 'avif'),
      item: 'av01',
      mediaType: 'image/avif',
    },
    { file: 'iPhone', head: brands('heic', 'mif1', 'heic'), item: 'hvc1', mediaType: 'image/heic' },
    {
      file: 'HEIC with a general brand first',
      head: brands('mif1', 'MiHB', 'heic'),
      item: 'hvc1',
      mediaType: 'image/heic',
    },
    {
      file: 'general brands only, HEVC',
      head: brands('mif1', 'mif1'),
      item: 'hvc1',
      mediaType: 'image/heic',
    },
    {
      file: 'general brands only, AV1',
      head: brands('mif1', 'miaf'),
      item: 'av01',
      mediaType: 'image/avif',
    },
  ])('is told by any of its brands: $file', ({ head, item, mediaType }) => {
    const info = read(head, meta([{ type: item, properties: [size()] }]), PIXELS);
    expect(info).toMatchObject({ mediaType, width: 40, height: 30, isTruncated: false });
  });

  test('packed with another codec is left to the decoders that there are', () => {
    const info = read(brands('mif1', 'avci'), meta([{ type: 'avc1', properties: [size()] }]));
    expect(info).toMatchObject({ mediaType: 'image/heic', width: 40, height: 30 });
  });

  test('that is a film is no image', () => {
    expect(refusalOf(() => read(brands('mp42', 'isom'), boxOf('moov'))).code).toBe('not-an-image');
  });

  test('made of tiles has the size of the whole', () => {
    const tiles = [
      { type: 'hvc1', properties: [size(20, 30)] },
      { type: 'hvc1', properties: [size(20, 30)] },
    ];
    const whole = meta(
      [{ type: 'grid', properties: [size()] }, ...tiles],
      reference('dimg', 1, 2, 3),
    );
    expect(read(brands('heic'), whole, PIXELS)).toMatchObject({
      mediaType: 'image/heic',
      width: 40,
      height: 30,
    });
  });

  test('with one tile in two places is damaged', () => {
    const tile = { type: 'av01', properties: [size(20, 30)] };
    const whole = meta([{ type: 'grid', properties: [size()] }, tile], reference('dimg', 1, 2, 2));
    expect(refusalOf(() => read(AVIF, whole)).code).toBe('damaged');
  });

  test('has alpha where an alpha plane refers to the image', () => {
    const kind = boxOf('auxC', u32be(0), 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0');
    const depth = boxOf('auxC', u32be(0), 'urn:mpeg:hevc:2015:auxid:2\0');
    expect(read(AVIF, withPlane(kind)).hasAlpha).toBe(true);
    expect(read(AVIF, withPlane(depth)).hasAlpha).toBe(false);
    expect(refusalOf(() => read(AVIF, withPlane(kind, [kind]))).code).toBe('damaged');
  });

  // Each row is what Chromium shows.
  test.each([
    [0, undefined, 1],
    [1, undefined, 8],
    [2, undefined, 3],
    [3, undefined, 6],
    [0, 0, 4],
    [0, 1, 2],
    [1, 0, 5],
    [1, 1, 7],
    [2, 0, 2],
    [2, 1, 4],
    [3, 0, 7],
    [3, 1, 5],
  ])(
    'turned by %i quarters and mirrored by %s has orientation %i',
    (quarters, axis, orientation) => {
      const rotation = { type: 'irot', body: bytesOf(quarters), isEssential: true };
      const mirror =
        axis === undefined ? [] : [{ type: 'imir', body: bytesOf(axis), isEssential: true }];
      expect(toOrientation([rotation, ...mirror])).toBe(orientation);
      expect(toOrientation([...mirror, rotation])).toBe(orientation);
    },
  );

  test('whose turn may be left out is damaged', () => {
    const optional = meta([
      { type: 'av01', properties: [size(), boxOf('irot', 1)], isEssential: false },
    ]);
    expect(refusalOf(() => read(AVIF, optional)).code).toBe('damaged');
  });

  test.each([
    { brand: 'avif', item: 'av01', right: -10, down: -10, width: 20 },
    { brand: 'avif', item: 'av01', right: 0, down: 0, width: 40 },
    { brand: 'heic', item: 'hvc1', right: 0, down: 0, width: 20 },
    { brand: 'heic', item: 'hvc1', right: 30, down: 0, width: 40 },
  ])(
    '$brand: of a part $right, $down from the middle, $width px of the width are shown',
    ({ brand, item, right, down, width }) => {
      const part = boxOf(
        'clap',
        [20, 1, 10, 1, right, 1, down, 1].flatMap((value) => u32be(value >>> 0)),
      );
      expect(read(brands(brand), meta([{ type: item, properties: [size(), part] }])).width).toBe(
        width,
      );
    },
  );

  test('without a size, or without an image, is damaged', () => {
    expect(refusalOf(() => read(AVIF, meta([{ type: 'av01' }]))).code).toBe('damaged');
    expect(refusalOf(() => read(AVIF, PIXELS)).code).toBe('damaged');
  });

  test('that ends before its last box is cut short', () => {
    const whole = bytesOf(AVIF, meta([{ type: 'av01', properties: [size()] }]), PIXELS);
    expect(read(whole.subarray(0, -1)).isTruncated).toBe(true);
    expect(refusalOf(() => read(whole.subarray(0, 60))).code).toBe('truncated');
  });

  test('that calls itself a sequence has the frames of its track', () => {
    const track = boxOf(
      'trak',
      boxOf('tkhd', new Uint8Array(76), u32be(50 << 16), u32be(20 << 16)),
      boxOf(
        'mdia',
        boxOf('hdlr', u32be(0), u32be(0), 'pict', new Uint8Array(12)),
        boxOf('minf', boxOf('stbl', boxOf('stsz', u32be(0), u32be(0), u32be(7)))),
      ),
    );
    const still = meta([{ type: 'av01', properties: [size()] }]);
    expect(read(brands('avis', 'avif'), still, boxOf('moov', track))).toMatchObject({
      width: 50,
      height: 20,
      isAnimated: true,
      frameCount: 7,
    });
    expect(read(brands('avif', 'avis'), still, boxOf('moov', track))).toMatchObject({
      width: 40,
      height: 30,
      isAnimated: false,
    });
  });

  test('of 60,000 pixels each way is refused', () => {
    const large = meta([{ type: 'av01', properties: [size(60_000, 60_000)] }]);
    expect(refusalOf(() => read(AVIF, large)).code).toBe('too-many-pixels');
  });

  test('is read the same with boxes of 64-bit length', () => {
    const bytes = readFixture('quad.avif');
    const long = bytesOf(bytes, u32be(1), 'free', u32be(0), u32be(20), 1, 2, 3, 4);
    expect(read(long)).toEqual(read(bytes));
  });
});
