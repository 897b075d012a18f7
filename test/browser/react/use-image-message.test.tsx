import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { ChatMessage, ImagePart } from '../../../src/messages/types.js';
import type { UseImageMessageOptions } from '../../../src/react/types.js';
import { useImageMessage } from '../../../src/react/use-image-message.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

async function image(id: string): Promise<ImagePart> {
  return {
    type: 'image',
    id,
    data: { kind: 'bytes', bytes: await loadFixture('quad.png') },
    mediaType: 'image/png',
    detail: 'high',
    width: 96,
    height: 64,
  };
}

function setUp(options: UseImageMessageOptions) {
  return renderHook((props?: UseImageMessageOptions) => useImageMessage(props ?? options), {
    wrapper: StrictMode,
    initialProps: options,
  });
}

describe('useImageMessage', () => {
  test('assembles words, images and history for a client of the app’s own', async () => {
    const history: ChatMessage[] = [{ id: 'h', role: 'user', parts: [await image('old')] }];
    const options: UseImageMessageOptions = {
      model: 'gpt-4o',
      text: 'Compare them.',
      images: [await image('a'), await image('b')],
      history,
      system: 'Be brief.',
      labels: true,
      wire: openaiChat,
    };
    const { result } = await setUp(options);
    const { messages, imageTokens, requestImageTokens, imageBytes, problems, canSend } =
      result.current;
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'user']);
    expect(messages.at(-1)?.parts).toMatchObject([
      { text: 'Image 1:' },
      { id: 'a' },
      { text: 'Image 2:' },
      { id: 'b' },
      { text: 'Compare them.' },
    ]);
    expect(imageTokens).toBeGreaterThan(0);
    expect(requestImageTokens).toBe(imageTokens * 1.5);
    expect(imageBytes).toBe((await loadFixture('quad.png')).size * 2);
    expect(problems).toEqual([]);
    expect(canSend).toBe(true);
  });

  test('waits for the queue: nothing can be sent while an image is being prepared', async () => {
    const request = { model: 'gpt-4o', text: 'What is this?' };
    const ready = await image('a');
    const { result, rerender } = await setUp({
      ...request,
      queue: { parts: [ready], isPreparing: true },
    });
    expect(result.current.canSend).toBe(false);

    await rerender({ ...request, queue: { parts: [ready, await image('b')], isPreparing: false } });
    expect(result.current.canSend).toBe(true);
    expect(result.current.messages.at(-1)?.parts).toMatchObject([
      { id: 'a' },
      { id: 'b' },
      { text: 'What is this?' },
    ]);
  });

  test('lets nothing be sent without words or images, nor to a model that cannot see them', async () => {
    const empty = await setUp({ model: 'gpt-4o', text: '  ', images: [] });
    expect(empty.result.current.canSend).toBe(false);

    const images = [await image('a')];
    const blind = await setUp({ model: 'gpt-3.5-turbo', text: 'Look', images });
    expect(blind.result.current.problems).toMatchObject([{ code: 'no-vision' }]);
    expect(blind.result.current.canSend).toBe(false);

    const { result } = await setUp({
      model: 'gpt-3.5-turbo',
      text: 'Look',
      images,
      capabilities: { vision: true },
    });
    expect(result.current.canSend).toBe(true);
  });
});
