import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareTokens } from '../../../src/queue/share-tokens.js';

describe('shareTokens', () => {
  test.each([
    { wanted: [765, 765], budget: 2000, shares: [765, 765] },
    { wanted: [1105, 1105], budget: 1000, shares: [500, 500] },
    { wanted: [1105, 85, 1105], budget: 1000, shares: [457, 85, 458] },
    { wanted: [85, Infinity], budget: 1000, shares: [85, 915] },
    { wanted: [0, 400], budget: 300, shares: [0, 300] },
    { wanted: [100], budget: -5, shares: [0] },
    { wanted: [], budget: 100, shares: [] },
  ])('gives $shares of $budget to images that want $wanted', ({ wanted, budget, shares }) => {
    expect(shareTokens(wanted, budget)).toEqual(shares);
  });

  test('gives nobody more than wanted, all together no more than there is, and no one much more than one who was cut', () => {
    const wanted = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 30 });
    fc.assert(
      fc.property(wanted, fc.integer({ min: 0, max: 60_000 }), (wants, budget) => {
        const shares = shareTokens(wants, budget);
        const sum = shares.reduce((total, share) => total + share, 0);
        expect(sum).toBeLessThanOrEqual(budget);
        expect(shares.every((share, index) => share <= (wants[index] ?? 0))).toBe(true);
        const leastCut = Math.min(...shares.filter((share, index) => share < (wants[index] ?? 0)));
        expect(Math.max(0, ...shares)).toBeLessThanOrEqual(leastCut + 1);
      }),
    );
  });
});
