import { describe, expect, onTestFinished, test } from 'vitest';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import type { DecodeHeic, Pipeline, PipelineOptions } from '../../../src/pipeline/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { bytesAsText, cornerColours } from './read-pixels.js';

function open(options: PipelineOptions = {}): Pipeline {
  const pipeline = createPipeline(options);
  onTestFinished(() => pipeline.dispose());
  return pipeline;
}

/** As the guide shows it: loads with the first HEIC, and works in a worker of its own. */
const decodeHeic: DecodeHeic = async (file) => {
  const { heicTo } = await import('heic-to');
  return heicTo({ blob: file, type: 'bitmap' });
};

describe('a HEIC file', () => {
  test('is refused with advice where nothing can read it', async () => {
    await expect(open().prepare(await loadFixture('quad.heic'))).rejects.toMatchObject({
      code: 'unsupported-format',
      message: 'This browser cannot open HEIC images. Save it as JPEG and add it again.',
    });
  });

  test.each([
    { place: 'worker', file: 'quad.heic' },
    { place: 'worker', file: 'quad_irot.heic' },
    { place: 'page', file: 'quad_irot.heic' },
  ])('is made upright by a decoder that the app brings: $file, $place', async ({ place, file }) => {
    const pipeline = open({ decodeHeic, ...(place === 'page' && { worker: false }) });
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
    const pipeline = open({ decodeHeic });
    await expect(pipeline.prepare(await loadFixture('header_only.heic'))).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});
