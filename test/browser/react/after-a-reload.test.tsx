import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { ChatEntry } from '../../../src/chat/types.js';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import type { UseImageChatOptions } from '../../../src/react/types.js';
import { useImageChat } from '../../../src/react/use-image-chat.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';

const name = 'test-use-draft';
const draftStore = createDraftStore({ name });

let draftKey = '';
// The chat of the test before is unmounted, and may write its draft, once the next one has begun.
beforeEach(() => {
  draftKey = crypto.randomUUID();
});
afterEach(() => draftStore.clearAll());

/** The chat of a page that was just opened. */
function openPage(key = draftKey) {
  const initialProps: UseImageChatOptions = {
    draftKey: key,
    draftStore,
    connection: demoConnection().connection,
  };
  return renderHook((props?: UseImageChatOptions) => useImageChat(props ?? initialProps), {
    wrapper: StrictMode,
    initialProps,
  });
}

async function image(imageName: string) {
  return { file: await loadFixture(imageName), name: imageName };
}

describe('a conversation', () => {
  const conversationStore = createConversationStore<ChatEntry>({ name });

  function openConversation(conversationKey: string, demo: DemoBackendOptions = {}) {
    const initialProps: UseImageChatOptions = {
      conversationKey,
      conversationStore,
      connection: demoConnection({ demo }).connection,
    };
    return renderHook((props?: UseImageChatOptions) => useImageChat(props ?? initialProps), {
      wrapper: StrictMode,
      initialProps,
    });
  }

  afterEach(() => conversationStore.clearAll());

  test('is back after a reload, with its images, and goes on', async () => {
    const first = await openConversation('a');
    const file = await image('quad.png');
    await first.act(() => first.result.current.composer.queue.add([file]));
    await eventually(() => expect(first.result.current.composer.canSend).toBe(true));
    await first.act(() => first.result.current.composer.submit());
    await eventually(() =>
      expect(first.result.current.entries[1]?.answer?.status).toBe('complete'),
    );
    await first.unmount();

    const { result, act } = await openConversation('a');
    await eventually(() => expect(result.current.entries).toHaveLength(2));
    expect(result.current.entries[0]?.message.parts[0]).toMatchObject({
      type: 'image',
      name: 'quad.png',
      data: { kind: 'bytes', bytes: expect.any(Blob) },
    });
    expect(result.current.usage.inputTokens).toBeGreaterThan(0);
    await act(() => result.current.regenerate());
    await eventually(() => expect(result.current.status).toBe('ready'));
    expect(result.current.entries).toHaveLength(2);
  });

  test('that ended in the middle of an answer has what came, marked as cut off', async () => {
    const { result, act } = await openConversation('b', { fault: 'stall-mid-stream' });
    await act(() => result.current.composer.setText('Tell me everything.'));
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.status).toBe('streaming'));
    await eventually(async () => {
      const stored = await conversationStore.load('b');
      expect(stored?.[1]?.message.parts).toHaveLength(1);
    });
    // The page that crashed: nobody unmounted it.
    const after = await openConversation('b');
    await eventually(() => expect(after.result.current.entries).toHaveLength(2));
    expect(after.result.current.entries[1]?.answer?.status).toBe('incomplete');
    expect(after.result.current.status).toBe('ready');
  });

  test('has the rating of an answer', async () => {
    const first = await openConversation('rated');
    await first.act(() => first.result.current.composer.setText('Good or bad?'));
    await first.act(() => first.result.current.composer.submit());
    await eventually(() =>
      expect(first.result.current.entries[1]?.answer?.status).toBe('complete'),
    );
    const id = first.result.current.entries[1]?.message.id ?? '';
    await first.act(() => first.result.current.rate(id, 'up'));
    await first.unmount();

    const { result } = await openConversation('rated');
    await eventually(() => expect(result.current.entries[1]?.answer?.rating).toBe('up'));
  });

  test('makes room for another when the key changes', async () => {
    const { result, act, rerender } = await openConversation('c');
    await act(() => result.current.composer.setText('In c.'));
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.status).toBe('ready'));
    const { connection } = result.current;
    await rerender({ connection, conversationStore, conversationKey: 'd' });
    await eventually(() => expect(result.current.entries).toEqual([]));
    await rerender({ connection, conversationStore, conversationKey: 'c' });
    await eventually(() => expect(result.current.entries).toHaveLength(2));
  });
});

