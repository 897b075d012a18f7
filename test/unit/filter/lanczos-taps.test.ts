import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lanczosTaps } from '../../../src/pipeline/filter/lanczos-taps.js';

const side = fc.integer({ min: 1, max: 3000 });

function weightSums({ pairs, weights }: ReturnType<typeof lanczosTaps>): number[] {
  const count = pairs * 2;
  return Array.from({ length: weights.length / count }, (_, index) =>
    weights.subarray(index * count, (index + 1) * count).reduce((sum, weight) => sum + weight, 0),
  );
}

describe('lanczosTaps', () => {
  test('gives weights that sum up to exactly 1 for every output pixel', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(1 as const, 2 as const), (from, to, alignment) => {
        expect(new Set(weightSums(lanczosTaps(from, to, alignment)))).toEqual(new Set([1 << 14]));
      }),
      { numRuns: 60 },
    );
  });

  test('weighs no pixel outside of the image, and starts where it was asked to', () => {
    fc.assert(
      fc.property(side, side, (from, to) => {
        const { starts, pairs, weights } = lanczosTaps(from, to, 2);
        const misplaced = [...starts].filter((start, index) => {
          const first = index * pairs * 2;
          const beyond = weights.subarray(first + Math.max(0, from - start), first + pairs * 2);
          return start < 0 || start % 2 !== 0 || beyond.some((weight) => weight !== 0);
        });
        expect(misplaced).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('takes the pixel itself where the size stays', () => {
    const { starts, pairs, weights } = lanczosTaps(5, 5);
    expect({ starts: [...starts], pairs, weights: [...weights] }).toEqual({
      starts: [0, 1, 2, 3, 4],
      pairs: 1,
      weights: [0, 1, 2, 3, 4].flatMap(() => [1 << 14, 0]),
    });
  });

  test('lets every source pixel count when an image becomes much smaller', () => {
    const { starts, pairs, weights } = lanczosTaps(900, 10);
    const shares = new Float64Array(900 + pairs * 2);
    for (const [index, start] of starts.entries()) {
      for (let tap = 0; tap < pairs * 2; tap += 1) {
        const at = start + tap;
        shares[at] = (shares[at] ?? 0) + (weights[index * pairs * 2 + tap] ?? 0);
      }
    }
    // Away from the edges, where pixels count for those beyond, all count the same, but for rounding.
    const inside = shares.subarray(270, 630);
    expect(Math.min(...inside)).toBeGreaterThan(0.95 * (16_384 / 90));
    expect(Math.max(...inside)).toBeLessThan(1.05 * (16_384 / 90));
  });
});
