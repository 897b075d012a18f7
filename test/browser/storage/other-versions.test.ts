import { createStore, get, keys, set, setMany } from 'idb-keyval';
import { afterEach, describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import type { StorageProblem } from '../../../src/storage/types.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const name = 'test-records-of-other-versions';
const databases = {
  conversations: createStore(`${name}-conversations`, 'records'),
  drafts: createStore(`${name}-drafts`, 'records'),
};

afterEach(async () => {
  await createConversationStore({ name }).clearAll();
  await createDraftStore({ name }).clearAll();
});

/** As the first version wrote it: no versions of messages, no links, no prices, no other bytes under the same id. */
async function keepFirstConversation(more: object = {}): Promise<void> {
  const bytes = await loadFixture('quad.png');
  const image = {
    type: 'image',
    id: 'i',
    data: { kind: 'stored' },
    mediaType: 'image/png',
    detail: 'low',
    ...more,
  };
  const error = { code: 'stalled', message: 'It stopped.', facts: {}, ...more };
  await setMany(
    [
      [
        'record:c',
        {
          format: 1,
          savedAtMs: 1,
          blobBytes: { i: bytes.size },
          value: [
            {
              message: {
                id: 'q',
                role: 'user',
                parts: [image, { type: 'text', text: 'Old?', ...more }],
                ...more,
              },
              ...more,
            },
            {
              message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'Ye' }] },
              answer: { status: 'streaming', startedAtMs: 1, error, ...more },
            },
          ],
          ...more,
        },
      ],
      ['blob:1:c:i', bytes],
    ],
    databases.conversations,
  );
}

function chatOf(initialEntries: readonly ChatEntry[]) {
  return createChatStore({
    connection: { wire: openaiChat, model: 'gpt-4o', baseUrl: 'https://chat.example/v1' },
    createTransport,
    initialEntries,
  });
}

describe('a record of an earlier version', () => {
  test('of a conversation comes back whole, and the chat goes on from it', async () => {
    await keepFirstConversation();
    const found = (await createConversationStore<ChatEntry>({ name }).load('c')) ?? [];
    expect(found[0]?.message.parts).toMatchObject([
      { id: 'i', detail: 'low', data: { kind: 'bytes' } },
      { type: 'text', text: 'Old?' },
    ]);
    const { entries: shown, status } = chatOf(found).getSnapshot();
    expect(status).toBe('ready');
    expect(shown[0]).not.toHaveProperty('versions');
    expect(shown[1]?.answer).toMatchObject({ status: 'incomplete', error: { code: 'stalled' } });
  });

  test('of a draft comes back with its images', async () => {
    const file = await loadFixture('quad.png');
    const image = { id: 'i', name: 'quad.png', detail: 'high' };
    await setMany(
      [
        [
          'record:chat',
          {
            format: 1,
            savedAtMs: Date.now(),
            blobBytes: { i: file.size },
            value: { text: 'Half a', images: [image] },
          },
        ],
        ['blob:4:chat:i', file],
      ],
      databases.drafts,
    );
    const draft = await createDraftStore({ name }).load('chat');
    expect(draft).toMatchObject({ text: 'Half a', images: [image] });
    expect(draft?.images[0]?.file.size).toBe(file.size);
  });
});

test('fields that this version does not know are read over, and still there after the next save', async () => {
  await keepFirstConversation({ fromLater: { a: 1 } });
  const store = createConversationStore<ChatEntry>({ name });
  const found = (await store.load('c')) ?? [];
  const { entries: shown } = chatOf(found).getSnapshot();
  await store.save('c', [...shown]);
  const again = await createConversationStore<ChatEntry>({ name }).load('c');
  expect(again).toMatchObject([
    {
      fromLater: { a: 1 },
      message: { fromLater: { a: 1 }, parts: [{ fromLater: { a: 1 } }, { fromLater: { a: 1 } }] },
    },
    { answer: { fromLater: { a: 1 }, status: 'incomplete' } },
  ]);
});

describe('a record of a newer version in another format', () => {
  const newer = { format: 2, savedAtMs: Date.now(), value: { in: 'another shape' } };

  const keepNewer = (kind: 'conversations' | 'drafts'): Promise<void> =>
    setMany(
      [
        ['record:c', newer],
        ['blob:1:c:i', new Blob(['image'])],
      ],
      databases[kind],
    );

  test('is no conversation that is shown or written over, and stays beside others', async () => {
    await keepNewer('conversations');
    const problems: StorageProblem[] = [];
    const onProblem = (problem: StorageProblem): void => void problems.push(problem);
    const store = createConversationStore<ChatEntry>({ name, onProblem });
    const message = { id: 'q', role: 'user', parts: [{ type: 'text', text: 'New' }] } as const;
    expect(await store.load('c')).toBeUndefined();
    await store.save('c', [{ message }]);
    await store.save('c', []);
    await store.save('other', [{ message }]);
    expect((await store.list()).map(({ id }) => id)).toEqual(['other']);
    expect(await get('record:c', databases.conversations)).toEqual(newer);
    // Other tests have removed records.
    const all = (await keys<string>(databases.conversations)).filter(
      (key) => !key.startsWith('removed:'),
    );
    expect(all).toEqual(['blob:1:c:i', 'blob:5:other:\u0000item:q', 'record:c', 'record:other']);
    expect(problems.map(({ code }) => code)).toEqual(['storage-newer']);
    expect(problems[0]?.message).toMatch(/Reload the page/);
  });

  test('is no draft that is shown or written over, and stays beside others', async () => {
    await keepNewer('drafts');
    const store = createDraftStore({ name });
    expect(await store.load('c')).toBeUndefined();
    await store.save('c', { text: 'New', images: [] });
    await store.save('c', { text: '', images: [] });
    await store.save('other', { text: 'New', images: [] });
    expect(await get('record:c', databases.drafts)).toEqual(newer);
    expect(await keys(databases.drafts)).toEqual(['blob:1:c:i', 'record:c', 'record:other']);
  });

  test('is removed once it is too old to be kept, as any draft', async () => {
    await set('record:c', { ...newer, savedAtMs: 1 }, databases.drafts);
    const store = createDraftStore({ name });
    await store.save('c', { text: 'New', images: [] });
    expect(await store.load('c')).toMatchObject({ text: 'New' });
  });
});
