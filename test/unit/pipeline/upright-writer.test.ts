import { describe, expect, test } from 'vitest';
import { uprightWriter } from '../../../src/pipeline/upright-writer.js';

/** Pixels named by letters, row by row. */
function pixelsOf(...rows: string[]): Uint8ClampedArray<ArrayBuffer> {
  const codes = Array.from(new TextEncoder().encode(rows.join('')));
  return new Uint8ClampedArray(codes.flatMap((code) => [code, 1, 2, 255]));
}

function lettersOf(pixels: Uint8ClampedArray, width: number): string[] {
  const letters = [...pixels]
    .filter((_, at) => at % 4 === 0)
    .map((code) => String.fromCharCode(code));
  return Array.from({ length: letters.length / width }, (_, row) =>
    letters.slice(row * width, (row + 1) * width).join(''),
  );
}

describe('uprightWriter', () => {
  test.each([
    { turn: 1, stored: ['abc', 'def'] },
    { turn: 2, stored: ['cba', 'fed'] },
    { turn: 3, stored: ['fed', 'cba'] },
    { turn: 4, stored: ['def', 'abc'] },
    { turn: 5, stored: ['ad', 'be', 'cf'] },
    { turn: 6, stored: ['cf', 'be', 'ad'] },
    { turn: 7, stored: ['fc', 'eb', 'da'] },
    { turn: 8, stored: ['da', 'eb', 'fc'] },
  ] as const)('shows orientation $turn, stored as $stored, upright', ({ turn, stored }) => {
    const size = { width: stored[0].length, height: stored.length };
    const turned = new Uint8ClampedArray(6 * 4);
    const write = uprightWriter(turned, size, turn);
    for (const [y, row] of stored.entries()) write(pixelsOf(row), y);
    expect(lettersOf(turned, 3)).toEqual(['abc', 'def']);
    expect(turned.slice(0, 4)).toEqual(pixelsOf('a'));
  });

  // Where a stored pixel is seen, in an image of 50 rows of 37.
  test.each([
    { turn: 5, seenAt: (x: number, y: number) => [y, x] },
    { turn: 6, seenAt: (x: number, y: number) => [49 - y, x] },
    { turn: 7, seenAt: (x: number, y: number) => [49 - y, 36 - x] },
    { turn: 8, seenAt: (x: number, y: number) => [y, 36 - x] },
  ] as const)('leaves no pixel of many rows out in orientation $turn', ({ turn, seenAt }) => {
    const stored = { width: 37, height: 50 };
    const upright = new Uint8ClampedArray(37 * 50 * 4);
    const write = uprightWriter(upright, stored, turn);
    const expected = new Uint32Array(37 * 50);
    for (let y = 0; y < 50; y += 1) {
      const row = Uint32Array.from({ length: 37 }, (_, x) => y * 37 + x + 1);
      write(new Uint8ClampedArray(row.buffer), y);
      for (const [x, pixel] of row.entries()) {
        const [column = 0, line = 0] = seenAt(x, y);
        expected[line * 50 + column] = pixel;
      }
    }
    expect(new Uint32Array(upright.buffer)).toEqual(expected);
  });
});
