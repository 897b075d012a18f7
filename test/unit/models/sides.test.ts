import { describe, expect, test } from 'vitest';
import { findRules } from '../../../src/models/find-rules.js';
import { findThriftySize } from '../../../src/models/find-thrifty-size.js';
import { maxSidePxFor } from '../../../src/models/max-side-px-for.js';
import { applySizing } from '../../../src/models/sizing/apply-sizing.js';
import type { Sizing } from '../../../src/models/types.js';

function thriftyFor(width: number, height: number, sizing: Sizing) {
  const current = { width, height, tokens: applySizing({ width, height }, sizing).tokens };
  return findThriftySize({ width, height }, current, sizing);
}

describe('the longest side that a request with so many images allows', () => {
  test.each([
    ['claude-opus-5', 1, 8000],
    ['claude-opus-5', 20, 8000],
    ['claude-opus-5', 21, 2000],
    ['gpt-5.6-sol', 21, Infinity],
  ])('%s with %i images: %d px', (model, imageCount, maxSidePx) => {
    expect(maxSidePxFor(findRules(model), imageCount)).toBe(maxSidePx);
  });

  test('many images never allow more than one', () => {
    const rules = findRules('claude-opus-5');
    const limits = { maxSidePx: 1000, manyImages: { aboveImages: 20, maxSidePx: 2000 } };
    expect(maxSidePxFor({ ...rules, limits }, 21)).toBe(1000);
  });
});

describe('a thrifty size', () => {
  const tiles = findRules('gpt-4o').sizing.high;
  const patches = findRules('gpt-5.4').sizing.high;

  test('four full tiles replace six, two of which are barely touched', () => {
    expect(thriftyFor(1152, 768, tiles)).toEqual({ width: 1024, height: 683, tokens: 765 });
    expect(thriftyFor(768, 1152, tiles)).toEqual({ width: 683, height: 1024, tokens: 765 });
  });

  test('one tile replaces four that a few pixels opened', () => {
    expect(thriftyFor(520, 520, tiles)).toEqual({ width: 512, height: 512, tokens: 255 });
  });

  test.each([
    [512, 512],
    [1024, 512],
    // A tile less would cost more than a quarter of the pixels.
    [640, 512],
  ])('%i x %i is thrifty already', (width, height) => {
    const { tokens } = applySizing({ width, height }, tiles);
    expect(thriftyFor(width, height, tiles)).toEqual({ width, height, tokens });
  });

  test('a quarter of the pixels is the most that is given up', () => {
    // 1024 px of 1182 keep 75.05 % of the pixels, and of 1184 only 74.8 %.
    expect(thriftyFor(1182, 768, tiles).width).toBe(1024);
    expect(thriftyFor(1184, 768, tiles).width).toBe(1184);
  });

  test('a column of patches that a pixel opened is left out', () => {
    expect(thriftyFor(321, 321, patches)).toMatchObject({ width: 320, height: 320, tokens: 120 });
  });
});
