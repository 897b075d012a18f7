import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import type { PreparedImage } from '../../../src/pipeline/types.js';
import { customIdOf, imageRequests } from '../../../src/batch/image-requests.js';
import type { BatchImage } from '../../../src/batch/image-types.js';

const images = (count: number): BatchImage[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `p${index}.jpg`,
    file: new Blob([`${index}`]),
  }));

const prepared = (file: Blob): PreparedImage =>
  ({
    blob: file,
    mediaType: 'image/jpeg',
    detail: 'high',
    width: 8,
    height: 8,
    plan: { from: { width: 8, height: 8 }, width: 8, height: 8 },
  }) as PreparedImage;

async function collect(
  count: number,
  prepare: (file: Blob, index: number) => Promise<PreparedImage>,
  signal = new AbortController().signal,
) {
  const failures: string[] = [];
  const ids: string[] = [];
  let index = 0;
  const requests = imageRequests(images(count), {
    question: 'What is this?',
    signal,
    prepare: (file) => prepare(file, index++),
    onLooked: ({ name }, error) => {
      if (error) failures.push(`${name}: ${error.code}`);
    },
  });
  for await (const { customId } of requests) ids.push(customId);
  return { ids, failures };
}

describe('imageRequests', () => {
  test('keep the order of the images, however long each takes', async () => {
    const { ids } = await collect(8, async (file, index) => {
      await new Promise((resolve) => setTimeout(resolve, (8 - index) * 3));
      return prepared(file);
    });
    expect(ids).toEqual(['1-p0', '2-p1', '3-p2', '4-p3', '5-p4', '6-p5', '7-p6', '8-p7']);
  });

  test('never hold more than a few images at once', async () => {
    let open = 0;
    let most = 0;
    const requests = imageRequests(images(40), {
      question: 'What is this?',
      signal: new AbortController().signal,
      onLooked() {
        open -= 1;
      },
      prepare(file) {
        open += 1;
        most = Math.max(most, open);
        return Promise.resolve(prepared(file));
      },
    });
    for await (const _request of requests) await new Promise((resolve) => setTimeout(resolve));
    expect(most).toBeLessThanOrEqual(3);
  });

  test('an image that fails is told, and the others go on', async () => {
    const { ids, failures } = await collect(4, async (file, index) => {
      if (index === 1) throw new KitError('damaged', { message: 'Broken.' });
      if (index === 2) throw new Error('no class of ours');
      return prepared(file);
    });
    expect(ids).toEqual(['1-p0', '4-p3']);
    expect(failures).toEqual(['p1.jpg: damaged', 'p2.jpg: unreadable-file']);
  });

  test('stop when they are aborted', async () => {
    const controller = new AbortController();
    await expect(
      collect(
        10,
        async (file, index) => {
          if (index === 4) controller.abort();
          return prepared(file);
        },
        controller.signal,
      ),
    ).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('customIdOf', () => {
  test.each([
    ['receipt.jpg', 0, 9, '1-receipt'],
    ['my holiday (2).jpeg', 41, 1000, '0042-my-holiday-2'],
    ['写真.png', 2, 10, '03'],
    ['a/b\\c.png', 0, 1, '1-a-b-c'],
  ])('%s is named %s of %s: %s', (name, index, count, expected) => {
    expect(customIdOf(name, index, count)).toBe(expected);
  });

  test('is never longer than a provider takes, and unique all the same', () => {
    const ids = Array.from({ length: 1000 }, (_, index) =>
      customIdOf('x'.repeat(200), index, 1000),
    );
    expect(Math.max(...ids.map(({ length }) => length))).toBe(64);
    expect(new Set(ids).size).toBe(1000);
  });
});