describe('a draft', () => {
  test('is back after a reload: words, images, order, detail and description', async () => {
    const { result, act, unmount } = await openPage();
    const files = [await image('quad.png'), await image('photo.jpg')];
    await act(() => {
      result.current.composer.setText('Half a quest');
      result.current.composer.queue.add(files);
    });
    const [first, second] = result.current.composer.queue.items;
    await act(() => {
      result.current.composer.queue.setDetail(first?.id ?? '', 'low');
      result.current.composer.queue.setAlt(first?.id ?? '', 'Four colours');
      result.current.composer.queue.move(second?.id ?? '', 0);
    });
    await unmount();

    const again = await openPage();
    await eventually(() => expect(again.result.current.composer.queue.items).toHaveLength(2));
    const { composer } = again.result.current;
    expect(composer.text).toBe('Half a quest');
    expect(composer.queue.items).toMatchObject([
      { id: second?.id, name: 'photo.jpg', detail: 'auto' },
      { id: first?.id, name: 'quad.png', detail: 'low', alt: 'Four colours' },
    ]);
    await eventually(() => expect(again.result.current.composer.canSend).toBe(true));
    expect(composer.storageProblem).toBeUndefined();
  });

  test('keeps a link among its images, which is sent as one after the reload', async () => {
    const link = 'https://photos.example/cat.jpg';
    const { result, act, unmount } = await openPage();
    const file = await image('quad.png');
    await act(() => {
      result.current.composer.queue.addLink(link, { detail: 'low', alt: 'A cat' });
      result.current.composer.queue.add([file]);
    });
    await unmount();

    const again = await openPage();
    await eventually(() => expect(again.result.current.composer.queue.items).toHaveLength(2));
    expect(again.result.current.composer.queue.items).toMatchObject([
      { name: 'cat.jpg', status: 'ready', detail: 'low', alt: 'A cat', link: { url: link } },
      { name: 'quad.png' },
    ]);
    await eventually(() => expect(again.result.current.composer.canSend).toBe(true));
    await again.act(() => again.result.current.composer.submit());
    await eventually(() =>
      expect(again.result.current.entries[1]?.answer?.status).toBe('complete'),
    );
    expect(again.result.current.entries[0]?.message.parts).toMatchObject([
      { type: 'image', data: { kind: 'url', url: link }, loadsOnPress: true },
      { type: 'image', data: { kind: 'bytes' } },
    ]);
  });

  test('is written while the person types, not only when the page goes away', async () => {
    const { result, act } = await openPage();
    await eventually(async () => {
      await act(() => result.current.composer.setText('Typed.'));
      expect(await draftStore.load(draftKey)).toMatchObject({ text: 'Typed.' });
    });
  });

  test('is gone once the server has taken the question', async () => {
    const { result, act } = await openPage();
    const file = await image('quad.png');
    await act(() => {
      result.current.composer.setText('Look');
      result.current.composer.queue.add([file]);
    });
    await eventually(async () => expect(await draftStore.load(draftKey)).toBeDefined());
    await eventually(() => expect(result.current.composer.canSend).toBe(true));
    await act(() => result.current.composer.submit());
    await eventually(async () => expect(await draftStore.load(draftKey)).toBeUndefined());
  });

  test('is sent once: a page that is opened again sends nothing by itself', async () => {
    const { connection, bodies } = demoConnection({ demo: { fault: 'stall-mid-stream' } });
    const options: UseImageChatOptions = {
      draftKey,
      draftStore,
      conversationKey: draftKey,
      conversationStore: createConversationStore<ChatEntry>({ name }),
      connection,
    };
    const open = () => renderHook(() => useImageChat(options), { wrapper: StrictMode });
    const { result, act, unmount } = await open();
    await act(() => result.current.composer.setText('Only once'));
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.status).toBe('streaming'));
    await unmount();

    const again = await open();
    await eventually(() => expect(again.result.current.entries).toHaveLength(2));
    expect(again.result.current.composer.text).toBe('');
    expect(again.result.current.status).toBe('ready');
    expect(bodies).toHaveLength(1);
  });

  test('that cannot be kept is told once, and is sent as usual', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Not here.', 'SecurityError');
      },
    });
    const options: UseImageChatOptions = {
      draftKey: 'forbidden',
      conversationKey: 'forbidden',
      connection: demoConnection().connection,
    };
    const { result, act } = await renderHook(() => useImageChat(options));
    await act(() => result.current.composer.setText('Hello'));
    await eventually(() =>
      expect(result.current.composer.storageProblem?.code).toBe('storage-unavailable'),
    );
    await act(() => result.current.composer.submit());
    await eventually(() => expect(result.current.entries[1]?.answer?.status).toBe('complete'));
    expect(result.current.composer.text).toBe('');
    vi.unstubAllGlobals();
  });

  test('belongs to its conversation', async () => {
    const { result, act, rerender } = await openPage('one');
    await act(() => result.current.composer.setText('For one.'));
    const options = { connection: result.current.connection, draftStore };
    await rerender({ ...options, draftKey: 'two' });
    await eventually(() => expect(result.current.composer.text).toBe(''));
    await act(() => result.current.composer.setText('For two.'));
    await rerender({ ...options, draftKey: 'one' });
    await eventually(() => expect(result.current.composer.text).toBe('For one.'));
    await eventually(async () =>
      expect(await draftStore.load('two')).toMatchObject({ text: 'For two.' }),
    );
  });
});
