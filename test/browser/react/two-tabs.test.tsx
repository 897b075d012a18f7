// oxlint-disable typescript/require-array-sort-compare -- Names in ASCII.
import { StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import type { UseImageChatOptions } from '../../../src/react/types.js';
import { useImageChat } from '../../../src/react/use-image-chat.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { eventually } from '../../helpers/eventually.js';
import { loadFixture } from '../../helpers/load-fixture.js';

/** Keys of their own, in the kit's own databases, as two tabs of an app have them. */
let key = '';
let lastKey = 0;

afterEach(async () => {
  vi.unstubAllGlobals();
  await createConversationStore().clearAll();
  await createDraftStore().clearAll();
});

const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });

function createGate() {
  const gate = new EventTarget();
  const passed = new Promise((resolve) => {
    gate.addEventListener('open', resolve);
  });
  return { open: () => void gate.dispatchEvent(new Event('open')), passed };
}

const line = (content: string): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;

/** A server that is silent until it is told to begin, and holds the second half of its answer back until it is told to end. */
function pausingServer() {
  const [begin, end] = [createGate(), createGate()];
  async function write(writable: WritableStream<string>): Promise<void> {
    const writer = writable.getWriter();
    await writer.write(line('one half '));
    await end.passed;
    await writer.write(`${line('and the other')}data: [DONE]\n\n`);
    await writer.close();
  }
  return {
    begin: begin.open,
    end: end.open,
    async fetch(this: void) {
      await begin.passed;
      const { readable, writable } = new TextEncoderStream();
      void write(writable);
      return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
    },
  };
}

/** A chat as another tab has it: with stores, connections and channels of its own. */
async function openTab(
  fetch: typeof globalThis.fetch = (...request) => demo(new Request(...request)),
) {
  const options: UseImageChatOptions = {
    draftKey: key,
    conversationKey: key,
    connection: {
      baseUrl: 'https://demo.example/v1',
      wire: openaiChat,
      model: 'gpt-4o',
      fetch,
    },
  };
  const { result, act, unmount } = await renderHook(() => useImageChat(options), {
    wrapper: StrictMode,
  });
  return {
    unmount,
    chat: () => result.current,
    questions: () =>
      result.current.entries.flatMap(({ message }) =>
        message.role === 'user'
          ? message.parts.map((part) =>
              part.type === 'text' ? part.text : part.type === 'image' && part.name,
            )
          : [],
      ),
    answers: () =>
      result.current.entries.flatMap(({ message }) =>
        message.role === 'assistant'
          ? message.parts.flatMap((part) => (part.type === 'text' ? part.text : []))
          : [],
      ),
    write: (text: string) => act(() => result.current.composer.setText(text)),
    async add(...names: readonly string[]) {
      const files = await Promise.all(
        names.map(async (name) => ({ file: await loadFixture(name), name })),
      );
      await act(() => result.current.composer.queue.add(files));
      await eventually(() => expect(result.current.composer.canSend).toBe(true));
    },
    async submit() {
      await eventually(() => expect(result.current.composer.canSend).toBe(true));
      await act(() => void result.current.composer.submit());
    },
    async ask(text: string) {
      await act(() => result.current.composer.setText(text));
      await act(() => result.current.composer.submit());
      await eventually(() => expect(result.current.status).toBe('ready'));
    },
    remove: (id: string) => act(() => result.current.remove(id)),
  };
}

function setUp(): void {
  lastKey += 1;
  key = `two-tabs-${lastKey}`;
}

const storedQuestions = async (): Promise<string[]> =>
  ((await createConversationStore<ChatEntry>().load(key)) ?? []).flatMap(({ message }) =>
    message.role === 'user'
      ? message.parts.flatMap((part) => (part.type === 'text' ? part.text : []))
      : [],
  );

