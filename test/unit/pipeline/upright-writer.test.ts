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
});
