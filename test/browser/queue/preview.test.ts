import { describe, expect, test } from 'vitest';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { createImageQueue } from '../../../src/queue/create-image-queue.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';

/** Colours of the four corners, as an `<img>` paints them: r, g, b, or y. */
async function cornersAt(url: string): Promise<string> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.drawImage(image, 0, 0);
  const { width, height } = canvas;
  const insets = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.2, 0.8],
    [0.8, 0.8],
  ] as const;
  return insets
    .map(([x, y]) => {
      const [r = 0, g = 0, b = 0] = context.getImageData(
        Math.floor(x * width),
        Math.floor(y * height),
        1,
        1,
      ).data;
      if (r > 150 && g > 150) return 'y';
      if (r > 150) return 'r';
      return g > b ? 'g' : 'b';
    })
    .join('');
}

describe('the preview of an image', () => {
  test.each([
    'quad_orientation_1.jpg',
    'quad_orientation_3.jpg',
    'quad_orientation_6.jpg',
    'quad_orientation_8.jpg',
  ])('of %s is upright from the first moment to the last', async (name) => {
    const file = await loadFixture(name);
    const info = await readImageInfo(file);
    const pipeline = createPipeline();
    const queue = createImageQueue({ pipeline });
    const disconnect = queue.connect();
    queue.add([{ file, name, info }]);
    const first = queue.getSnapshot().items[0]?.previewUrl ?? '';
    expect(await cornersAt(first)).toBe('rgby');
    await eventually(() =>
      expect(queue.getSnapshot().items[0]).toMatchObject({ status: 'ready', previewIsFinal: true }),
    );
    const last = queue.getSnapshot().items[0]?.previewUrl ?? '';
    expect(last).not.toBe(first);
    expect(await cornersAt(last)).toBe('rgby');
    disconnect();
    pipeline.dispose();
  });

  test('is the thumbnail in the file where there is one', async () => {
    const file = await loadFixture('quad_orientation_6.jpg');
    const info = await readImageInfo(file);
    expect(info.thumbnail).toBeDefined();
    const queue = createImageQueue({
      pipeline: { prepare: () => new Promise(() => {}), dispose() {} },
    });
    const disconnect = queue.connect();
    queue.add([{ file, name: 'photo', info }]);
    const image = new Image();
    image.src = queue.getSnapshot().items[0]?.previewUrl ?? '';
    await image.decode();
    expect([image.naturalWidth, image.naturalHeight]).toEqual([48, 32]);
    disconnect();
  });

  test('is there for each of many large files in the end, and for few of them before', async () => {
    const padding = new Uint8Array(4_000_000);
    const small = await loadFixture('quad.png');
    const info = await readImageInfo(small);
    const files = Array.from({ length: 12 }, () => new File([small, padding], 'quad.png'));
    const pipeline = createPipeline();
    const queue = createImageQueue({ pipeline });
    const disconnect = queue.connect();
    const shown = () => queue.getSnapshot().items.map(({ previewUrl }) => previewUrl !== undefined);
    queue.add(files.map((file) => ({ file, name: file.name, info })));
    expect(shown().filter(Boolean)).toHaveLength(4);
    expect(shown()[0]).toBe(true);
    await eventually(() => expect(queue.getSnapshot().totals.ready).toBe(12));
    expect(shown()).not.toContain(false);
    disconnect();
    pipeline.dispose();
  });
});
