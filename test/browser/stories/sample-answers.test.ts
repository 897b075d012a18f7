import { describe, expect, test } from 'vitest';
import { prepareImage } from '../../../src/core.js';
import { createSampleReply } from '../../../stories/shared/sample-answers/create-sample-reply.js';
import { recogniseSample } from '../../../stories/shared/sample-answers/recognise-sample.js';
import { loadSample, sampleFiles, type SampleFile } from '../../../stories/shared/samples.js';
import { makeBeforeAndAfter } from '../../../stories/recipes/make-after.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const prepared = async (file: SampleFile): Promise<Blob> =>
  (await prepareImage(await loadSample(file), { model: 'gpt-5.6-terra', detail: 'low' })).blob;

const ask = (text: string, images: readonly Blob[], earlierImages: readonly Blob[] = []) =>
  createSampleReply()({ text, images, earlierImages, instructions: '', model: 'gpt-5.6-terra' });

describe('the samples are known by what they show', () => {
  test.each(sampleFiles)('%s, made ready for one model or another', async (file) => {
    const sample = await loadSample(file);
    const sent = [
      await prepareImage(sample, { model: 'gpt-5.6-terra', detail: 'low' }),
      await prepareImage(sample, { model: 'gpt-4o', detail: 'high' }),
      await prepareImage(sample, { model: 'claude-sonnet-4-6', outputMediaType: 'image/jpeg' }),
    ];
    for (const { blob } of sent) {
      const found = await recogniseSample(blob);
      expect(found?.file).toBe(file);
      expect(found?.likeness).toBeGreaterThan(0.995);
    }
  });

  test('a changed one is told from the one it was made of', async () => {
    const [, after] = await makeBeforeAndAfter();
    const found = await recogniseSample(after);
    expect(found?.file).toBe('chart.png');
    expect(found?.likeness).toBeLessThan(0.99);
  });

  test.each(['photo.jpg', 'quad.png', 'small_text.png', 'header_only.heic'])(
    '%s is none of them',
    async (name) => {
      expect(await recogniseSample(await loadFixture(name))).toBeUndefined();
    },
  );
});

describe('a written answer', () => {
  test('has a list, a table or code, by the image', async () => {
    expect(await ask('What is this?', [await prepared('still-life.jpg')])).toContain('\n1. ');
    expect(await ask('What is this?', [await prepared('receipt.png')])).toContain('| --- |');
    expect(await ask('And this?', [await prepared('tower-stored-sideways.jpg')])).toContain('```');
  });

  test('speaks of several images by their numbers, in their order', async () => {
    const images = [await prepared('receipt.png'), await prepared('still-life.jpg')];
    expect(await ask('What is this?', images)).toMatch(
      /Image 1\W+shows a receipt[\s\S]+Image 2\W+shows an orange/,
    );
    expect(await ask('Which fruits are on the receipt?', images)).toMatch(
      /^Three of the four fruits in Image 2 are on the receipt in Image 1:/,
    );
    expect(await ask('What is the total in image 1?', images)).toContain('28.18');
  });

  test('goes on about images of an earlier question', async () => {
    const earlier = [await prepared('receipt.png')];
    expect(await ask('How much is the fruit?', [], earlier)).toContain('10.75');
    expect(
      await ask('Where does the light come from?', [], [await prepared('still-life.jpg')]),
    ).toContain('from the **left**');
    expect(await ask('Tell me a joke', [], earlier)).toContain('written in advance');
  });

  test('is left to the demo backend where an image is no sample', async () => {
    const own = await loadFixture('photo.jpg');
    expect(await ask('What is this?', [own])).toBeUndefined();
    expect(await ask('What is this?', [await prepared('receipt.png'), own])).toBeUndefined();
    expect(await ask('Hello', [])).toBeUndefined();
  });
});
