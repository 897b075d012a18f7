import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadResampler } from '../../../src/pipeline/filter/index.js';
import type { Resampler } from '../../../src/pipeline/filter/index.js';
import { createJavaScriptResampler } from '../../../src/pipeline/filter/resample-javascript.js';
import { resampleExactly } from './lanczos-reference.js';
import { drawPixels, largestDifference, noise } from './images.js';

const RED = [255, 0, 0, 255] as const;
const CLEAR_GREEN = [0, 255, 0, 0] as const;

const alphasOf = (pixels: Uint8ClampedArray): Uint8ClampedArray =>
  pixels.filter((_, at) => at % 4 === 3);

const sizes = [
  { from: { width: 61, height: 47 }, to: { width: 41, height: 31 } },
  { from: { width: 64, height: 64 }, to: { width: 7, height: 5 } },
  { from: { width: 13, height: 9 }, to: { width: 40, height: 33 } },
  { from: { width: 1, height: 1 }, to: { width: 1, height: 1 } },
  { from: { width: 1, height: 1 }, to: { width: 3, height: 2 } },
  { from: { width: 40, height: 30 }, to: { width: 1, height: 1 } },
  { from: { width: 1, height: 37 }, to: { width: 1, height: 11 } },
  { from: { width: 37, height: 1 }, to: { width: 11, height: 1 } },
  { from: { width: 33, height: 20 }, to: { width: 33, height: 10 } },
];

