/** The forms that the boxes of an AVIF or HEIC file may take (ISO/IEC 14496-12 and 23008-12). */
import { describe, expect, test } from 'vitest';
import { readItems } from '../../../src/formats/heif-items.js';
import { readSequence } from '../../../src/formats/heif-sequence.js';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { boxOf, bytesOf, u16be, u32be } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

const size = (width = 40, height = 30) => boxOf('ispe', u32be(0), u32be(width), u32be(height));
const clap = (...fractions: [number, number][]) =>
  boxOf(
    'clap',
    fractions.flat().flatMap((value) => u32be(value >>> 0)),
  );
const brands = (major: string, ...others: string[]) => boxOf('ftyp', major, u32be(0), ...others);

interface Form {
  isLong?: boolean;
  hasLongIndices?: boolean;
  /** Index of a property and whether it is essential, for each item. */
  ties?: (readonly [index: number, isEssential: boolean])[][];
  properties?: Uint8Array[];
  types?: string[];
  references?: (readonly [type: string, from: number, ...to: number[]])[];
}

/** The body of a `meta` box, whose first item is the image. */
function metaBody({
  isLong = false,
  hasLongIndices = false,
  properties = [size()],
  types = ['av01'],
  ties = types.map(() => [[1, true]]),
  references = [],
}: Form): Uint8Array {
  const id = isLong ? u32be : u16be;
  const version = isLong ? 1 : 0;
  const base = isLong ? 70_000 : 1;
  const entries = types.map((type, item) =>
    boxOf('infe', u32be(isLong ? 0x03000000 : 0x02000000), id(base + item), u16be(0), type, 0),
  );
  const associations = ties.map((list, item) =>
    bytesOf(
      id(base + item),
      list.length,
      list.flatMap(([index, isEssential]) =>
        hasLongIndices
          ? u16be(index | (isEssential ? 0x8000 : 0))
          : [index | (isEssential ? 0x80 : 0)],
      ),
    ),
  );
  return bytesOf(
    u32be(0),
    boxOf('pitm', version, 0, 0, 0, id(base)),
    boxOf('iinf', version, 0, 0, 0, isLong ? u32be(types.length) : u16be(types.length), ...entries),
    boxOf(
      'iref',
      version,
      0,
      0,
      0,
      ...references.map(([type, from, ...to]) =>
        boxOf(type, id(base + from), u16be(to.length), ...to.map((item) => id(base + item))),
      ),
    ),
    boxOf(
      'iprp',
      boxOf('ipco', ...properties),
      boxOf('ipma', version, 0, 0, hasLongIndices ? 1 : 0, u32be(ties.length), ...associations),
    ),
  );
}

const read = (form: Form, brand = 'avif') =>
  readImageInfoFromBytes(bytesOf(brands(brand), boxOf('meta', metaBody(form))));

describe.each([false, true])('items with long ids: %s', (isLong) => {
  const base = isLong ? 70_000 : 1;

  test.each([false, true])('and long indices: %s, are read', (hasLongIndices) => {
    const properties = [size(), boxOf('irot', 1), boxOf('pixi', 0)];
    const ties: Form['ties'] = [
      [
        [1, false],
        [2, true],
        [9, true],
        [0, true],
      ],
      [
        [3, false],
        [1, true],
      ],
    ];
    const references: Form['references'] = [
      ['dimg', 0, 1, 1],
      ['auxl', 1, 0],
      ['cdsc', 1],
    ];
    const items = readItems(
      metaBody({ isLong, hasLongIndices, properties, ties, types: ['grid', 'hvc1'], references }),
    );
    expect(items.primaryItem).toBe(base);
    expect([...items.itemTypes]).toEqual([
      [base, 'grid'],
      [base + 1, 'hvc1'],
    ]);
    expect(items.propertiesOf(base).map(({ type, isEssential }) => [type, isEssential])).toEqual([
      ['ispe', false],
      ['irot', true],
    ]);
    expect(
      items.propertiesOf(base + 1).map(({ type, isEssential }) => [type, isEssential]),
    ).toEqual([
      ['pixi', false],
      ['ispe', true],
    ]);
    expect(items.propertiesOf(base + 2)).toEqual([]);
    expect(items.references).toEqual([
      { type: 'dimg', fromItem: base, toItems: [base + 1, base + 1] },
      { type: 'auxl', fromItem: base + 1, toItems: [base] },
      { type: 'cdsc', fromItem: base + 1, toItems: [] },
    ]);
  });
});

