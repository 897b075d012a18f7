import { describe, expect, test } from 'vitest';
import {
  createImageUrls,
  type ResolvableImage,
  type ResolveImageUrl,
} from '../../../src/messages/image-urls.js';
import { eventually } from '../../helpers/eventually.js';
import { createFakeServer, createTestStore, settle } from '../chat/fakes.js';

const image: ResolvableImage = {
  id: 'photo',
  data: { kind: 'url', url: 'https://images.example/photo' },
};

const part = { ...image, type: 'image', mediaType: 'image/png', detail: 'auto' } as const;

function createCountingUrls(answer: (count: number) => ReturnType<ResolveImageUrl>) {
  const calls: boolean[] = [];
  let nowMs = 0;
  const urls = createImageUrls(
    (_image, { wasRefused }) => {
      calls.push(wasRefused);
      return answer(calls.length);
    },
    () => nowMs,
  );
  return {
    urls,
    calls,
    wait: (ms: number): void => {
      nowMs += ms;
    },
  };
}

describe('an address that the app resolves', () => {
  test('is resolved once for all that show it, and again when it has expired', async () => {
    const { urls, calls, wait } = createCountingUrls((count) => ({
      url: `signed-${count}`,
      expiresAtMs: count * 1000,
    }));
    expect(await Promise.all([urls.load(image), urls.load(image)])).toEqual([
      'signed-1',
      'signed-1',
    ]);
    wait(1000);
    expect(await urls.load(image)).toBe('signed-2');
    expect(calls).toEqual([false, false]);
  });

  test('that fails to load is renewed once, and then waits for a press', async () => {
    const { urls, calls } = createCountingUrls((count) => `signed-${count}`);
    await urls.load(image);
    urls.noteBroken(image);
    expect(await urls.load(image)).toBe('signed-2');
    urls.noteBroken(image);
    expect(urls.state(image)).toEqual({ status: 'failed' });
    expect(calls).toEqual([false, true]);
    urls.retry(image);
    await urls.load(image);
    expect(urls.state(image)).toEqual({ status: 'ready', url: 'signed-3' });
  });
});

describe('an image at such an address', () => {
  test('is sent with the address that can be fetched now, and kept with its own', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    store.setOptions({ resolveImageUrl: () => 'https://images.example/photo?token=1' });
    void store.send({ text: 'What is this?', images: [part] });
    const { request } = await server.next();
    expect(await (request.body as Blob).text()).toContain('photo?token=1');
    expect(JSON.stringify(store.getSnapshot().entries)).not.toContain('token');
  });

  test('is not sent if its address cannot be renewed; the question can be sent again', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    let isDown = true;
    const resolve = (): string => {
      if (isDown) throw new Error('The token server is down.');
      return 'https://images.example/photo?token=2';
    };
    store.setOptions({ resolveImageUrl: resolve });
    const outcome = await store.send({ text: 'What is this?', images: [part] });
    expect(outcome).toMatchObject({ accepted: false, error: { code: 'unreachable' } });
    expect(server.exchanges).toHaveLength(0);
    isDown = false;
    void store.send({ text: 'What is this?', images: [part] });
    const { request } = await server.next();
    await settle();
    expect(await (request.body as Blob).text()).toContain('token=2');
    await eventually(() => expect(server.exchanges).toHaveLength(1));
  });
});
