import { describe, expect, test } from 'vitest';
import type { ImageInfo } from '../../../src/formats/types.js';
import { findRules } from '../../../src/models/find-rules.js';
import { sendSize } from '../../../src/models/send-size.js';
import { planResize } from '../../../src/pipeline/plan-resize.js';

const photo = (info: Partial<ImageInfo> = {}): ImageInfo => ({
  mediaType: 'image/jpeg',
  width: 4032,
  height: 3024,
  orientation: 1,
  hasAlpha: false,
  isAnimated: false,
  isTruncated: false,
  ...info,
});

const careful = findRules('');

describe('planResize', () => {
  test.each(['gpt-4o', 'gpt-5.6', 'claude-sonnet-4-5', 'gemini-2.5-pro', ''])(
    'takes the size the model %s arrives at by itself',
    (model) => {
      const rules = findRules(model);
      const plan = planResize(photo(), rules);
      const { width, height, tokens, detail, reason } = sendSize(
        { width: 4032, height: 3024 },
        rules,
        'auto',
      );
      expect(plan).toMatchObject({ width, height, tokens, detail, reason });
    },
  );

  test.each([1, 2, 3, 4] as const)('keeps the sides of orientation %i', (orientation) => {
    expect(planResize(photo({ orientation }), careful).from).toEqual({ width: 4032, height: 3024 });
  });

  test.each([5, 6, 7, 8] as const)('swaps the sides of orientation %i', (orientation) => {
    const plan = planResize(photo({ orientation }), careful);
    expect(plan.from).toEqual({ width: 3024, height: 4032 });
    expect(plan.height).toBeGreaterThan(plan.width);
  });

  test.each([
    { maxSidePx: 800, width: 800, height: 600, reason: 'max-side' },
    { maxSidePx: 1, width: 1, height: 1, reason: 'max-side' },
  ])('goes no further than a longest side of $maxSidePx px', ({ maxSidePx, ...expected }) => {
    expect(planResize(photo(), careful, { maxSidePx })).toMatchObject(expected);
  });

  test('never makes an image larger', () => {
    const small = photo({ width: 40, height: 30 });
    expect(planResize(small, careful, { maxSidePx: 2000 })).toMatchObject({
      width: 40,
      height: 30,
      reason: 'already-fits',
    });
  });

  test.each([
    ['a side of one pixel', { width: 1, height: 1 }],
    ['a strip of 10,000 to 1', { width: 10_000, height: 1 }],
    ['a column of 1 to 10,000', { width: 1, height: 10_000 }],
  ])('keeps at least one pixel of %s', (_what, size) => {
    const plan = planResize(photo(size), careful);
    expect(plan.width).toBeGreaterThanOrEqual(1);
    expect(plan.height).toBeGreaterThanOrEqual(1);
  });

  test('keeps to a price', () => {
    const plan = planResize(photo(), careful, { maxTokens: 300 });
    expect(plan.tokens).toBeLessThanOrEqual(300);
    expect(plan.reason).toBe('max-tokens');
  });

  test('writes JPEG of quality 0.85 on white, when nothing else is asked for', () => {
    expect(planResize(photo(), careful)).toMatchObject({
      mediaType: 'image/jpeg',
      quality: 0.85,
      background: '#ffffff',
    });
  });

  test.each([
    { ask: 'image/png', takes: ['image/jpeg', 'image/png'], gets: 'image/png' },
    { ask: 'image/webp', takes: ['image/jpeg', 'image/webp'], gets: 'image/webp' },
    { ask: 'image/webp', takes: ['image/jpeg', 'image/png'], gets: 'image/jpeg' },
    { ask: 'image/jpeg', takes: ['image/png'], gets: 'image/png' },
    { ask: 'auto', takes: ['image/webp'], gets: 'image/webp' },
    { ask: 'auto', takes: [], gets: 'image/jpeg' },
  ] as const)(
    'writes $gets when $ask is asked for and $takes are taken',
    ({ ask, takes, gets }) => {
      const rules = { ...careful, acceptedMediaTypes: takes };
      expect(planResize(photo(), rules, { outputMediaType: ask }).mediaType).toBe(gets);
    },
  );

  test.each([
    { takes: ['image/jpeg', 'image/png'], gets: 'image/png', on: undefined },
    { takes: ['image/jpeg', 'image/webp'], gets: 'image/webp', on: undefined },
    { takes: ['image/jpeg'], gets: 'image/jpeg', on: 'auto' },
  ] as const)('keeps transparency where one of $takes can', ({ takes, gets, on }) => {
    const rules = { ...careful, acceptedMediaTypes: takes };
    const plan = planResize(photo({ hasAlpha: true }), rules, { background: 'keep' });
    expect(plan.mediaType).toBe(gets);
    expect(plan.background).toBe(on);
  });

  test('keeps nothing of an opaque image', () => {
    expect(planResize(photo(), careful, { background: 'keep' })).toMatchObject({
      mediaType: 'image/jpeg',
      background: '#ffffff',
    });
  });
});
