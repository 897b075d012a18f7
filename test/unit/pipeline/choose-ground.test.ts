import { describe, expect, test } from 'vitest';
import { chooseGround } from '../../../src/pipeline/choose-ground.js';

const WHITE = '#ffffff';
const DARK = '#202020';
const MIDDLE = '#808080';
type Colour = readonly [red: number, green: number, blue: number, alpha?: number];

type Shape = readonly [x: number, y: number, wide: number, high: number, colour: Colour];

const width = 200;
const height = 120;

/** Rectangles on nothing, the later ones over the earlier. */
function draw(...shapes: readonly Shape[]): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (const [left, top, wide, high, [red, green, blue, alpha = 255]] of shapes) {
    for (let y = top; y < top + high; y += 1) {
      for (let x = left; x < left + wide; x += 1) {
        pixels.set([red, green, blue, alpha], (y * width + x) * 4);
      }
    }
  }
  return pixels;
}

/** Strokes as of a word. */
const word = (left: number, top: number, colour: Colour): Shape[] =>
  Array.from({ length: 8 }, (_, at) => [left + at * 8, top, 3, 14, colour]);

const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];
const groundOf = (...shapes: readonly Shape[]) => chooseGround(draw(...shapes), { width, height });

describe('the ground of a drawing on nothing', () => {
  test.each<[string, readonly Shape[]]>([
    ['white words', word(20, 20, white)],
    ['light grey words', word(20, 20, [215, 215, 215])],
    ['pale words', word(20, 20, [255, 255, 215])],
    ['white words that let some of the ground through', word(20, 20, [255, 255, 255, 150])],
    ['a white disc without anything in it', [[40, 20, 80, 80, white]]],
    [
      'a plot for dark pages: coloured bars that are seen, and words that are not',
      [...word(20, 10, white), [20, 40, 20, 60, [60, 130, 220]], [60, 60, 20, 40, [220, 90, 40]]],
    ],
  ])('is dark under %s', (_what, shapes) => {
    expect(groundOf(...shapes)).toBe(DARK);
  });

  test.each<[string, readonly Shape[]]>([
    ['black words', word(20, 20, black)],
    ['red words', word(20, 20, [192, 32, 32])],
    ['yellow shapes, whose colour is seen', word(20, 20, [255, 220, 0])],
    ['nothing at all', []],
    ['a black card with white words', [[10, 10, 120, 60, [17, 17, 17]], ...word(20, 20, white)]],
    [
      'a white card with black words',
      [[10, 10, 120, 60, white], ...word(20, 20, black), ...word(20, 44, black)],
    ],
    [
      'white words with a black edge',
      [
        ...word(20, 20, black).map(([x, y, w, h, c]) => [x - 2, y - 2, w + 4, h + 4, c] as const),
        ...word(20, 20, white),
      ],
    ],
    [
      'black shapes and a white dot',
      [...word(20, 20, black), ...word(20, 60, black), [150, 100, 2, 2, white]],
    ],
  ])('is white under %s', (_what, shapes) => {
    expect(groundOf(...shapes)).toBe(WHITE);
  });

  test('is white under shades of which only the lightest touch its edge', () => {
    const shades = Array.from({ length: 80 }, (_, at): Shape => [
      40 + at,
      20,
      1,
      80,
      [250 - 3 * at, 250 - 3 * at, 250 - 3 * at],
    ]);
    expect(groundOf(...shades)).toBe(WHITE);
  });

  test('is in the middle under white words beside black ones', () => {
    expect(groundOf(...word(20, 20, white), ...word(20, 60, black))).toBe(MIDDLE);
  });

  test('is dark under a white glow that has no edges', () => {
    const pixels = draw();
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const alpha = Math.max(0, 180 - 3 * Math.hypot(x - 100, y - 60));
        pixels.set([255, 255, 255, alpha], (y * width + x) * 4);
      }
    }
    expect(chooseGround(pixels, { width, height })).toBe(DARK);
  });

  test('is found in a large image from a part of its pixels', () => {
    const size = { width: 3000, height: 2000 };
    const pixels = new Uint8ClampedArray(size.width * size.height * 4);
    for (let y = 500; y < 1500; y += 1) {
      for (let x = 500; x < 2500; x += 1)
        if (x % 40 < 12) pixels.fill(255, (y * 3000 + x) * 4, (y * 3000 + x) * 4 + 4);
    }
    expect(chooseGround(pixels, size)).toBe(DARK);
  });
});
