import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { UseImageQueueOptions } from '../../../src/react/types.js';
import { useImageQueue } from '../../../src/react/use-image-queue.js';
import { drawImage, fill } from '../../helpers/draw-image.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { countResources } from './count-resources.js';
import { eventually } from '../../helpers/eventually.js';

function setUp(initialProps: UseImageQueueOptions = { model: 'gpt-4o' }) {
  return renderHook((options?: UseImageQueueOptions) => useImageQueue(options), {
    wrapper: StrictMode,
    initialProps,
  });
}

async function blackImage(width: number, height: number) {
  const file = await drawImage(width, height, { draw: fill('black') });
  return { file, name: `${width}.jpg` };
}

async function addition(name: string) {
  return { file: await loadFixture(name), name };
}

describe('useImageQueue', () => {
  test('turns files into message parts, in order, with their originals', async () => {
    const { result, act } = await setUp();
    const files = [await addition('photo.jpg'), await addition('quad.png')];
    await act(() => result.current.add(files));
    expect(result.current.isPreparing).toBe(true);
    expect(result.current.items[0]?.previewUrl).toMatch(/^blob:/);
    await eventually(() => expect(result.current.isPreparing).toBe(false));

    expect(result.current.parts).toMatchObject([
      { type: 'image', name: 'photo.jpg', data: { kind: 'bytes' } },
      { type: 'image', name: 'quad.png', width: 96, height: 64, original: files[1]?.file },
    ]);
    expect(result.current.totals).toMatchObject({ images: 2, ready: 2, failed: 0 });
    expect(result.current.totals.tokens).toBeGreaterThan(0);
  });

  test('keeps parts the same while the images are the same', async () => {
    const { result, act, rerender } = await setUp();
    const file = await addition('quad.png');
    await act(() => result.current.add([file]));
    await eventually(() => expect(result.current.parts).toHaveLength(1));
    const { parts } = result.current;
    await rerender({ model: 'gpt-4o' });
    expect(result.current.parts).toBe(parts);
    await rerender({ model: 'claude-sonnet-4-5' });
    await eventually(() => expect(result.current.isPreparing).toBe(false));
    expect(result.current.parts[0]?.id).toBe(parts[0]?.id);
    expect(result.current.parts).not.toBe(parts);
  });

  test('names a broken file and prepares the others', async () => {
    const { result, act } = await setUp();
    const files = [await addition('document.pdf'), await addition('quad.png')];
    await act(() => result.current.add(files));
    await eventually(() => expect(result.current.isPreparing).toBe(false));
    expect(result.current.items.map(({ status }) => status)).toEqual(['failed', 'ready']);
    expect(result.current.parts).toHaveLength(1);
  });

  test('takes back images of a message as they were sent, and prepares them from the original on change', async () => {
    const { result, act } = await setUp();
    const file = await addition('photo.jpg');
    await act(() => result.current.add([file]));
    await eventually(() => expect(result.current.parts).toHaveLength(1));
    const sent = result.current.parts;
    await act(() => {
      result.current.clear();
      result.current.addParts(sent);
    });
    const [item] = result.current.items;
    expect(item).toMatchObject({ status: 'ready', previewIsFinal: true, name: 'photo.jpg' });
    expect(item?.file).toBe(file.file);

    await act(() => result.current.setDetail(item?.id ?? '', 'low'));
    await eventually(() => expect(result.current.parts[0]?.detail).toBe('low'));
  });

  test('says of each detail what it costs then, also where images share a budget', async () => {
    const { result, act } = await setUp({ model: 'gpt-4o', maxTotalTokens: 1000 });
    const sizes = [
      [1600, 1200],
      [1500, 1500],
      [300, 200],
    ] as const;
    const files = await Promise.all(sizes.map(([width, height]) => blackImage(width, height)));
    await act(() => result.current.add(files));
    await eventually(() => expect(result.current.isPreparing).toBe(false));
    const [first] = result.current.items;
    if (!first) throw new Error('no image');
    const choices = result.current.detailChoices?.(first) ?? [];
    expect(choices.map(({ detail }) => detail)).toEqual(['auto', 'low', 'high']);
    for (const { detail, sentAs, width, height, tokens } of choices) {
      await act(() => result.current.setDetail(first.id, detail));
      await eventually(() =>
        expect(result.current.items[0]).toMatchObject({
          status: 'ready',
          prepared: { detail: sentAs, width, height, tokens },
        }),
      );
    }
    const low = result.current.items.map(
      (item) =>
        result.current.detailChoices?.(item, 'all').find(({ detail }) => detail === 'low')?.tokens,
    );
    await act(() => result.current.setAllDetails('low'));
    await eventually(() =>
      expect(result.current.items.map(({ prepared }) => prepared?.tokens)).toEqual(low),
    );
  });

  test('leaves no object URL and no worker behind', async () => {
    const { urls, workers } = countResources();
    const file = await addition('photo.jpg');
    for (let round = 0; round < 5; round += 1) {
      const { result, act, unmount } = await setUp();
      await act(() => result.current.add([file, file]));
      await vi.waitUntil(() => round % 2 === 0 || !result.current.isPreparing, { timeout: 30_000 });
      expect(urls.size).toBeGreaterThan(0);
      await unmount();
    }
    await eventually(() => expect([[...urls], workers.size]).toEqual([[], 0]));
  });

  test('shares its workers with the other queues of a page', async () => {
    const { workers } = countResources();
    const first = await setUp();
    const second = await setUp();
    const file = await addition('photo.jpg');
    await first.act(() => first.result.current.add([file, file]));
    await second.act(() => second.result.current.add([file, file]));
    await eventually(() => expect(first.result.current.isPreparing).toBe(false));
    await eventually(() => expect(second.result.current.isPreparing).toBe(false));
    expect(workers.size).toBeLessThanOrEqual(2);
    await first.unmount();
    await second.unmount();
    await eventually(() => expect(workers.size).toBe(0));
  });
});
