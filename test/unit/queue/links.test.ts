import { describe, expect, test } from 'vitest';
import { createImageQueue } from '../../../src/queue/create-image-queue.js';
import { linkAddition } from '../../../src/queue/links.js';
import { tokenShares } from '../../../src/queue/token-shares.js';
import { createFakePipeline, fileNamed, info } from './fake-pipeline.js';

const url = 'https://photos.example/holiday/caf%C3%A9.jpg?size=large';

function setUp() {
  const pipeline = createFakePipeline();
  const queue = createImageQueue({ pipeline });
  const [id = ''] = queue.add([linkAddition(url)]);
  return { pipeline, queue, id, item: () => queue.getSnapshot().items[0] };
}

describe('a link in a queue', () => {
  test('is ready at once, and nothing is prepared, previewed or weighed for it', () => {
    const { pipeline, queue, item } = setUp();
    expect(item()).toMatchObject({ name: 'café.jpg', status: 'ready', link: { url } });
    expect(item()).not.toHaveProperty('previewUrl');
    expect(pipeline.jobs).toEqual([]);
    expect(queue.getSnapshot()).toMatchObject({
      isPreparing: false,
      totals: { images: 1, ready: 1, failed: 0, tokens: 0, bytes: 0, sourceBytes: 0 },
    });
  });

  test('stays as it is while the model, its detail and its limits change', () => {
    const { pipeline, queue, id, item } = setUp();
    queue.setOptions({ prepare: { model: 'claude-sonnet-4-5' } });
    queue.setDetail(id, 'low');
    queue.setAlt(id, 'A café');
    queue.setLimits(id, { maxSidePx: 100 });
    queue.connect()();
    queue.connect();
    expect(item()).toMatchObject({ status: 'ready', detail: 'low', alt: 'A café', link: { url } });
    expect(pipeline.jobs).toEqual([]);
  });

  test('stands in its place among others, and is moved and removed like them', () => {
    const { queue, id } = setUp();
    const [file = ''] = queue.add([{ file: fileNamed('a'), name: 'a', info }]);
    queue.move(id, 1);
    expect(queue.getSnapshot().items.map((one) => one.id)).toEqual([file, id]);
    queue.remove(id);
    expect(queue.getSnapshot().items.map((one) => one.id)).toEqual([file]);
  });

  test('gives way to a file, and does not come back', () => {
    const { pipeline, queue, id, item } = setUp();
    queue.replaceSource(id, fileNamed('downloaded'));
    expect(pipeline.jobs.map(({ name }) => name)).toEqual(['downloaded']);
    expect(item()).toMatchObject({ name: 'café.jpg', status: 'preparing' });
    expect(item()).not.toHaveProperty('link');
    queue.revertSource(id);
    expect(pipeline.jobs).toHaveLength(1);
  });

  test.each([
    ['https://photos.example/', 'photos.example'],
    ['https://photos.example/100%', '100%'],
    ['data:image/png;base64,AAAA', ''],
    ['not an address', ''],
  ])('%s is called “%s”', (address, name) => {
    expect(linkAddition(address).name).toBe(name);
  });

  test('takes of a budget what its size costs, and nothing where nobody knows it', () => {
    const { queue } = setUp();
    queue.add([linkAddition(url, { widthPx: 512, heightPx: 512, detail: 'high' })]);
    queue.add([{ file: fileNamed('a'), name: 'a', info }]);
    const shares = tokenShares(queue.getSnapshot().items, 1000, { model: 'gpt-4o' });
    expect([...shares.values()]).toEqual([0, 255, 745]);
  });
});
