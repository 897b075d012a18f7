import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import type { Draft, StorageOptions, StorageProblem } from '../../../src/storage/types.js';
import { eventually } from '../../helpers/eventually.js';
import { loadFixture } from '../../helpers/load-fixture.js';

let lastName = 0;
const names = new Set<string>();

function setUp(options: StorageOptions = {}) {
  const { name = `test-${(lastName += 1)}` } = options;
  names.add(name);
  const problems: StorageProblem[] = [];
  const onProblem = (problem: StorageProblem): void => void problems.push(problem);
  return { name, problems, store: createDraftStore({ onProblem, ...options, name }) };
}

async function draft(text: string, ...names: readonly string[]): Promise<Draft> {
  const images = await Promise.all(
    names.map(async (name) => ({
      id: `id of ${name}`,
      file: await loadFixture(name),
      name,
      detail: 'high' as const,
    })),
  );
  return { text, images };
}

async function bytesOf(blob: Blob | undefined): Promise<Uint8Array | undefined> {
  return blob && new Uint8Array(await blob.arrayBuffer());
}

afterEach(() => {
  vi.unstubAllGlobals();
  for (const name of names) indexedDB.deleteDatabase(`${name}-drafts`);
  names.clear();
});

describe('a draft', () => {
  test('comes back after a reload, with its images in order and byte for byte', async () => {
    const { store, name } = setUp();
    const written = await draft('What is this?', 'quad.png', 'quad_orientation_6.jpg');
    await store.save('chat', written);

    const { store: afterReload } = setUp({ name });
    const found = await afterReload.load('chat');
    expect(found).toMatchObject({
      text: 'What is this?',
      images: [{ name: 'quad.png', detail: 'high' }, { name: 'quad_orientation_6.jpg' }],
    });
    for (const [index, image] of written.images.entries()) {
      expect(await bytesOf(found?.images[index]?.file)).toEqual(await bytesOf(image.file));
    }
  });

  test('follows order, detail and removal without writing an image twice', async () => {
    const { store } = setUp();
    const { images } = await draft('', 'quad.png', 'quad.gif', 'photo.jpg');
    await store.save('chat', { text: 'one', images });
    const [first, second, third] = images;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await store.save('chat', {
      text: 'two',
      images: [
        { ...third, detail: 'low' },
        { ...first, alt: 'A square' },
      ] as Draft['images'],
    });
    expect(put.mock.calls.filter(([value]) => value instanceof Blob)).toEqual([]);
    put.mockRestore();
    const found = await store.load('chat');
    expect(found).toMatchObject({
      text: 'two',
      images: [
        { name: 'photo.jpg', detail: 'low' },
        { name: 'quad.png', alt: 'A square' },
      ],
    });
    expect(await bytesOf(found?.images[0]?.file)).toEqual(await bytesOf(third?.file));
    expect(second).toBeDefined();
  });

  test('keeps of an image that was marked up only what it has become', async () => {
    const { store, name } = setUp();
    const { images } = await draft('', 'quad.png');
    await store.save('chat', { text: '', images });
    const { store: afterReload } = setUp({ name });
    const [found] = (await afterReload.load('chat'))?.images ?? [];
    const markedUp = await loadFixture('quad.bmp');
    const legend = '1: the corner';
    await afterReload.save('chat', {
      text: '',
      images: [{ ...found, file: markedUp, legend }] as Draft['images'],
    });
    const [kept] = (await store.load('chat'))?.images ?? [];
    expect(kept).toMatchObject({ name: 'quad.png', legend });
    expect(await bytesOf(kept?.file)).toEqual(await bytesOf(markedUp));
    expect(await countStored(name)).toBe(2);
  });

  test('that is empty leaves nothing behind, and other drafts alone', async () => {
    const { store, name } = setUp();
    await store.save('a', await draft('a', 'quad.png'));
    await store.save('b', await draft('b', 'quad.gif'));
    await store.save('a', { text: '', images: [] });
    expect(await store.load('a')).toBeUndefined();
    expect((await store.load('b'))?.images).toHaveLength(1);
    await store.clear('b');
    expect(await countStored(name)).toBe(0);
  });

  test('is forgotten after a day, and when somebody signs out', async () => {
    let time = Date.now();
    const { store, name } = setUp({ now: () => time });
    await store.save('a', await draft('a', 'quad.png'));
    time += 24 * 60 * 60 * 1000 + 1;
    expect(await store.load('a')).toBeUndefined();
    await store.save('b', await draft('b', 'quad.png'));
    expect(await countStored(name)).toBe(2);
    await store.clearAll();
    expect(await countStored(name)).toBe(0);
  });

  test('keeps its words when an image is too large, and says so once', async () => {
    const { store, problems } = setUp({ maxBytesPerImage: 5000 });
    const large = await draft('Look', 'photo.jpg', 'quad.gif');
    expect(large.images[0]?.file.size).toBeGreaterThan(5000);
    await store.save('chat', large);
    await store.save('chat', { ...large, text: 'Look here' });
    expect(await store.load('chat')).toMatchObject({
      text: 'Look here',
      images: [{ name: 'quad.gif' }],
    });
    expect(problems.map(({ code }) => code)).toEqual(['image-too-large']);
  });
});

describe('where storage is broken', () => {
  const draftOfWords: Draft = { text: 'Hello', images: [] };

  test.each([
    [
      'throws',
      () => {
        throw new DOMException('Not here.', 'SecurityError');
      },
    ],
    [
      'fails',
      () => {
        const request = new EventTarget() as IDBOpenDBRequest;
        queueMicrotask(() => request.onerror?.(new Event('error')));
        return request;
      },
    ],
  ])('nothing is kept, nothing is thrown, one note is given: open %s', async (_, open) => {
    vi.stubGlobal('indexedDB', { open });
    const { store, problems } = setUp();
    await store.save('chat', draftOfWords);
    await store.save('chat', draftOfWords);
    expect(await store.load('chat')).toBeUndefined();
    await store.clearAll();
    expect(problems.map(({ code }) => code)).toEqual(['storage-unavailable']);
    vi.unstubAllGlobals();
  });

  test('a database that never answers is given up', async () => {
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() });
    vi.useFakeTimers();
    const { store, problems } = setUp();
    const saved = store.save('chat', draftOfWords);
    await eventually(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(6000);
    await saved;
    await store.save('chat', draftOfWords);
    expect(problems.map(({ code }) => code)).toEqual(['storage-unavailable']);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('a full disk costs the images, not the words', async () => {
    const originalPut = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
      ?.value as IDBObjectStore['put'];
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function refuseBlobs(
      this: IDBObjectStore,
      value: unknown,
      key,
    ) {
      if (value instanceof Blob) throw new DOMException('Full.', 'QuotaExceededError');
      return originalPut.call(this, value, key);
    });
    const { store, problems } = setUp();
    await store.save('chat', await draft('Look', 'quad.png'));
    put.mockRestore();
    expect(await store.load('chat')).toEqual({ text: 'Look', images: [] });
    expect(problems.map(({ code }) => code)).toEqual(['storage-full']);
  });
});

function countStored(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`${name}-drafts`);
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction('records').objectStore('records').count();
      counting.addEventListener('success', () => {
        opening.result.close();
        resolve(counting.result);
      });
    });
  });
}
