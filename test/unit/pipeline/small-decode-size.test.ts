import { describe, expect, test } from 'vitest';
import { smallDecodeSize } from '../../../src/pipeline/decode/image-decoder.js';

const photo = { width: 4032, height: 3024 };

describe('smallDecodeSize', () => {
  test.each([
    { target: { width: 256, height: 192 }, eighths: 1 },
    { target: { width: 512, height: 384 }, eighths: 2 },
    { target: { width: 1024, height: 768 }, eighths: 3 },
    { target: { width: 1568, height: 1176 }, eighths: 4 },
    { target: { width: 2048, height: 1536 }, eighths: 5 },
    { target: { width: 4000, height: 3000 }, eighths: 8 },
    { target: photo, eighths: 8 },
  ])('takes $eighths/8 of 4032 by 3024 for $target.width px', ({ target, eighths }) => {
    expect(smallDecodeSize(photo, target)).toEqual({
      width: (4032 * eighths) / 8,
      height: (3024 * eighths) / 8,
    });
  });

  test('leaves something for the filter to smooth where an eighth is the target itself', () => {
    expect(smallDecodeSize({ width: 4096, height: 3072 }, { width: 1024, height: 768 })).toEqual({
      width: 1536,
      height: 1152,
    });
  });

  test('rounds up, as decoders do', () => {
    expect(smallDecodeSize({ width: 1001, height: 20 }, { width: 100, height: 2 })).toEqual({
      width: 126,
      height: 3,
    });
  });

  test('never falls below the target on either side', () => {
    for (let width = 1; width < 3000; width += 37) {
      for (let target = 1; target <= width; target += 53) {
        const decoded = smallDecodeSize({ width, height: 900 }, { width: target, height: 300 });
        expect(decoded.width).toBeGreaterThanOrEqual(target);
        expect(decoded.height).toBeGreaterThanOrEqual(300);
      }
    }
  });
});
