import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import type { Draft } from '../../../src/storage/types.js';
import { eventually } from '../../helpers/eventually.js';

/** Each store has a connection and a channel of its own, as in two tabs. */
const name = 'test-two-tabs';
const openConversations = () => createConversationStore<ChatEntry>({ name });
const openDrafts = () => createDraftStore({ name });

afterEach(async () => {
  vi.unstubAllGlobals();
  await openConversations().clearAll();
  await openDrafts().clearAll();
});

const said = (id: string, role: 'user' | 'assistant' = 'user', text = id): ChatEntry => ({
  message: { id, role, parts: [{ type: 'text', text }] },
});

const withImage = (id: string, bytes: string): ChatEntry => ({
  message: {
    id,
    role: 'user',
    parts: [
      {
        type: 'image',
        id: 'shared',
        data: { kind: 'bytes', bytes: new Blob([bytes], { type: 'image/png' }) },
        mediaType: 'image/png',
        detail: 'auto',
      },
    ],
  },
});

async function bytesIn(entries: readonly ChatEntry[] | undefined): Promise<string[]> {
  return Promise.all(
    (entries ?? []).flatMap(({ message }) =>
      message.parts.flatMap((part) =>
        part.type === 'image' && part.data.kind === 'bytes' ? part.data.bytes.text() : [],
      ),
    ),
  );
}

const idsOf = (entries: readonly ChatEntry[] | undefined): string[] | undefined =>
  entries?.map(({ message }) => message.id);

const writing = (text: string, images: Record<string, string> = {}): Draft => ({
  text,
  images: Object.entries(images).map(([id, bytes]) => ({
    id,
    file: new Blob([bytes]),
    name: `${id}.png`,
    detail: 'auto',
  })),
});

describe('a conversation in two tabs', () => {
  test('has what both said, in every order of saves', async () => {
    const [a, b] = [openConversations(), openConversations()];
    await Promise.all([a.load('c'), b.load('c')]);
    await a.save('c', [said('from-a')]);
    await b.save('c', [said('from-b')]);
    await a.save('c', [said('from-a'), said('again-a')]);
    await b.save('c', [said('from-b'), said('again-b')]);
    expect(idsOf(await openConversations().load('c'))?.toSorted()).toEqual([
      'again-a',
      'again-b',
      'from-a',
      'from-b',
    ]);
  });

  test('has what both said at the same moment', async () => {
    const stores = Array.from({ length: 8 }, openConversations);
    await Promise.all(stores.map((store, n) => store.save('c', [said(`from-${n}`)])));
    expect(await openConversations().load('c')).toHaveLength(8);
  });

  test('keeps the images of both, also under the same id', async () => {
    const [a, b] = [openConversations(), openConversations()];
    await a.save('c', [withImage('from-a', 'bytes of a')]);
    await b.save('c', [withImage('from-b', 'bytes of b')]);
    await a.save('c', [withImage('from-a', 'bytes of a'), said('again-a')]);
    const found = await openConversations().load('c');
    expect(await bytesIn(found)).toEqual(['bytes of a', 'bytes of b']);
  });

  test('has nothing back that one of them removed', async () => {
    const [a, b] = [openConversations(), openConversations()];
    await a.save('c', [said('kept'), said('removed')]);
    const shown = (await b.load('c')) ?? [];
    await a.save('c', [said('kept')]);
    await b.save('c', [...shown, said('from-b')]);
    expect(idsOf(await openConversations().load('c'))).toEqual(['kept', 'from-b']);
  });

  test('that is removed as a whole stays so, and its watchers are called', async () => {
    const [a, b] = [openConversations(), openConversations()];
    await a.save('c', [said('old')]);
    const shown = (await b.load('c')) ?? [];
    const onChange = vi.fn();
    const stop = b.watch?.('c', () => shown, onChange);
    await b.list();
    await a.remove('c');
    await eventually(() => expect(onChange).toHaveBeenCalled());
    expect(await b.load('c')).toEqual([]);
    await b.save('c', [...shown, said('new')], shown);
    expect(idsOf(await openConversations().load('c'))).toEqual(['new']);
    stop?.();
  });

  test('that is removed stays so in a tab that did not hear of it', async () => {
    const [a, b] = [openConversations(), openConversations()];
    await a.save('c', [said('old')]);
    const shown = (await b.load('c')) ?? [];
    await a.remove('c');
    await b.save('c', [...shown, said('new')], shown);
    expect(idsOf(await openConversations().load('c'))).toEqual(['new']);
  });

  test('that is cleared with all others is gone from a tab that did not hear of it', async () => {
    const [a, b] = [openConversations(), openConversations()];
    await a.save('c', [said('old')]);
    const shown = await b.load('c');
    await a.clearAll();
    await a.save('other', [said('makes room')]);
    expect(await b.load('c', shown)).toEqual([]);
  });

  test('that is removed and written again in one tab is whole', async () => {
    const store = openConversations();
    const shown = [said('a'), said('b')];
    await store.save('c', shown);
    await store.remove('c');
    expect(await store.load('c')).toBeUndefined();
    await store.save('c', shown);
    expect(idsOf(await openConversations().load('c'))).toEqual(['a', 'b']);
  });

  test('that the browser cleared is written again from what is on the screen', async () => {
    const store = openConversations();
    const shown = [said('a'), said('b')];
    await store.save('c', shown);
    const { clear, createStore } = await import('idb-keyval');
    await clear(createStore(`${name}-conversations`, 'records'));
    await store.save('c', [...shown, said('new')]);
    expect(idsOf(await openConversations().load('c'))).toEqual(['a', 'b', 'new']);
  });

  test('calls the other tab, not the one that wrote', async () => {
    const [a, b] = [openConversations(), openConversations()];
    const mine = [said('from-a')];
    await a.save('c', mine);
    const shown = (await b.load('c')) ?? [];
    const [onA, onB] = [vi.fn(), vi.fn()];
    const stops = [a.watch?.('c', () => next, onA), b.watch?.('c', () => shown, onB)];
    await Promise.all([a.list(), b.list()]);
    const next = [...mine, said('again-a')];
    await a.save('c', next, mine);
    await eventually(() => expect(onB).toHaveBeenCalled());
    expect(onA).not.toHaveBeenCalled();
    const found = await b.load('c', shown);
    expect(found?.[0]).toBe(shown[0]);
    for (const stop of stops) stop?.();
  });

  test('is merged where there is no BroadcastChannel, and looked for when the tab comes into view', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [a, b] = [openConversations(), openConversations()];
    await a.save('c', [said('from-a')]);
    const onChange = vi.fn();
    const stop = b.watch?.('c', () => [], onChange);
    await b.save('c', [said('from-b')]);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(onChange).toHaveBeenCalled();
    expect(idsOf(await b.load('c'))).toEqual(['from-a', 'from-b']);
    stop?.();
  });

  test('is written over by an earlier version of the kit without an error in this one', async () => {
    const store = openConversations();
    await store.save('c', [said('mine')]);
    const { get, set, createStore } = await import('idb-keyval');
    const database = createStore(`${name}-conversations`, 'records');
    const record = await get<{ revision?: string; value: unknown[] }>('record:c', database);
    const { revision: _none, ...earlier } = record ?? { value: [] };
    await set('record:c', { ...earlier, value: [...earlier.value, said('theirs')] }, database);
    await store.save('c', [said('mine'), said('again')]);
    expect(idsOf(await store.load('c'))).toEqual(['mine', 'theirs', 'again']);
  });
});

