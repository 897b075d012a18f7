import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { checkBytes, checkFrameCount, checkPixels } from '../../../src/formats/limits.js';

const MEBIBYTE = 1024 * 1024;

function messageOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    if (KitError.is(error)) return error.message;
  }
  return '';
}

describe('a limit', () => {
  test.each([
    { bytes: 45 * MEBIBYTE, says: 'has 45 MB, and at most 30 MB' },
    { bytes: 31.25 * MEBIBYTE, says: 'has 31.3 MB, and at most 30 MB' },
    { bytes: 30.04 * MEBIBYTE, says: 'has 30.04 MB, and at most 30 MB' },
    { bytes: 30 * MEBIBYTE + 1, says: 'has a little more than 30 MB, and at most 30 MB' },
    { bytes: 5000 * MEBIBYTE, says: 'has 5,000 MB, and at most 30 MB' },
  ])('of bytes says: $says', ({ bytes, says }) => {
    expect(messageOf(() => checkBytes(Math.ceil(bytes), {}))).toContain(says);
  });

  test.each([
    {
      width: 20_000,
      height: 10_000,
      says: '20,000 × 10,000 pixels (200 megapixels), and at most 100 megapixels',
    },
    { width: 10_001, height: 10_000, says: '(100.01 megapixels), and at most 100 megapixels' },
    { width: 60_000, height: 60_000, says: '(3,600 megapixels)' },
    {
      width: 4_294_967_295,
      height: 4_294_967_295,
      says: '4,294,967,295 × 4,294,967,295 pixels, which no image is',
    },
  ])('of pixels says: $says', ({ width, height, says }) => {
    const message = messageOf(() => checkPixels({ width, height }, {}));
    expect(message).toContain(says);
    expect(message).not.toMatch(/\.0\b|e\+/);
  });

  test('of one’s own is told in its own unit', () => {
    const size = { width: 1000, height: 1001 };
    expect(messageOf(() => checkPixels(size, { maxPixels: 2_000 }))).toContain(
      '(1,001,000 pixels), and at most 2,000 pixels are accepted',
    );
    expect(messageOf(() => checkBytes(3_000_000, { maxBytes: 200 * 1024 }))).toContain(
      'has 2,929.7 kB, and at most 200 kB are accepted',
    );
    expect(messageOf(() => checkBytes(1000, { maxBytes: 900 }))).toContain(
      'has 1,000 bytes, and at most 900 bytes are accepted',
    );
  });

  test('of passes and frames has its thousands told apart', () => {
    expect(
      messageOf(() => checkPixels({ width: 8000, height: 8000 }, {}, { passes: 1200 })),
    ).toContain('8,000 × 8,000 pixels and draws each of them 1,200 times');
    expect(messageOf(() => checkFrameCount(20_000, 'GIF'))).toContain('more than 10,000 frames');
  });
});