test('a list of properties that ends early gives what there is', () => {
  const whole = metaBody({
    ties: [
      [
        [1, true],
        [1, true],
      ],
    ],
  });
  // The number of properties of the last item claims more than follow.
  whole[whole.length - 3] = 9;
  expect(readItems(whole).propertiesOf(1)).toHaveLength(2);
});

const chain = (...types: string[]): Form => ({
  types,
  ties: types.map(() => [[1, true]]),
  references: types.slice(1).map((_, item) => ['dimg', item, item + 1]),
});

describe('the codec of an image', () => {
  test.each([
    [['av01'], 'image/avif'],
    [['hvc1'], 'image/heic'],
    [['hev1'], 'image/heic'],
    [['grid', 'av01'], 'image/avif'],
    [['iovl', 'av01'], 'image/avif'],
    [['iden', 'av01'], 'image/avif'],
    [['tmap', 'av01'], 'image/avif'],
    [['grid', 'grid', 'grid', 'av01'], 'image/avif'],
    // Too deep, another codec, and nothing: then the brand decides.
    [['grid', 'grid', 'grid', 'grid', 'av01'], 'image/heic'],
    [['avc1'], 'image/heic'],
    [['grid'], 'image/heic'],
  ])('%j is %s', (types, mediaType) => {
    expect(read(chain(...types), 'mif1').mediaType).toBe(mediaType);
  });

  test('of tiles that refer to each other is left to the brand', () => {
    const form = chain('grid', 'grid');
    const references: Form['references'] = [
      ['dimg', 0, 1],
      ['dimg', 1, 0],
    ];
    expect(read({ ...form, references }, 'heic').mediaType).toBe('image/heic');
  });
});

const shown = (brand: string, ...fractions: [number, number][]) => {
  const form: Form = {
    types: [brand === 'avif' ? 'av01' : 'hvc1'],
    properties: [size(), clap(...fractions)],
    ties: [
      [
        [1, true],
        [2, true],
      ],
    ],
  };
  const { width, height } = read(form, brand);
  return [width, height];
};

