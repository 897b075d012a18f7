/** Every field of a JPEG XL header that stands before one that is read (ISO/IEC 18181-1, annexes D and E). */
import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { boxOf, bytesOf, u32be } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

type Field = readonly [value: number, bits: number];

/** Fields packed the lowest bit first, and ones behind them, which nothing may read. */
function codestream(...fields: readonly Field[]): Uint8Array {
  const all = [...fields, [2 ** 31 - 1, 31] as const].flatMap(([value, bits]) =>
    Array.from({ length: bits }, (_, bit) => Math.floor(value / 2 ** bit) % 2),
  );
  const bytes = new Uint8Array(Math.ceil(all.length / 8));
  for (const [at, bit] of all.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
  return bytesOf(0xff, 0x0a, bytes);
}
const read = (...fields: readonly Field[]) => readImageInfoFromBytes(codestream(...fields));

const yes: Field = [1, 1];
const no: Field = [0, 1];
const small: Field[] = [yes, [0, 5], [1, 3]];
const usual = yes;

describe('the size of a JPEG XL', () => {
  test.each<[string, Field[], number, number]>([
    ['small', [yes, [3, 5], [0, 3], [7, 5]], 64, 32],
    ['small and square', [yes, [31, 5], [1, 3]], 256, 256],
    ['12:10', [yes, [4, 5], [2, 3]], 48, 40],
    ['4:3', [yes, [2, 5], [3, 3]], 32, 24],
    ['3:2', [yes, [1, 5], [4, 3]], 24, 16],
    ['16:9', [no, [0, 2], [89, 9], [5, 3]], 160, 90],
    ['5:4', [yes, [3, 5], [6, 3]], 40, 32],
    ['2:1', [yes, [3, 5], [7, 3]], 64, 32],
    ['9 bits', [no, [0, 2], [511, 9], [0, 3], [0, 2], [0, 9]], 1, 512],
    ['13 bits', [no, [1, 2], [8191, 13], [0, 3], [1, 2], [4, 13]], 5, 8192],
    ['18 bits', [no, [2, 2], [9999, 18], [0, 3], [2, 2], [6, 18]], 7, 10_000],
    ['30 bits', [no, [3, 2], [9, 30], [0, 3], [3, 2], [8, 30]], 9, 10],
  ])('%s', (_, fields, width, height) => {
    expect(read(...fields, usual)).toMatchObject({ width, height, orientation: 1 });
  });
});

describe('alpha of a JPEG XL is found behind', () => {
  const integers: Field[] = [no, [0, 2]];
  /** Whether 16 bits suffice, then the extra channels. */
  const alpha: Field[] = [yes, [1, 2]];
  const extra = (...fields: Field[]): Field[] => [yes, ...fields];
  const turn: Field = [5, 3];
  const animation = (...fields: Field[]): Field[] => extra([0, 3], no, no, yes, ...fields);
  const tick: Field[] = [[0, 2], [0, 2], [0, 2], no];

  const rows: [string, Field[], object][] = [
    ['nothing else', [no, ...integers], {}],
    ['an orientation', [...extra(turn, no, no, no), ...integers], { orientation: 6 }],
    [
      'another size',
      [...extra(turn, yes, no, [1, 2], [99, 13], [0, 3], [2, 2], [9, 18], no, no), ...integers],
      { orientation: 6 },
    ],
    ...[
      ['16', [yes, [0, 2], [1, 3]]],
      ['32', [yes, [1, 2], [1, 3]]],
      ['5 bits', [yes, [2, 2], [7, 5], [1, 3]]],
      ['9 bits', [yes, [3, 2], [300, 9], [1, 3]]],
      ['two sides', [yes, [2, 2], [7, 5], [0, 3], [3, 2], [300, 9]]],
      ['6 bits', [no, [0, 2], [33, 6], [1, 3]]],
      ['8 bits', [no, [1, 2], [200, 8], [2, 3]]],
      ['10 bits', [no, [2, 2], [900, 10], [3, 3]]],
      ['12 bits', [no, [3, 2], [2000, 12], [4, 3]]],
      ['two sides of 12 bits', [no, [3, 2], [2000, 12], [0, 3], [0, 2], [33, 6]]],
    ].map(([name, preview]): [string, Field[], object] => [
      `a preview of ${name as string}`,
      [...extra(turn, no, yes, ...(preview as Field[]), no), ...integers],
      { orientation: 6, isAnimated: false },
    ]),
    ...[
      ['the usual', tick],
      ['1,000 ticks', [[1, 2], [1, 2], [0, 2], no]],
      ['10 bits of ticks', [[2, 2], [1000, 10], [2, 2], [200, 8], [1, 2], [5, 3], yes]],
      [
        '30 bits of ticks',
        [[3, 2], [2 ** 29 + 5, 30], [3, 2], [1000, 10], [2, 2], [60_000, 16], no],
      ],
      ['32 bits of loops', [[0, 2], [0, 2], [3, 2], [2 ** 31 + 9, 32], yes]],
    ].map(([name, fields]): [string, Field[], object] => [
      `an animation of ${name as string}`,
      [...animation(...(fields as Field[])), ...integers],
      { isAnimated: true },
    ]),
    ['10 bits per colour', [no, no, [1, 2]], {}],
    ['12 bits per colour', [no, no, [2, 2]], {}],
    ['any bits per colour', [no, no, [3, 2], [60, 6]], {}],
    ['floats', [no, yes, [0, 2], [7, 4]], {}],
    ['floats of any bits', [no, yes, [3, 2], [23, 6], [4, 4]], {}],
  ];

  test.each(rows)('%s', (_, fields, facts) => {
    const header = [...small, no, ...fields];
    expect(read(...header, ...alpha)).toMatchObject({ hasAlpha: true, ...facts });
    expect(read(...header, yes, [0, 2])).toMatchObject({ hasAlpha: false, ...facts });
    expect(read(...header, no, [2, 2], [0, 4])).toMatchObject({ hasAlpha: true });
    expect(read(...header, no, [3, 2], [0, 12])).toMatchObject({ hasAlpha: true });
  });
});

const at = (count: number) => bytesOf(signature, ...filling(count), boxOf('jxlc', image));

const signature = boxOf('JXL ', '\r\n\x87\n');
const image = codestream(...small, usual);
const filling = (count: number) => Array.from({ length: count }, () => boxOf('free', 1));

describe('the container of a JPEG XL', () => {
  test('may have other boxes before its image, but not a thousand', () => {
    expect(readImageInfoFromBytes(at(998))).toMatchObject({ width: 8, height: 8 });
    expect(refusalOf(() => readImageInfoFromBytes(at(999))).code).toBe('truncated');
  });

  test('that has no image is cut short, and one whose image is none is damaged', () => {
    expect(refusalOf(() => readImageInfoFromBytes(bytesOf(signature, ...filling(3)))).code).toBe(
      'truncated',
    );
    const broken = bytesOf(signature, u32be(4), 'free', boxOf('jxlc', image));
    expect(refusalOf(() => readImageInfoFromBytes(broken)).code).toBe('truncated');
    const other = bytesOf(signature, boxOf('jxlc', 'no image'));
    expect(refusalOf(() => readImageInfoFromBytes(other)).code).toBe('damaged');
  });
});
