import { resolveObjectURL } from 'node:buffer';
import { describe, expect, test, vi } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { createImageQueue } from '../../../src/queue/create-image-queue.js';
import type { ImageQueue, ImageQueueOptions } from '../../../src/queue/types.js';
import { eventually } from '../../helpers/eventually.js';
import { createFakePipeline, fileNamed, info, prepared } from './fake-pipeline.js';

function setUp(names: readonly string[] = [], options: Partial<ImageQueueOptions> = {}) {
  const pipeline = createFakePipeline();
  let lastId = 0;
  const queue = createImageQueue({ pipeline, createId: () => `id-${(lastId += 1)}`, ...options });
  const ids = queue.add(names.map((name) => ({ file: fileNamed(name), name, info })));
  return { pipeline, queue, ids, id: (index: number) => ids[index] ?? '' };
}

function statuses(queue: ImageQueue): string[] {
  return queue.getSnapshot().items.map(({ name, status }) => `${name} ${status}`);
}

async function textAt(url: string | undefined): Promise<string | undefined> {
  return url === undefined ? undefined : resolveObjectURL(url)?.text();
}

/** The queue reports progress once per frame, which it asks for before this does. */
async function nextFrame(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 25));
}

describe('a queue', () => {
  test('keeps the order images were added in, whichever is ready first', async () => {
    const { pipeline, queue } = setUp(['a', 'b', 'c']);
    pipeline.job('c').done();
    pipeline.job('a').done();
    await nextFrame();
    expect(statuses(queue)).toEqual(['a ready', 'b preparing', 'c ready']);
    expect(queue.getSnapshot()).toMatchObject({
      isPreparing: true,
      totals: { images: 3, ready: 2, failed: 0, tokens: 1530, bytes: 16, sourceBytes: 20 },
    });
  });

  test('counts as preparing while images are on their way, also where none of them comes', async () => {
    const { queue } = setUp();
    const first = Promise.resolve();
    const second = createFakePipeline();
    queue.waitFor(first);
    queue.waitFor(second.prepare(fileNamed('on its way')));
    expect(queue.getSnapshot()).toMatchObject({ isPreparing: true, isArriving: true });
    await first;
    await nextFrame();
    expect(queue.getSnapshot().isPreparing).toBe(true);
    second.job('on its way').fail(new Error('The page went away.'));
    await nextFrame();
    expect(queue.getSnapshot()).toMatchObject({ isPreparing: false, isArriving: false });
  });

  test('hands over a few images at a time, in the order the person sees', async () => {
    const { pipeline, queue, id } = setUp(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(pipeline.jobs.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    queue.move(id(6), 0);
    pipeline.job('b').done();
    await nextFrame();
    expect(pipeline.jobs.at(-1)?.name).toBe('g');
    expect(pipeline.jobs).toHaveLength(5);
  });

  test('goes on past an image that fails, and tries it again when asked', async () => {
    const { pipeline, queue, id } = setUp(['a', 'b']);
    pipeline.job('a').fail(new KitError('damaged', { message: 'This file is damaged.' }));
    pipeline.job('b').done();
    await nextFrame();
    expect(statuses(queue)).toEqual(['a failed', 'b ready']);
    expect(queue.getSnapshot()).toMatchObject({ isPreparing: false, totals: { failed: 1 } });
    expect(queue.getSnapshot().items[0]?.error?.code).toBe('damaged');

    queue.retry(id(0));
    queue.retry(id(1));
    pipeline.job('a').done();
    await nextFrame();
    expect(statuses(queue)).toEqual(['a ready', 'b ready']);
    expect(queue.getSnapshot().items[0]).not.toHaveProperty('error');
    expect(pipeline.jobs).toHaveLength(3);
  });

  test('never lets the others wait for an image that takes its time', async () => {
    const names = ['slow', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const { pipeline, queue } = setUp(names);
    for (const name of names.slice(1)) {
      await eventually(() => pipeline.job(name).done());
      await nextFrame();
    }
    expect(statuses(queue)).toEqual([
      'slow preparing',
      ...names.slice(1).map((name) => `${name} ready`),
    ]);
  });

  test('makes a typed error of whatever a pipeline throws', async () => {
    const { pipeline, queue } = setUp(['a']);
    pipeline.job('a').fail(new TypeError('out of memory'));
    await nextFrame();
    expect(queue.getSnapshot().items[0]?.error).toMatchObject({
      code: 'unreadable-file',
      cause: { message: 'out of memory' },
    });
  });

  test('stops the work on an image that is removed', async () => {
    const { pipeline, queue, id } = setUp(['a', 'b']);
    queue.remove(id(0));
    expect(pipeline.job('a').options.signal?.aborted).toBe(true);
    await nextFrame();
    expect(statuses(queue)).toEqual(['b preparing']);
    queue.clear();
    expect(pipeline.job('b').options.signal?.aborted).toBe(true);
    expect(queue.getSnapshot()).toMatchObject({ items: [], isPreparing: false });
  });

  test('moves an image to a place, also to one beyond the ends', () => {
    const { queue, id } = setUp(['a', 'b', 'c']);
    const names = () => queue.getSnapshot().items.map(({ name }) => name);
    queue.move(id(0), 1);
    expect(names()).toEqual(['b', 'a', 'c']);
    queue.move(id(1), 99);
    expect(names()).toEqual(['a', 'c', 'b']);
    queue.move(id(1), -5);
    expect(names()).toEqual(['b', 'a', 'c']);
    queue.move('gone', 0);
    expect(names()).toEqual(['b', 'a', 'c']);
  });

  test('tells of progress at most once per frame', async () => {
    const { pipeline, queue } = setUp(['a']);
    await nextFrame();
    const listener = vi.fn();
    queue.subscribe(listener);
    for (let step = 0; step <= 100; step += 1) {
      pipeline.job('a').options.onProgress?.({ stage: 'decoding', fraction: step / 200 });
    }
    await nextFrame();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(queue.getSnapshot().items[0]?.progress).toBe(0.5);
  });
});

describe('another detail', () => {
  test('is prepared from the original while the last result stays in view', async () => {
    const { pipeline, queue, id } = setUp(['a']);
    pipeline.job('a').done('in full');
    await nextFrame();
    const before = queue.getSnapshot().items[0]?.previewUrl;

    queue.setDetail(id(0), 'low');
    const during = queue.getSnapshot().items[0];
    expect(during).toMatchObject({ detail: 'low', status: 'preparing', previewIsFinal: false });
    expect(during?.previewUrl).toBe(before);
    expect(during?.prepared).toBeDefined();
    expect(pipeline.job('a').options.detail).toBe('low');

    pipeline.job('a').done('small');
    await nextFrame();
    const after = queue.getSnapshot().items[0];
    expect(after).toMatchObject({ status: 'ready', previewIsFinal: true });
    expect(await textAt(after?.previewUrl)).toBe('small');
    await eventually(async () => expect(await textAt(before)).toBeUndefined());
  });

  test('set twice in a row ends with the second, whichever result comes last', async () => {
    const { pipeline, queue, id } = setUp(['a']);
    queue.setDetail(id(0), 'low');
    queue.setDetail(id(0), 'high');
    const [first, second, third] = pipeline.jobs;
    third?.done('high');
    await nextFrame();
    second?.done('low');
    first?.done('auto');
    await nextFrame();
    expect(await textAt(queue.getSnapshot().items[0]?.previewUrl)).toBe('high');
    expect(first?.options.signal?.aborted).toBe(true);
  });

  test('that is the same costs no work', async () => {
    const { pipeline, queue, id } = setUp(['a', 'b'], { detail: 'high' });
    queue.setDetail(id(0), 'high');
    queue.setAllDetails('high');
    expect(pipeline.jobs).toHaveLength(2);
    queue.setAllDetails('low');
    expect(pipeline.jobs.slice(2).map(({ options }) => options.detail)).toEqual(['low', 'low']);
  });

  test('or another model prepares every image again', async () => {
    const { pipeline, queue } = setUp(['a', 'b'], { prepare: { model: 'one' } });
    pipeline.job('a').done();
    await nextFrame();
    queue.setOptions({ prepare: { model: 'one' } });
    expect(pipeline.jobs).toHaveLength(2);
    queue.setOptions({ prepare: { model: 'two' } });
    expect(pipeline.jobs.slice(2).map(({ options }) => options.model)).toEqual(['two', 'two']);
  });
});

describe('the preview', () => {
  test('is the file itself until the prepared bytes are there', async () => {
    const { pipeline, queue } = setUp(['a']);
    const first = queue.getSnapshot().items[0]?.previewUrl;
    expect(await textAt(first)).toBe('bytes of a');
    pipeline.job('a').done();
    await nextFrame();
    expect(await textAt(queue.getSnapshot().items[0]?.previewUrl)).toBe('prepared');
  });

  test('is left out where the browser cannot paint the file, or at a price', () => {
    const { queue } = setUp();
    queue.add([
      { file: fileNamed('a'), name: 'a', info: { ...info, mediaType: 'image/heic' } },
      { file: fileNamed('b'), name: 'b', info: { ...info, width: 12_000, height: 9_000 } },
      { file: fileNamed('c'), name: 'c' },
    ]);
    expect(queue.getSnapshot().items.map(({ previewUrl }) => previewUrl)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('of an image that was prepared before is there at once, and no work is done', async () => {
    const { pipeline, queue } = setUp();
    queue.add([{ file: fileNamed('a'), name: 'a', prepared: prepared('as sent'), alt: 'A cat' }]);
    const item = queue.getSnapshot().items[0];
    expect(item).toMatchObject({ status: 'ready', previewIsFinal: true, alt: 'A cat' });
    expect(await textAt(item?.previewUrl)).toBe('as sent');
    expect(pipeline.jobs).toHaveLength(0);
  });

  test('frees every URL in a thousand images added, made again and removed', async () => {
    const made: string[] = [];
    const { pipeline, queue } = setUp();
    const disconnect = queue.connect();
    queue.subscribe(() => {
      for (const { previewUrl } of queue.getSnapshot().items) if (previewUrl) made.push(previewUrl);
    });
    for (let round = 0; round < 1000; round += 1) {
      const [id = ''] = queue.add([{ file: fileNamed('a'), name: 'a', info }]);
      if (round % 2) queue.setDetail(id, 'low');
      pipeline.job('a').done();
      await Promise.resolve();
      if (round % 3) queue.remove(id);
    }
    disconnect();
    const live = [...new Set(made)].filter((url) => resolveObjectURL(url));
    expect(new Set(made).size).toBeGreaterThan(1000);
    expect(live).toEqual([]);
  });
});

describe('the preview of an image that failed', () => {
  test('is let go, stays away over a mount, and is back with another try', async () => {
    const { pipeline, queue, id } = setUp(['a']);
    const disconnect = queue.connect();
    const url = queue.getSnapshot().items[0]?.previewUrl;
    pipeline.job('a').fail(new KitError('decode-timeout', { message: 'It took too long.' }));
    await nextFrame();
    expect(queue.getSnapshot().items[0]).not.toHaveProperty('previewUrl');
    await eventually(async () => expect(await textAt(url)).toBeUndefined());

    disconnect();
    queue.connect();
    expect(queue.getSnapshot().items[0]).not.toHaveProperty('previewUrl');
    queue.retry(id(0));
    expect(await textAt(queue.getSnapshot().items[0]?.previewUrl)).toBe('bytes of a');
  });
});

describe('a queue whose component goes away and comes back, as under StrictMode', () => {
  test('stops, frees its URLs, and goes on with what it had', async () => {
    const { pipeline, queue } = setUp(['a', 'b']);
    const disconnect = queue.connect();
    pipeline.job('a').done();
    await nextFrame();
    const url = queue.getSnapshot().items[0]?.previewUrl;
    disconnect();
    expect(pipeline.job('b').options.signal?.aborted).toBe(true);
    expect(await textAt(url)).toBeUndefined();

    queue.connect();
    expect(await textAt(queue.getSnapshot().items[0]?.previewUrl)).toBe('prepared');
    expect(pipeline.jobs.map(({ name }) => name)).toEqual(['a', 'b', 'b']);
    pipeline.job('b').done();
    await nextFrame();
    expect(statuses(queue)).toEqual(['a ready', 'b ready']);
  });
});

async function replaced() {
  const { pipeline, queue, id } = setUp(['a', 'b', 'c']);
  queue.setAlt(id(1), 'A letter');
  queue.setDetail(id(1), 'high');
  for (const name of ['a', 'b', 'c']) pipeline.job(name).done(`${name} prepared`);
  await nextFrame();
  const before = queue.getSnapshot().items[1];
  queue.replaceSource(id(1), fileNamed('image/png'), { legend: '1: the date' });
  return { pipeline, queue, id, before };
}

describe('a file that takes the place of another', () => {
  test('keeps its number, detail and alternative text, and is prepared', async () => {
    const { pipeline, queue, id } = await replaced();
    expect(queue.getSnapshot().items.map((item) => item.id)).toEqual([id(0), id(1), id(2)]);
    expect(queue.getSnapshot().items[1]).toMatchObject({
      name: 'b',
      detail: 'high',
      alt: 'A letter',
      legend: '1: the date',
      status: 'preparing',
    });
    expect(pipeline.job('image/png').options.detail).toBe('high');
    pipeline.job('image/png').done('marked up');
    await nextFrame();
    const item = queue.getSnapshot().items[1];
    expect(item).toMatchObject({ status: 'ready', previewIsFinal: true });
    expect(await item?.prepared?.blob.text()).toBe('marked up');
  });

  test('leaves nothing in sight that was made from the one before, at once', async () => {
    const { queue, before } = await replaced();
    const item = queue.getSnapshot().items[1];
    expect(item).not.toHaveProperty('prepared');
    expect(item).not.toHaveProperty('info');
    expect(await textAt(item?.previewUrl)).toBe('bytes of image/png');
    expect(await textAt(before?.previewUrl)).toBeUndefined();
  });

  test('drops a result of the one before that comes late', async () => {
    const { pipeline, queue, id } = setUp(['a']);
    const late = pipeline.job('a');
    queue.replaceSource(id(0), fileNamed('image/png'));
    late.done('too late');
    pipeline.job('image/png').done('marked up');
    await nextFrame();
    expect(await queue.getSnapshot().items[0]?.prepared?.blob.text()).toBe('marked up');
  });

  test('goes back to the first one, however often it was replaced', async () => {
    const { pipeline, queue, id } = await replaced();
    queue.replaceSource(id(1), fileNamed('image/webp'));
    expect(queue.getSnapshot().items[1]).not.toHaveProperty('legend');
    queue.revertSource(id(1));
    const item = queue.getSnapshot().items[1];
    expect(await item?.file.text()).toBe('bytes of b');
    expect(item).toMatchObject({ info, alt: 'A letter', status: 'preparing' });
    expect(item).not.toHaveProperty('unedited');
    expect(pipeline.jobs.at(-1)?.name).toBe('b');
    queue.revertSource(id(1));
    expect(pipeline.jobs.at(-1)).toBe(pipeline.job('b'));
  });
});
