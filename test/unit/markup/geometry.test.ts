import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cropTo, emptyMarkup, flip, turnLeft, turnRight } from '../../../src/markup/change.js';
import { rectToImage, rectToView, toImage, toView, viewOf } from '../../../src/markup/geometry.js';
import type { Markup } from '../../../src/markup/types.js';

const size = { width: 40, height: 20 };
/** Names of the corners of the image as they are seen, read like a page. */
function cornersSeen(markup: Markup): string {
  const view = viewOf(size, markup);
  const names = new Map<string, string>();
  for (const [name, x, y] of [
    ['A', 0, 0],
    ['B', size.width, 0],
    ['C', 0, size.height],
    ['D', size.width, size.height],
  ] as const) {
    const at = toView(view, { x, y });
    names.set(`${at.x},${at.y}`, name);
  }
  return [
    [0, 0],
    [view.width, 0],
    [0, view.height],
    [view.width, view.height],
  ]
    .map(([x, y]) => names.get(`${x},${y}`) ?? '?')
    .join('');
}

describe('what is seen of an image', () => {
  test.each([
    { name: 'as it came', markup: emptyMarkup, seen: 'ABCD' },
    { name: 'turned right', markup: turnRight(emptyMarkup), seen: 'CADB' },
    { name: 'turned twice', markup: turnRight(turnRight(emptyMarkup)), seen: 'DCBA' },
    { name: 'turned left', markup: turnLeft(emptyMarkup), seen: 'BDAC' },
    { name: 'flipped', markup: flip(emptyMarkup), seen: 'BADC' },
    { name: 'turned, then flipped', markup: flip(turnRight(emptyMarkup)), seen: 'ACBD' },
    { name: 'flipped, then turned', markup: turnRight(flip(emptyMarkup)), seen: 'DBCA' },
  ])('$name', ({ markup, seen }) => {
    expect(cornersSeen(markup)).toBe(seen);
  });

  test('is the kept part, with its sides in the order of the view', () => {
    const cropped = turnRight(cropTo(emptyMarkup, { x: 4, y: 2, width: 10, height: 6 }, size));
    const view = viewOf(size, cropped);
    expect([view.width, view.height]).toEqual([6, 10]);
    expect(toView(view, { x: 4, y: 8 })).toEqual({ x: 0, y: 0 });
  });

  test('goes back to the pixels of the image, however it is cropped, flipped and turned', () => {
    const framings = fc.record({
      crop: fc.record({
        x: fc.integer({ min: 0, max: 20 }),
        y: fc.integer({ min: 0, max: 10 }),
        width: fc.integer({ min: 1, max: 20 }),
        height: fc.integer({ min: 1, max: 10 }),
      }),
      isFlipped: fc.boolean(),
      turns: fc.constantFrom(0, 1, 2, 3),
    });
    const rects = fc.record({
      x: fc.integer({ min: 0, max: 30 }),
      y: fc.integer({ min: 0, max: 30 }),
      width: fc.integer({ min: 1, max: 30 }),
      height: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(framings, rects, (framing, rect) => {
        const view = viewOf(size, framing);
        const { x, y } = toImage(view, toView(view, rect));
        // Adding 0 makes 0 of -0.
        expect([x + 0, y + 0]).toEqual([rect.x, rect.y]);
        const back = rectToImage(view, rectToView(view, rect));
        expect({ ...back, x: back.x + 0, y: back.y + 0 }).toEqual(rect);
      }),
    );
  });
});

describe('a crop', () => {
  test('is in whole pixels and never leaves the image', () => {
    const { crop } = cropTo(emptyMarkup, { x: -3, y: 1.4, width: 20.2, height: 90 }, size);
    expect(crop).toEqual({ x: 0, y: 1, width: 17, height: 19 });
  });

  test('of everything is none', () => {
    expect(cropTo(emptyMarkup, { x: 0, y: 0, ...size }, size)).not.toHaveProperty('crop');
  });
});
