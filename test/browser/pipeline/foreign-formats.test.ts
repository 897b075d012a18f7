import { describe, expect, onTestFinished, test } from 'vitest';
import type { KitError } from '../../../src/errors.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import type { Pipeline } from '../../../src/pipeline/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { inIcon, makeIcon } from '../../helpers/make-icon.js';
import { cornerColours, readPixels } from './read-pixels.js';

function open(): Pipeline {
  const pipeline = createPipeline();
  onTestFinished(() => pipeline.dispose());
  return pipeline;
}

/** Whether an `<img>` of this browser shows a file. */
async function isShown(file: Blob): Promise<boolean> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return true;
  } catch {
    return false;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

const refusalOf = async (work: Promise<unknown>): Promise<KitError> =>
  work.then(
    () => expect.fail('It was made.'),
    (error: unknown) => error as KitError,
  );

const bytesOfFixture = async (name: string) =>
  new Uint8Array(await (await loadFixture(name)).arrayBuffer());

describe('a JPEG XL', async () => {
  const isOpened = await isShown(await loadFixture('photo.jxl'));

  test.runIf(isOpened).each(['photo.jxl', 'photo_in_container.jxl'])(
    'is made where the browser opens it: %s',
    async (name) => {
      const file = await loadFixture(name);
      const made = await open().prepare(file);
      expect(made).toMatchObject({ width: 640, height: 480, source: { mediaType: 'image/jxl' } });
      const [sent, source] = [await readPixels(made.blob), await readPixels(file)];
      for (const place of [0.2, 0.5, 0.8]) {
        for (const channel of [0, 1, 2]) {
          const here = sent.at(place, place)[channel] ?? 0;
          expect(Math.abs(here - (source.at(place, place)[channel] ?? 0))).toBeLessThan(16);
        }
      }
    },
  );

  test('that is cut short is damaged to a browser that opens the format', async () => {
    const file = await loadFixture('photo.jxl');
    const { code } = await refusalOf(open().prepare(file.slice(0, 200)));
    expect(code).toBe(isOpened ? 'damaged' : 'unsupported-format');
  });
});

describe('an icon', () => {
  test.each(['ico', 'cur'] as const)('with a PNG in it is made: %s', async (kind) => {
    const png = { bytes: await bytesOfFixture('quad.png'), widthPx: 96, heightPx: 64 };
    const made = await open().prepare(new Blob([makeIcon([png], kind)]));
    expect(made).toMatchObject({ width: 96, height: 64, source: { mediaType: 'image/x-icon' } });
    expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
  });

  test('with a bitmap in it is made', async () => {
    const bytes = inIcon(await bytesOfFixture('quad.bmp'), 96, 64);
    const made = await open().prepare(new Blob([makeIcon([{ bytes, widthPx: 96, heightPx: 64 }])]));
    expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
  });
});

test('a TIFF is made where the browser opens it, and else refused as what this browser cannot open', async () => {
  const file = await loadFixture('quad.tiff');
  const work = open().prepare(file);
  const outcome = (await isShown(file))
    ? await cornerColours((await work).blob)
    : (await refusalOf(work)).message;
  expect([
    ['red', 'green', 'blue', 'yellow'],
    'This browser cannot open TIFF images. Save it as JPEG and add it again.',
  ]).toContainEqual(outcome);
});
