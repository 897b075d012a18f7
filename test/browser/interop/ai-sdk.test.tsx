import { useChat } from '@ai-sdk/react';
import { convertToModelMessages, type FileUIPart } from 'ai';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import {
  createImageChatTransport,
  prepareFileUIParts,
  toFileUIParts,
} from '../../../src/interop/ai-sdk.js';
import type { ImageDetail } from '../../../src/models/types.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { recordRequests } from './record-requests.js';

async function files(...wanted: [name: string, detail: ImageDetail][]) {
  const pipeline = createPipeline();
  const prepared = await Promise.all(
    wanted.map(async ([name, detail]) =>
      pipeline.prepare(await loadFixture(name), { model: 'gpt-4o', detail }),
    ),
  );
  pipeline.dispose();
  return toFileUIParts(prepared);
}

async function setUp() {
  const recorded = recordRequests();
  const transport = createImageChatTransport({ connection: recorded.connection });
  const hook = await renderHook(() => useChat({ transport }), { wrapper: StrictMode });
  return { ...recorded, ...hook };
}

describe("in the AI SDK's useChat", () => {
  test('images reach the model with the detail of each, and the answer streams back', async () => {
    const { result, act, sentImages } = await setUp();
    const images = await files(['photo.jpg', 'low'], ['quad.png', 'high']);
    await act(() => result.current.sendMessage({ text: 'Compare them.', files: images }));
    await expect.poll(() => result.current.status).toBe('ready');
    expect(sentImages()).toEqual([
      { mediaType: 'image/jpeg', detail: 'low' },
      { mediaType: 'image/png', detail: 'high' },
    ]);
    expect(result.current.messages.at(-1)).toMatchObject({
      role: 'assistant',
      metadata: { usage: { outputTokens: expect.any(Number) } },
    });
  });

  test('asking again sends the same images with the same detail', async () => {
    const { result, act, sentImages, bodies } = await setUp();
    const images = await files(['quad.png', 'low']);
    await act(() => result.current.sendMessage({ text: 'What is it?', files: images }));
    await act(() => result.current.regenerate());
    await expect.poll(() => bodies.length).toBe(2);
    expect(sentImages()).toEqual([{ mediaType: 'image/png', detail: 'low' }]);
  });

  test("detail survives the app's own server", async () => {
    const { result, act } = await setUp();
    const images = await files(['quad.png', 'high']);
    await act(() => result.current.sendMessage({ text: 'What is it?', files: images }));
    const [question] = await convertToModelMessages(result.current.messages.slice(0, 1));
    expect(question?.content).toContainEqual(
      expect.objectContaining({
        type: 'file',
        providerOptions: expect.objectContaining({ openai: { imageDetail: 'high' } }),
      }),
    );
  });
});

/** A file as a composer such as AI Elements' `PromptInput` passes it on. */
async function composed(name: string, mediaType?: string): Promise<FileUIPart> {
  const file = await loadFixture(name);
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.readAsDataURL(file);
  });
  return { type: 'file', url, mediaType: mediaType ?? file.type, filename: name };
}

describe('prepareFileUIParts', () => {
  const model = 'gpt-4o';

  test('makes images of a composer fit, in their order, and leaves other files as they are', async () => {
    const link: FileUIPart = {
      type: 'file',
      url: 'https://a.example/b.png',
      mediaType: 'image/png',
    };
    const given = [
      await composed('quad.png'),
      await composed('document.pdf'),
      link,
      await composed('photo.jpg'),
    ];
    const parts = await prepareFileUIParts(given, { model, detail: 'low' });
    expect(parts).toMatchObject([
      { mediaType: 'image/png', filename: 'quad.png' },
      given[1],
      link,
      { mediaType: 'image/jpeg', filename: 'photo.jpg' },
    ]);
    expect(parts[3]?.providerMetadata).toMatchObject({ openai: { imageDetail: 'low' } });
    const { width, height } = await createImageBitmap(
      await (await fetch(parts[3]?.url ?? '')).blob(),
    );
    expect(Math.max(width, height)).toBeLessThanOrEqual(512);
  });

  test('reads blob: URLs, and the bytes of files without a type', async () => {
    const url = URL.createObjectURL(await loadFixture('quad.png'));
    const parts = await prepareFileUIParts(
      [
        { type: 'file', url, mediaType: 'image/png' },
        await composed('photo.jpg', ''),
        await composed('document.pdf', ''),
      ],
      { model },
    );
    URL.revokeObjectURL(url);
    expect(parts.map(({ mediaType }) => mediaType)).toEqual(['image/png', 'image/jpeg', '']);
    expect(parts.map((part) => part.url.slice(0, 5))).toEqual(['data:', 'data:', 'data:']);
  });

  test('rejects with the reason for a file that is no image, in spite of its type', async () => {
    const parts = prepareFileUIParts([await composed('document.pdf', 'image/png')]);
    await expect(parts).rejects.toMatchObject({ code: 'not-an-image' });
  });

  test('rejects for a blob: URL that the page has given up', async () => {
    const url = URL.createObjectURL(new Blob(['gone']));
    URL.revokeObjectURL(url);
    const parts = prepareFileUIParts([{ type: 'file', url, mediaType: 'image/png' }]);
    await expect(parts).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});
