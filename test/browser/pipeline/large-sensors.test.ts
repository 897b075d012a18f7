import { expect, onTestFinished, test } from 'vitest';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import type { Pipeline } from '../../../src/pipeline/types.js';
import { flatJpeg } from '../../helpers/flat-jpeg.js';
import { readPixels } from './read-pixels.js';

function open(): Pipeline {
  const pipeline = createPipeline();
  onTestFinished(() => pipeline.dispose());
  return pipeline;
}

test.each([
  [12_000, 9_000],
  [16_320, 12_240],
])('a JPEG of %i × %i px, as the sensors of phones have them, is made', async (width, height) => {
  const made = await open().prepare(flatJpeg(width, height), { model: 'gpt-4o', detail: 'high' });
  expect(made).toMatchObject({ width: 1024, height: 768, route: 'image-decoder' });
  const { at } = await readPixels(made.blob);
  for (const place of [0, 0.5, 0.99]) expect(at(place, place)).toEqual([128, 128, 128, 255]);
});

test('a JPEG of more than 205 megapixels is refused', async () => {
  const work = open().prepare(flatJpeg(17_000, 12_500));
  await expect(work).rejects.toMatchObject({
    code: 'too-many-pixels',
    facts: { limit: 205_000_000, value: 212_500_000 },
  });
});

test('a JPEG of 108 megapixels that is cut short is refused: it would be painted whole', async () => {
  const whole = flatJpeg(12_000, 9_000);
  const work = open().prepare(whole.slice(0, whole.size - 1_000));
  await expect(work).rejects.toMatchObject({
    code: 'too-many-pixels',
    facts: { limit: 100_000_000 },
  });
});

test('a limit of the app’s own is obeyed', async () => {
  const work = open().prepare(flatJpeg(12_000, 9_000), { limits: { maxPixels: 50_000_000 } });
  await expect(work).rejects.toMatchObject({ code: 'too-many-pixels' });
});
