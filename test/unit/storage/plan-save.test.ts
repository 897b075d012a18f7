import { describe, expect, test } from 'vitest';
import { planSave, type RecordFacts, type SaveLimits } from '../../../src/storage/plan-save.js';

const limits: SaveLimits = {
  maxBytesPerImage: 10,
  maxTotalBytes: 100,
  maxAgeMs: 1000,
  evictsOldest: true,
};

function others(...records: readonly [key: string, savedAtMs: number, bytes: number][]) {
  return new Map(
    records.map(([key, savedAtMs, bytes]): [string, Omit<RecordFacts, 'itemIds'>] => [
      key,
      { savedAtMs, blobBytes: { only: bytes } },
    ]),
  );
}

function images(...bytes: readonly number[]): Map<string, number> {
  return new Map(bytes.map((size, index) => [`p${index + 1}`, size]));
}

describe('planSave', () => {
  test('keeps everything while there is room', () => {
    expect(planSave(others(['a', 900, 50]), images(10, 10), 1000, limits)).toEqual({
      keptKeys: ['a'],
      blobBytes: { p1: 10, p2: 10 },
      isTooLarge: false,
      isFull: false,
    });
  });

  test('lets go of what is too old', () => {
    expect(planSave(others(['a', 0, 1], ['b', 1, 1]), images(), 1001, limits).keptKeys).toEqual([
      'b',
    ]);
  });

  test('leaves out an image over its limit and keeps the others', () => {
    expect(planSave(others(), images(11, 10), 0, limits)).toMatchObject({
      blobBytes: { p2: 10 },
      isTooLarge: true,
      isFull: false,
    });
  });

  test('makes room by letting go of the oldest', () => {
    const stored = others(['oldest', 1, 40], ['older', 2, 40], ['old', 3, 20]);
    expect(planSave(stored, images(10, 10, 10), 500, limits)).toMatchObject({
      keptKeys: ['old', 'older'],
      blobBytes: { p1: 10, p2: 10, p3: 10 },
      isFull: false,
    });
  });

  test('leaves out images instead where nothing may be let go', () => {
    const stored = others(['a', 1, 85]);
    expect(
      planSave(stored, images(10, 10, 4), 500, { ...limits, evictsOldest: false }),
    ).toMatchObject({ keptKeys: ['a'], blobBytes: { p1: 10, p3: 4 }, isFull: true });
  });
});