describe('a conversation in two tabs', () => {
  test('shows what the other said once nothing is going on, and stays the same in both', async () => {
    setUp();
    const [a, b] = [await openTab(), await openTab()];
    await a.ask('from-a');
    await eventually(() => expect(b.questions()).toEqual(['from-a']));
    await b.write('half a thought');
    await b.chat().send({ text: 'from-b' });
    await eventually(() => expect(a.questions()).toEqual(['from-a', 'from-b']));
    expect(b.chat().composer.text).toBe('half a thought');
    await a.ask('again-a');
    await eventually(() => expect(b.questions()).toEqual(['from-a', 'from-b', 'again-a']));
    await eventually(() => expect(b.chat().entries.at(-1)?.answer?.status).toBe('complete'));
    await eventually(async () =>
      expect(await storedQuestions()).toEqual(['from-a', 'from-b', 'again-a']),
    );
  });

  test('shows the whole of an answer that was half there when the tab was opened', async () => {
    setUp();
    const server = pausingServer();
    const a = await openTab(server.fetch);
    await a.write('a long story');
    await a.submit();
    server.begin();
    await eventually(async () => {
      const stored = await createConversationStore<ChatEntry>().load(key);
      expect(stored?.at(-1)?.message.parts).toHaveLength(1);
    });
    const b = await openTab();
    await eventually(() => expect(b.answers()).toEqual(['one half ']));
    server.end();
    await eventually(() => expect(b.answers()).toEqual(['one half and the other']));
    await eventually(() => expect(b.chat().entries.at(-1)?.answer?.status).toBe('complete'));
    expect(b.chat().entries).toHaveLength(2);
    expect(a.chat().entries).toHaveLength(2);
  });

  test('loses nothing where tabs cannot hear each other', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    setUp();
    const [a, b] = [await openTab(), await openTab()];
    await a.ask('from-a');
    await b.ask('from-b');
    await a.ask('again-a');
    await eventually(async () =>
      expect((await storedQuestions()).toSorted()).toEqual(['again-a', 'from-a', 'from-b']),
    );
  });

  test('that one of them empties is empty in the other, and what is said then is all there is', async () => {
    setUp();
    const [a, b] = [await openTab(), await openTab()];
    await a.ask('old');
    await eventually(() => expect(b.questions()).toEqual(['old']));
    await createConversationStore().remove(key);
    await eventually(() => expect(b.questions()).toEqual([]));
    await b.ask('new');
    await eventually(async () => expect(await storedQuestions()).toEqual(['new']));
  });

  test('keeps the undo of a removal in view', async () => {
    setUp();
    const [a, b] = [await openTab(), await openTab()];
    await a.ask('first');
    await eventually(() => expect(b.questions()).toEqual(['first']));
    await b.remove(b.chat().entries[0]?.message.id ?? '');
    await eventually(() => expect(a.questions()).toEqual([]));
    await a.ask('second');
    expect(b.chat().beforeRemoval).toHaveLength(2);
    b.chat().undoRemove();
    await eventually(() => expect(b.questions().toSorted()).toEqual(['first', 'second']));
    await eventually(() => expect(a.questions().toSorted()).toEqual(['first', 'second']));
  });
});

describe('a draft in two tabs', () => {
  test('is in both as it was typed there, and comes back with the words and images of both', async () => {
    setUp();
    const [a, b] = [await openTab(), await openTab()];
    await a.add('quad.png');
    await a.write('draft-of-a');
    await b.write('draft-of-b');
    await eventually(async () =>
      expect((await createDraftStore().load(key))?.text).toMatch(
        /draft-of-a[^]*draft-of-b|draft-of-b[^]*draft-of-a/,
      ),
    );
    expect(a.chat().composer.text).toBe('draft-of-a');
    expect(b.chat().composer.text).toBe('draft-of-b');
    const c = await openTab();
    await eventually(() => expect(c.chat().composer.queue.items).toHaveLength(1));
    await eventually(() =>
      expect(c.chat().composer.text).toMatch(/draft-of-a[^]*draft-of-b|draft-of-b[^]*draft-of-a/),
    );
  });
});

/** A server that has not answered yet. */
const silent: typeof fetch = () => new Promise(() => undefined);

