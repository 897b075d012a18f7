import { useChat } from '@ai-sdk/react';
import { convertToModelMessages } from 'ai';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { createImageChatTransport, toFileUIParts } from '../../../src/interop/ai-sdk.js';
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
