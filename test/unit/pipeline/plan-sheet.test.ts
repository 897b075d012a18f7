import { describe, expect, test } from 'vitest';
import type { ImageInfo } from '../../../src/formats/types.js';
import { planSheet, sheetSize, shownFrames } from '../../../src/pipeline/plan-sheet.js';

const animation = (info: Partial<ImageInfo> = {}): ImageInfo => ({
  mediaType: 'image/gif',
  width: 480,
  height: 360,
  orientation: 1,
  hasAlpha: false,
  isAnimated: true,
  frameCount: 100,
  isTruncated: false,
  ...info,
});

describe('planSheet', () => {
  test.each([
    { frames: 2, size: { width: 480, height: 360 }, columns: 1, rows: 2 },
    { frames: 4, size: { width: 480, height: 360 }, columns: 2, rows: 2 },
    { frames: 9, size: { width: 480, height: 360 }, columns: 3, rows: 3 },
    { frames: 4, size: { width: 1600, height: 200 }, columns: 1, rows: 4 },
    { frames: 4, size: { width: 100, height: 900 }, columns: 4, rows: 1 },
  ])('puts $frames frames of $size.width by $size.height in $columns by $rows', (row) => {
    const sheet = planSheet(animation(row.size), row.frames);
    expect(sheet).toEqual({ frames: row.frames, columns: row.columns, rows: row.rows });
  });

  test('has room for every frame', () => {
    for (let frames = 2; frames <= 25; frames += 1) {
      const sheet = planSheet(animation(), frames);
      expect((sheet?.columns ?? 0) * (sheet?.rows ?? 0)).toBeGreaterThanOrEqual(frames);
    }
  });

  test.each([
    { why: 'the image stands still', info: { isAnimated: false }, frames: 4 },
    { why: 'it has one frame', info: { frameCount: 1 }, frames: 4 },
    { why: 'one was asked for', info: {}, frames: 1 },
    { why: 'nonsense was asked for', info: {}, frames: Number.NaN },
  ])('is none where $why', ({ info, frames }) => {
    expect(planSheet(animation(info), frames)).toBeUndefined();
  });

  test('shows no more frames than there are, and never more than can be seen', () => {
    expect(planSheet(animation({ frameCount: 3 }), 9)?.frames).toBe(3);
    expect(planSheet(animation(), 1000)?.frames).toBe(25);
  });
});

test('a sheet is as large as its frames together', () => {
  const sheet = { frames: 5, columns: 3, rows: 2 };
  expect(sheetSize({ width: 48, height: 36 }, sheet)).toEqual({ width: 144, height: 72 });
});

test.each([
  { frames: 2, total: 10, shown: [0, 9] },
  { frames: 4, total: 10, shown: [0, 3, 6, 9] },
  { frames: 3, total: 3, shown: [0, 1, 2] },
])('$frames of $total frames are $shown', ({ frames, total, shown }) => {
  expect(shownFrames(frames, total)).toEqual(shown);
});