describe('a draft in two tabs', () => {
  test('has the words and images of both', async () => {
    const [a, b] = [openDrafts(), openDrafts()];
    await Promise.all([a.load('d'), b.load('d')]);
    await a.save('d', writing('From a', { one: '1' }));
    await b.save('d', writing('From b', { two: '2' }));
    await a.save('d', writing('From a, more', { one: '1' }));
    const found = await openDrafts().load('d');
    expect(found?.text).toBe('From b\n\nFrom a, more');
    const texts = found?.images.map(({ file }) => file.text());
    expect(await Promise.all(texts ?? [])).toEqual(['2', '1']);
  });

  test('that one of them emptied leaves that of the other', async () => {
    const [a, b] = [openDrafts(), openDrafts()];
    await a.save('d', writing('From a'));
    await b.save('d', writing('From b'), writing(''));
    await a.save('d', writing(''));
    expect((await openDrafts().load('d'))?.text).toBe('From b');
  });

  test('that was restored and changed replaces what it came from', async () => {
    const [a, b] = [openDrafts(), openDrafts()];
    await a.save('d', writing('Hello', { one: 'original' }));
    await b.load('d');
    await b.save('d', writing('Good day', { one: 'blacked out' }));
    const found = await openDrafts().load('d');
    expect(found?.text).toBe('Good day');
    expect(found?.images).toHaveLength(1);
    expect(await found?.images[0]?.file.text()).toBe('blacked out');
  });

  test('that was sent is told to the tab that shows it, also after a change; another draft is not', async () => {
    const [a, b, other] = [openDrafts(), openDrafts(), openDrafts()];
    const written = writing('Hello');
    await a.save('d', written);
    const restored = await b.load('d');
    const unrelated = writing('Something else');
    await other.save('d', unrelated, writing(''));
    const [onA, onOther] = [vi.fn(), vi.fn()];
    const stops = [
      a.watch?.('d', () => written, onA),
      other.watch?.('d', () => unrelated, onOther),
    ];
    await Promise.all([a.load('x'), other.load('x')]);

    const changed = writing('Hello there');
    await b.save('d', changed, restored);
    expect(onA).not.toHaveBeenCalled();
    await b.save('d', { ...writing(''), question: { id: 'q', isAccepted: true } }, changed);
    await eventually(() => expect(onA).toHaveBeenCalledTimes(1));
    expect(onOther).not.toHaveBeenCalled();
    for (const stop of stops) stop?.();
  });

  test('that was emptied by hand, not sent, stays in the other tab', async () => {
    const [a, b] = [openDrafts(), openDrafts()];
    const written = writing('Hello');
    await a.save('d', written);
    const onA = vi.fn();
    const stop = a.watch?.('d', () => written, onA);
    await a.load('x');
    const emptied = writing('');
    await b.save('d', emptied, await b.load('d'));
    const next = writing('Next');
    await b.save('d', next, emptied);
    // The channel keeps the order: this one is heard after both.
    const other = writing('Also shown');
    await a.save('d', other, written);
    await b.save('d', { ...writing(''), question: { id: 'q', isAccepted: true } }, next);
    expect(onA).not.toHaveBeenCalled();
    stop?.();
  });
});