describe('the part of an image that is shown', () => {
  test.each<[string, [number, number][], number[]]>([
    [
      'heic',
      [
        [20, 1],
        [10, 1],
        [0, 1],
        [0, 1],
      ],
      [20, 10],
    ],
    [
      'heic',
      [
        [41, 2],
        [21, 2],
        [0, 1],
        [0, 1],
      ],
      [21, 11],
    ],
    [
      'heic',
      [
        [40, 1],
        [30, 1],
        [0, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    // Its edges may touch those of the image, and no more.
    [
      'heic',
      [
        [20, 1],
        [10, 1],
        [10, 1],
        [10, 1],
      ],
      [20, 10],
    ],
    [
      'heic',
      [
        [20, 1],
        [10, 1],
        [-10, 1],
        [-10, 1],
      ],
      [20, 10],
    ],
    [
      'heic',
      [
        [20, 1],
        [10, 1],
        [11, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    [
      'heic',
      [
        [20, 1],
        [10, 1],
        [-11, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    [
      'heic',
      [
        [20, 1],
        [10, 1],
        [0, 1],
        [11, 1],
      ],
      [40, 30],
    ],
    [
      'heic',
      [
        [20, 1],
        [10, 1],
        [0, 1],
        [-11, 1],
      ],
      [40, 30],
    ],
    [
      'heic',
      [
        [42, 1],
        [10, 1],
        [0, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    [
      'heic',
      [
        [1, 2],
        [10, 1],
        [0, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    [
      'heic',
      [
        [10, 1],
        [1, 2],
        [0, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    [
      'heic',
      [
        [10, 0],
        [10, 1],
        [0, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    [
      'avif',
      [
        [20, 1],
        [10, 1],
        [-10, 1],
        [-10, 1],
      ],
      [20, 10],
    ],
    [
      'avif',
      [
        [20, 1],
        [10, 1],
        [-10, 1],
        [0, 1],
      ],
      [40, 30],
    ],
    [
      'avif',
      [
        [20, 1],
        [10, 1],
        [0, 1],
        [-10, 1],
      ],
      [40, 30],
    ],
  ])('of a %s %j is %j', (brand, fractions, expected) => {
    expect(shown(brand, ...fractions)).toEqual(expected);
  });
});

describe('what may be left out of an AVIF', () => {
  test.each(['irot', 'imir', 'clap'])('is not its %s', (type) => {
    const property = type === 'clap' ? clap([40, 1], [30, 1], [0, 1], [0, 1]) : boxOf(type, 0);
    const form = (isEssential: boolean): Form => ({
      properties: [size(), property],
      ties: [
        [
          [1, false],
          [2, isEssential],
        ],
      ],
    });
    expect(read(form(true))).toMatchObject({
      width: 40,
      height: 30,
      orientation: type === 'imir' ? 4 : 1,
    });
    expect(refusalOf(() => read(form(false))).code).toBe('damaged');
    expect(read({ ...form(false), types: ['hvc1'] }, 'heic').width).toBe(40);
  });
});

const plane = (type: string, kind: string, reference = 'auxl'): Form => ({
  types: ['av01', 'av01'],
  properties: [size(), boxOf(type, u32be(0), kind)],
  ties: [
    [[1, true]],
    [
      [1, true],
      [2, true],
    ],
  ],
  references: [[reference, 1, 0]],
});

describe('alpha', () => {
  test.each([
    ['auxC', 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha', 'auxl', true],
    ['auxC', 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0rest', 'auxl', true],
    ['auxC', 'urn:mpeg:hevc:2015:auxid:1', 'auxl', true],
    ['auxC', 'urn:mpeg:avc:2015:auxid:1\0', 'auxl', true],
    ['auxC', 'urn:mpeg:hevc:2015:auxid:11', 'auxl', false],
    ['auxC', 'urn:com:apple:photo:2020:aux:hdrgainmap', 'auxl', false],
    ['udes', 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha', 'auxl', false],
    ['auxC', 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha', 'thmb', false],
  ])('is a plane with %s %j and a reference %s: %s', (type, kind, reference, hasAlpha) => {
    expect(read(plane(type, kind, reference)).hasAlpha).toBe(hasAlpha);
  });
});

const track = (handler: string, { width = 50, height = 20, frames = 7, hasSamples = true } = {}) =>
  boxOf(
    'trak',
    boxOf('tkhd', new Uint8Array(76), u32be(width << 16), u32be(height << 16)),
    boxOf(
      'mdia',
      boxOf('hdlr', u32be(0), u32be(0), handler, new Uint8Array(12)),
      boxOf(
        'minf',
        boxOf('stbl', ...(hasSamples ? [boxOf('stsz', u32be(0), u32be(0), u32be(frames))] : [])),
      ),
    ),
  );

describe('a sequence', () => {
  const facts = { width: 50, height: 20, frameCount: 7 };
  test.each<[string, Uint8Array[], object | undefined]>([
    ['one track', [track('pict')], { ...facts, hasAlpha: false }],
    ['alpha behind it', [track('pict'), track('auxv')], { ...facts, hasAlpha: true }],
    ['alpha before it', [track('auxv'), track('pict')], { ...facts, hasAlpha: true }],
    ['two of them', [track('pict'), track('pict', { width: 9 })], { ...facts, hasAlpha: false }],
    ['sound', [track('soun')], undefined],
    ['no width', [track('pict', { width: 0 })], undefined],
    ['no height', [track('pict', { height: 0 })], undefined],
    ['no samples', [track('pict', { hasSamples: false })], undefined],
    [
      'another box',
      [boxOf('mvhd', new Uint8Array(8)), track('pict')],
      { ...facts, hasAlpha: false },
    ],
    ['nothing', [], undefined],
  ])('of %s', (_, tracks, expected) => {
    expect(readSequence(bytesOf(...tracks))).toEqual(expected);
  });

  test.each([
    ['avis', 1, { isAnimated: false, frameCount: 1, width: 50 }],
    ['msf1', 7, { isAnimated: true, frameCount: 7, width: 50 }],
    ['hevc', 7, { isAnimated: true, frameCount: 7, width: 50 }],
    ['avif', 7, { isAnimated: false, frameCount: 1, width: 40 }],
  ])('of the brand %s and %i frames', (brand, frames, expected) => {
    const bytes = bytesOf(
      brands(brand, 'avif'),
      boxOf('meta', metaBody({})),
      boxOf('moov', track('pict', { frames })),
    );
    expect(readImageInfoFromBytes(bytes)).toMatchObject(expected);
    // Without an item, there is only the sequence.
    const alone = bytesOf(brands(brand, 'avif'), boxOf('moov', track('pict', { frames })));
    expect(readImageInfoFromBytes(alone)).toMatchObject({ width: 50, frameCount: frames });
  });
});
