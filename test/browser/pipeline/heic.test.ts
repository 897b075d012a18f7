import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import type { Pipeline, PipelineOptions } from '../../../src/pipeline/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { bytesAsText, cornerColours } from './read-pixels.js';

function open(options: PipelineOptions = {}): Pipeline {
  const pipeline = createPipeline(options);
  onTestFinished(() => pipeline.dispose());
  return pipeline;
}

describe('a HEIC file', () => {
  test('is refused with advice where nothing can read it', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const pipeline = open();
    const opened = await createImageBitmap(await loadFixture('quad.heic')).catch(() => undefined);
    if (opened) return;
    for (let time = 0; time < 2; time += 1) {
      await expect(pipeline.prepare(await loadFixture('quad.heic'))).rejects.toMatchObject({
        code: 'unsupported-format',
        message: 'This browser cannot open HEIC images. Save it as JPEG and add it again.',
      });
    }
    const told = warn.mock.calls.filter(([text]) => String(text).includes('image-chat-kit/heic'));
    expect(told).toHaveLength(1);
    warn.mockRestore();
  });

  test.each([
    { place: 'worker', file: 'quad.heic' },
    { place: 'worker', file: 'quad_irot.heic' },
    { place: 'page', file: 'quad_irot.heic' },
  ])('is made upright after one import: $file, $place', async ({ place, file }) => {
    await import('../../../src/pipeline/decode/heic.js');
    const pipeline = open(place === 'page' ? { worker: false } : {});
    const made = await pipeline.prepare(await loadFixture(file));
    expect(made).toMatchObject({
      width: 96,
      height: 64,
      route: 'added-decoder',
      engine: place === 'page' ? 'main-thread' : 'worker',
    });
    expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
    expect(await bytesAsText(made.blob)).not.toContain('ftyp');
  });

  test('that is nothing but a header is damaged', async () => {
    await import('../../../src/pipeline/decode/heic.js');
    const pipeline = open();
    await expect(pipeline.prepare(await loadFixture('header_only.heic'))).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  test('is read by the decoder of the pipeline, where it has one', async () => {
    await import('../../../src/pipeline/decode/heic.js');
    const green = new ImageData(96, 64);
    new Uint32Array(green.data.buffer).fill(0xff00ff00);
    const pipeline = open({ decodeHeic: () => Promise.resolve(green) });
    const made = await pipeline.prepare(await loadFixture('quad.heic'));
    expect(await cornerColours(made.blob)).toEqual(['green', 'green', 'green', 'green']);
  });
});
