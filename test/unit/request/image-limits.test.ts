import { describe, expect, test } from 'vitest';
import type { ImagePart, Problem } from '../../../src/messages/types.js';
import { isFixable } from '../../../src/request/fixable.js';
import { limitsOf } from '../../../src/request/image-limits.js';
import { ask, heavyImage, linked } from '../messages/sample-messages.js';

const image = heavyImage(1000, { id: 'a', width: 2000, height: 1000 });
const noOriginal = linked('https://a.example/b.png', { id: 'a' });

const problem = (facts: Partial<Problem>): Problem => ({
  code: 'image-side',
  severity: 'error',
  message: 'Too large.',
  fix: 'shrink',
  ...facts,
});

const limits = (facts: Partial<Problem>, of: ImagePart = image) => limitsOf(of, [problem(facts)]);

describe('the limits of an image', () => {
  test.each([
    { code: 'image-side', limit: 1500, expected: { maxSidePx: 1500 } },
    { code: 'image-side', expected: { maxSidePx: 1400 } },
    { code: 'image-too-small', limit: 64, expected: { minSidePx: 64 } },
    { code: 'image-too-small', expected: {} },
    // A quarter of the pixels is half of the side, and slightly less is safe.
    { code: 'image-pixels', limit: 500_000, value: 2_000_000, expected: { maxSidePx: 960 } },
    { code: 'image-patches', limit: 100, value: 400, expected: { maxSidePx: 960 } },
    { code: 'image-pixels', limit: 500_000, expected: { maxSidePx: 1400 } },
    { code: 'image-pixels', value: 2_000_000, expected: { maxSidePx: 1400 } },
    // The limit counts base64.
    { code: 'image-bytes', limit: 801, expected: { maxOutputBytes: 600 } },
    { code: 'image-bytes', expected: { maxOutputBytes: 600 } },
    { code: 'request-bytes', limit: 500, value: 1000, expected: { maxOutputBytes: 480 } },
    { code: 'image-bytes-total', limit: 500, value: 1000, expected: { maxOutputBytes: 480 } },
    { code: 'request-bytes', value: 0, limit: 500, expected: { maxOutputBytes: 600 } },
    { code: 'media-type', expected: {} },
    { code: 'url-form', expected: {} },
    { code: 'unsupported-by-wire', expected: {} },
    { code: 'empty-image', expected: {} },
    { code: 'context-tokens', expected: { maxSidePx: 1400 } },
  ] as const)('follow from $code, limit $limit, value $value', ({ expected, ...facts }) => {
    expect(limits(facts)).toEqual(expected);
  });

  test('are never below one pixel and one byte', () => {
    const dot = heavyImage(1, { width: 1, height: 1 });
    expect(limits({}, dot)).toEqual({ maxSidePx: 1 });
    expect(limits({ code: 'image-bytes' }, dot)).toEqual({ maxOutputBytes: 1 });
  });

  test('are none where the size is unknown', () => {
    const original = new Blob(['x']);
    const { width: _width, height: _height, ...unknown } = linked('https://a.example/b.png');
    expect(limits({}, { ...unknown, original })).toEqual({});
    expect(limits({ code: 'image-bytes' }, { ...unknown, original })).toEqual({});
  });

  test('are the tightest of all problems', () => {
    const problems = [
      problem({ limit: 1500 }),
      problem({ limit: 1200 }),
      problem({ code: 'image-too-small', limit: 10 }),
      problem({ code: 'image-too-small', limit: 20 }),
      problem({ code: 'image-bytes', limit: 4000 }),
      problem({ code: 'image-bytes', limit: 400 }),
    ];
    expect(limitsOf(image, problems)).toEqual({
      maxSidePx: 1200,
      minSidePx: 20,
      maxOutputBytes: 300,
    });
  });

  test('are those of its own problems and of problems of the whole request', () => {
    expect(limits({ imageId: 'a', limit: 9 })).toEqual({ maxSidePx: 9 });
    expect(limits({ imageId: 'b', limit: 9 })).toBeUndefined();
    expect(limitsOf(image, [])).toBeUndefined();
    expect(limits({ limit: 9 }, noOriginal)).toBeUndefined();
  });
});

describe('a problem is fixed without a question', () => {
  const messages = [ask(image, 'What is it?')];

  test.each([
    { fix: 'shrink', severity: 'error', isFixed: true },
    { fix: 'convert', severity: 'error', isFixed: true },
    { fix: 'enlarge', severity: 'error', isFixed: true },
    { fix: 'enlarge', severity: 'warning', isFixed: true },
    { fix: 'shrink', severity: 'warning', isFixed: false },
    { fix: 'convert', severity: 'warning', isFixed: false },
    { fix: 'remove', severity: 'error', isFixed: false },
    { fix: 'drop-oldest', severity: 'error', isFixed: false },
  ] as const)('$fix as $severity: $isFixed', ({ isFixed, ...facts }) => {
    expect(isFixable(problem(facts), messages)).toBe(isFixed);
  });

  test('only if its image can be rendered again', () => {
    expect(isFixable(problem({ imageId: 'a' }), messages)).toBe(true);
    expect(isFixable(problem({ imageId: 'b' }), messages)).toBe(false);
    expect(isFixable(problem({}), [ask('Only words')])).toBe(false);
    expect(isFixable(problem({ imageId: 'a' }), [ask(noOriginal)])).toBe(false);
  });
});
