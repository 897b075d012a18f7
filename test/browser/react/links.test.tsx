import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { UseImageChatOptions } from '../../../src/react/types.js';
import { useImageChat } from '../../../src/react/use-image-chat.js';
import { useImageQueue } from '../../../src/react/use-image-queue.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { eventually } from '../../helpers/eventually.js';

const link = 'https://photos.example/cat.jpg';

async function openChat(connection: Partial<UseImageChatOptions['connection']> = {}) {
  const { connection: demo, bodies } = demoConnection();
  const chat = await renderHook(
    (given?: typeof connection) => useImageChat({ connection: { ...demo, ...given } }),
    { wrapper: StrictMode, initialProps: connection },
  );
  return { ...chat, bodies };
}

describe('a link in a message', () => {
  test('goes out as a link, in its place, and the answer tells of it', async () => {
    const { result, act, bodies } = await openChat();
    const requests = performance.getEntriesByType('resource').length;
    await act(() => result.current.composer.queue.addLink(link, { detail: 'low' }));
    await eventually(() => expect(result.current.composer.canSend).toBe(true));
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.entries[1]?.answer?.status).toBe('complete'));
    expect(bodies[0]).toContain(
      `{"type":"image_url","image_url":{"url":"${link}","detail":"low"}}`,
    );
    expect(JSON.stringify(result.current.entries[1]?.message)).toContain('photos.example');
    expect(result.current.composer.queue.items).toEqual([]);
    const asked = performance.getEntriesByType('resource').slice(requests);
    expect(asked.filter(({ name }) => name.includes('photos.example'))).toEqual([]);
  });

  test('is a problem of that image where the connection takes none, until another is chosen', async () => {
    const { result, act, rerender } = await openChat({
      wire: ollamaChat,
      model: 'gemma3:4b',
    });
    let id = '';
    await act(() => {
      id = result.current.composer.queue.addLink(link);
    });
    await eventually(() =>
      expect(result.current.composer.message.problems).toMatchObject([
        { code: 'unsupported-by-wire', imageId: id, fix: 'remove' },
      ]),
    );
    expect(result.current.composer.canSend).toBe(false);
    await rerender({});
    await eventually(() => expect(result.current.composer.canSend).toBe(true));
  });

  test('is checked before it is added, once the rules of the model are there', async () => {
    const { result } = await openChat();
    await eventually(() => expect(result.current.composer.message.checkLink).toBeDefined());
    const { checkLink } = result.current.composer.message;
    expect(checkLink?.(link)).toBeUndefined();
    expect(checkLink?.('http://localhost/cat.jpg')?.code).toBe('url-not-reachable');
  });

  test('comes back when its question is edited, with what is known of it', async () => {
    const { result, act } = await renderHook(() => useImageQueue({ model: 'gpt-4o' }));
    const facts = { widthPx: 512, heightPx: 512, detail: 'high', alt: 'A cat' } as const;
    await act(() => result.current.addLink(link, facts));
    const { parts } = result.current;
    const other = await renderHook(() => useImageQueue({ model: 'gpt-4o' }));
    await other.act(() => other.result.current.addParts(parts));
    expect(other.result.current.parts).toMatchObject([{ ...parts[0], id: expect.any(String) }]);
    await eventually(() => {
      const [item] = other.result.current.items;
      const choices = item && other.result.current.detailChoices?.(item);
      expect(choices).toContainEqual(expect.objectContaining({ detail: 'high', tokens: 255 }));
    });
  });
});