describe('a question that is sent from one tab while the other one has the same draft', () => {
  test('is gone from the composer of the other', async () => {
    setUp();
    const a = await openTab();
    await a.add('quad.png');
    await a.write('the draft');
    await eventually(async () =>
      expect((await createDraftStore().load(key))?.text).toBe('the draft'),
    );
    const b = await openTab();
    await b.submit();
    await eventually(() => expect(a.chat().composer.text).toBe(''));
    await eventually(() => expect(a.chat().composer.queue.items).toEqual([]));
    await eventually(() => expect(b.chat().entries.at(-1)?.answer?.status).toBe('complete'));
    await eventually(async () => expect(await createDraftStore().load(key)).toBeUndefined());
  });

  test('is gone from the composer of the other where both have restored it', async () => {
    setUp();
    const before = await openTab();
    await before.add('quad.png');
    await before.write('the draft');
    await eventually(async () =>
      expect((await createDraftStore().load(key))?.text).toBe('the draft'),
    );
    await before.unmount();
    const [a, b] = [await openTab(), await openTab()];
    await eventually(() => expect(a.chat().composer.canSend).toBe(true));
    await b.submit();
    await eventually(() => expect(a.chat().composer.text).toBe(''));
    await eventually(() => expect(a.chat().composer.queue.items).toEqual([]));
    await eventually(() => expect(b.chat().entries.at(-1)?.answer?.status).toBe('complete'));
    await eventually(async () => expect(await createDraftStore().load(key)).toBeUndefined());
  });

  test('stays in the other where it was changed there', async () => {
    setUp();
    const a = await openTab();
    await a.write('the draft');
    await eventually(async () =>
      expect((await createDraftStore().load(key))?.text).toBe('the draft'),
    );
    const b = await openTab();
    await eventually(() => expect(b.chat().composer.canSend).toBe(true));
    await a.write('the draft, with more');
    await b.submit();
    await eventually(() => expect(a.questions()).toEqual(['the draft']));
    expect(a.chat().composer.text).toBe('the draft, with more');
    await eventually(async () =>
      expect((await createDraftStore().load(key))?.text).toBe('the draft, with more'),
    );
  });

  test('is gone from a tab that was opened while it was being sent, and its answer comes there, too', async () => {
    setUp();
    const server = pausingServer();
    const a = await openTab(server.fetch);
    await a.add('quad.png');
    await a.write('the draft');
    await a.submit();
    await eventually(async () => {
      expect(await storedQuestions()).toEqual(['the draft']);
      expect((await createDraftStore().load(key))?.question).toBeDefined();
    });
    const b = await openTab();
    await eventually(() => expect(b.chat().composer.canSend).toBe(true));
    server.begin();
    await eventually(() => expect(b.chat().composer.text).toBe(''));
    await eventually(() => expect(b.chat().composer.queue.items).toEqual([]));
    server.end();
    await eventually(() => expect(a.chat().status).toBe('ready'));
    await eventually(() => expect(b.answers()).toEqual(['one half and the other']));
    await eventually(() => expect(b.questions()).toEqual(a.questions()));
  });
});

describe('a page that goes away while it sends', () => {
  test('has its question back once, as the draft with its images', async () => {
    setUp();
    const before = await openTab(silent);
    await before.add('quad.png', 'photo.jpg');
    await before.write('first');
    await before.submit();
    await eventually(async () => {
      expect(await storedQuestions()).toEqual(['first']);
      expect((await createDraftStore().load(key))?.question).toBeDefined();
    });
    await before.unmount();

    const after = await openTab();
    await eventually(() => expect(after.chat().composer.canSend).toBe(true));
    await eventually(() => {
      expect(after.chat().composer.text).toBe('first');
      expect(after.chat().composer.queue.items).toHaveLength(2);
      expect(after.chat().entries).toEqual([]);
    });
    await after.submit();
    await eventually(() => expect(after.chat().entries[1]?.answer?.status).toBe('complete'));
    await eventually(async () => expect(await storedQuestions()).toEqual(['first']));
    await eventually(() => expect(after.chat().composer.queue.items).toEqual([]));
  });
});
