import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allHandles, largestRect, moveRect, resizeRect } from '../../../src/markup/resize-rect.js';

const bounds = { width: 200, height: 100 };
const rect = { x: 50, y: 20, width: 60, height: 40 };
const free = { bounds, minSidePx: 5 };

describe('a handle that is moved', () => {
  test.each([
    { handle: 'se', to: { x: 150, y: 90 }, after: { x: 50, y: 20, width: 100, height: 70 } },
    { handle: 'nw', to: { x: 10, y: 10 }, after: { x: 10, y: 10, width: 100, height: 50 } },
    { handle: 'n', to: { x: 0, y: 0 }, after: { x: 50, y: 0, width: 60, height: 60 } },
    { handle: 'e', to: { x: 500, y: 0 }, after: { x: 50, y: 20, width: 150, height: 40 } },
    { handle: 'w', to: { x: 300, y: 0 }, after: { x: 105, y: 20, width: 5, height: 40 } },
  ] as const)('$handle leaves the opposite side where it is', ({ handle, to, after }) => {
    expect(resizeRect(rect, handle, to, free)).toEqual(after);
  });

  test('keeps a ratio and the bounds, whichever it is and wherever it goes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allHandles),
        fc.integer({ min: -300, max: 500 }),
        fc.integer({ min: -300, max: 500 }),
        fc.constantFrom(1, 4 / 3, 16 / 9, 0.5),
        (handle, x, y, ratio) => {
          const after = resizeRect(rect, handle, { x, y }, { ...free, ratio });
          expect(after.width / after.height).toBeCloseTo(ratio);
          expect(Math.min(after.x, after.y)).toBeGreaterThanOrEqual(-1e-9);
          expect(after.x + after.width).toBeLessThanOrEqual(bounds.width + 1e-9);
          expect(after.y + after.height).toBeLessThanOrEqual(bounds.height + 1e-9);
          expect(after.width).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test('a rectangle that is moved stays inside', () => {
  expect(moveRect(rect, { x: 500, y: -500 }, bounds)).toEqual({ ...rect, x: 140, y: 0 });
});

test('the largest rectangle of a ratio lies as near to a middle as it can', () => {
  expect(largestRect(bounds, 1, { x: 90, y: 50 })).toEqual({
    x: 40,
    y: 0,
    width: 100,
    height: 100,
  });
  expect(largestRect(bounds, 1, { x: 10, y: 50 })).toMatchObject({ x: 0 });
});
