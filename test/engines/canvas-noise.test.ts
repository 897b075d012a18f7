import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../src/pipeline/create-pipeline.js';
import type { PreparedImage, PrepareOptions } from '../../src/pipeline/types.js';
import { measureSupport } from '../../src/pipeline/support.js';
import {
  bytesAsText,
  colourName,
  cornerColours,
  readPixels,
} from '../browser/pipeline/read-pixels.js';
import { loadFixture } from '../helpers/load-fixture.js';

async function prepareThere(name: string, options: PrepareOptions = {}): Promise<PreparedImage> {
  const support = { ...(await measureSupport()), canvasNoise: 'heavy' } as const;
  const pipeline = createPipeline({ worker: false, support });
  const made = await pipeline.prepare(await loadFixture(name), options);
  pipeline.dispose();
  expect(made.notes).toContainEqual(expect.objectContaining({ code: 'canvas-noise' }));
  expect(await bytesAsText(made.blob)).not.toMatch(/CANARY|ns\.adobe/);
  return made;
}

describe('where the browser blurs what is read back of a canvas', () => {
  test.each([
    'quad_orientation_1.jpg',
    'quad_orientation_6.jpg',
    'quad_orientation_7.jpg',
    'quad.png',
    'quad_lossy.webp',
  ])('%s is written without one', async (name) => {
    const made = await prepareThere(name);
    expect(await readPixels(made.blob)).toMatchObject({ width: 96, height: 64 });
    expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
  });

  test('a photo is still made smaller', async () => {
    const made = await prepareThere('photo.jpg', { maxSidePx: 400 });
    expect(made).toMatchObject({ width: 400, height: 300, mediaType: 'image/png' });
    const before = await readPixels(await loadFixture('photo.jpg'));
    const after = await readPixels(made.blob);
    const off = before
      .at(0.3, 0.3)
      .map((value, at) => Math.abs(value - (after.at(0.3, 0.3)[at] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(24);
  });

  test('a hole is white', async () => {
    const made = await prepareThere('quad_alpha.png');
    expect(colourName((await readPixels(made.blob)).at(0.5, 0.5), 12)).toBe('white');
  });

  test('a budget is kept', async () => {
    const made = await prepareThere('photo.jpg', { maxOutputBytes: 100_000 });
    expect(made.blob.size).toBeLessThanOrEqual(100_000);
  });
});