describe.each([
  { kind: 'wasm', load: loadResampler },
  { kind: 'javascript', load: async () => createJavaScriptResampler() },
])('the $kind resampler', ({ kind, load }) => {
  let resampler: Resampler;
  beforeAll(async () => {
    resampler = await load();
  });

  test('is the one that was asked for', () => {
    expect(resampler.kind).toBe(kind);
  });

  test.each(sizes)('makes $from into $to as the formula says, ± 1', ({ from, to }) => {
    const pixels = noise(from);
    const opaque = resampler.resample(pixels, from, to, { hasAlpha: false });
    expect(largestDifference(opaque, resampleExactly(pixels, from, to, false))).toBeLessThanOrEqual(
      1,
    );
  });

  test.each(sizes)('weighs colours by alpha from $from to $to', ({ from, to }) => {
    const pixels = noise(from, 7);
    const made = resampler.resample(pixels, from, to, { hasAlpha: true });
    const exact = resampleExactly(pixels, from, to, true);
    expect(largestDifference(alphasOf(made), alphasOf(exact))).toBeLessThanOrEqual(1);
    // Where next to nothing is left to see, a colour is told from few bits.
    const isSeen = (_: unknown, at: number): boolean => (exact[at | 3] ?? 0) > 16;
    expect(largestDifference(made.filter(isSeen), exact.filter(isSeen))).toBeLessThanOrEqual(1);
  });

  test('keeps a flat colour as it is, at any size', () => {
    const side = fc.integer({ min: 1, max: 90 });
    const size = fc.record({ width: side, height: side });
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(size, size, fc.tuple(byte, byte, byte), fc.boolean(), (from, to, rgb, alpha) => {
        const colour = [...rgb, 255] as const;
        const flat = drawPixels(from, () => colour);
        const made = resampler.resample(flat, from, to, { hasAlpha: alpha });
        expect(made).toEqual(drawPixels(to, () => colour));
      }),
      { numRuns: 80 },
    );
  });

  test('changes nothing where the size stays', () => {
    const size = { width: 50, height: 20 };
    const pixels = drawPixels(size, (x, y) => [x * 5, y * 12, (x * y) & 255, 255]);
    expect(resampler.resample(pixels, size, size, { hasAlpha: false })).toEqual(pixels);
    expect(resampler.resample(pixels, size, size, { hasAlpha: true })).toEqual(pixels);
  });

  test('stays white beside black where the filter swings over', () => {
    const from = { width: 64, height: 64 };
    const bars = drawPixels(from, (x, y) =>
      (x >> 3) % 2 === (y >> 4) % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255],
    );
    const to = { width: 48, height: 48 };
    const made = resampler.resample(bars, from, to, { hasAlpha: false });
    // In the middle of a bar; a value that wrapped round would be on the wrong side.
    const middleOf = (column: number, row: number): number =>
      made[((row * 12 + 6) * 48 + column * 6 + 3) * 4] ?? -1;
    for (let row = 0; row < 4; row += 1) {
      for (let column = 0; column < 8; column += 2) {
        const [white, black] = row % 2 === 0 ? [column, column + 1] : [column + 1, column];
        expect(middleOf(white, row)).toBeGreaterThan(240);
        expect(middleOf(black, row)).toBeLessThan(15);
      }
    }
  });

  test('lets no colour out of transparent pixels', () => {
    const from = { width: 60, height: 40 };
    const pixels = drawPixels(from, (x) => (x < 30 ? RED : CLEAR_GREEN));
    const to = { width: 23, height: 15 };
    const made = resampler.resample(pixels, from, to, { hasAlpha: true });
    const colours = drawPixels(to, (x, y) => {
      const [red = 0, green = 0, blue = 0, alpha = 0] = made.subarray((y * to.width + x) * 4);
      return [red, green, blue, alpha === 0 ? 0 : 255];
    });
    const expected = drawPixels(to, (x, y) =>
      (made[(y * to.width + x) * 4 + 3] ?? 0) === 0 ? [0, 0, 0, 0] : RED,
    );
    expect(colours).toEqual(expected);
  });

  test('reads pixels that start with blue', () => {
    const from = { width: 21, height: 17 };
    const to = { width: 9, height: 11 };
    const pixels = noise(from);
    const swapped = pixels.slice();
    for (let at = 0; at < pixels.length; at += 4) {
      swapped[at] = pixels[at + 2] ?? 0;
      swapped[at + 2] = pixels[at] ?? 0;
    }
    for (const hasAlpha of [false, true]) {
      expect(resampler.resample(swapped, from, to, { hasAlpha, layout: 'BGRA' })).toEqual(
        resampler.resample(pixels, from, to, { hasAlpha }),
      );
    }
  });

  test('gives the same from rows that come a strip at a time, also for two images at once', async () => {
    const from = { width: 700, height: 901 };
    const to = { width: 60, height: 83 };
    const images = [noise(from, 3), noise(from, 4)];
    const strips: { startRow: number; endRow: number }[] = [];
    const made = await Promise.all(
      images.map((pixels) =>
        resampler.resampleRows(
          {
            async copyRows(into, startRow, endRow) {
              strips.push({ startRow, endRow });
              await Promise.resolve();
              into.set(pixels.subarray(startRow * 2800, endRow * 2800));
            },
          },
          from,
          to,
          { hasAlpha: false },
        ),
      ),
    );
    expect(made).toEqual(
      images.map((pixels) => resampler.resample(pixels, from, to, { hasAlpha: false })),
    );
    const isCutBetweenPairs = strips.every(
      ({ startRow, endRow }) => startRow % 2 === 0 && (endRow % 2 === 0 || endRow === from.height),
    );
    expect(isCutBetweenPairs).toBe(true);
    // JavaScript takes all rows at once.
    const mostBytes = kind === 'wasm' ? 1 << 20 : 901 * 2800;
    const rows = Math.max(...strips.map(({ startRow, endRow }) => endRow - startRow));
    expect(rows * 2800).toBeLessThanOrEqual(mostBytes);
  });

  test('works on after rows that could not be read', async () => {
    const from = { width: 8, height: 8 };
    const failing = { copyRows: () => Promise.reject(new Error('closed')) };
    await expect(
      resampler.resampleRows(failing, from, { width: 4, height: 4 }, { hasAlpha: false }),
    ).rejects.toThrow('closed');
    const pixels = noise(from);
    expect(resampler.resample(pixels, from, from, { hasAlpha: false })).toHaveLength(8 * 8 * 4);
  });
});

test('both resamplers make the same pixels, ± 1', async () => {
  const [wasm, javascript] = [await loadResampler(), createJavaScriptResampler()];
  const side = fc.integer({ min: 1, max: 120 });
  const size = fc.record({ width: side, height: side });
  fc.assert(
    fc.property(size, size, fc.integer(), fc.boolean(), (from, to, seed, hasAlpha) => {
      const pixels = noise(from, seed);
      const [a, b] = [wasm, javascript].map((one) => one.resample(pixels, from, to, { hasAlpha }));
      expect(largestDifference(a ?? [], b ?? [])).toBeLessThanOrEqual(hasAlpha ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});
