/** What is written when one message is added to a long conversation. */
import { createStore, del, entries as readAll, get, keys, setMany } from 'idb-keyval';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';

let name = '';
let lastName = 0;

function setUp() {
  lastName += 1;
  name = `test-incremental-${lastName}`;
  return createConversationStore<ChatEntry>({ name });
}

afterEach(async () => {
  vi.restoreAllMocks();
  await createConversationStore({ name }).clearAll();
});

const databaseOf = () => createStore(`${name}-conversations`, 'records');

function question(n: number, imageBytes = 20_000): ChatEntry {
  return {
    message: {
      id: `q${n}`,
      role: 'user',
      parts: [
        {
          type: 'image',
          id: `i${n}`,
          data: { kind: 'bytes', bytes: new Blob([new Uint8Array(imageBytes)]) },
          mediaType: 'image/jpeg',
          detail: 'auto',
          width: 800,
          height: 600,
          name: `image-${n}.jpg`,
        },
        { type: 'text', text: `Question ${n}. `.repeat(20) },
      ],
    },
  };
}

function answer(n: number, length = 100, status: 'streaming' | 'complete' = 'complete'): ChatEntry {
  return {
    message: {
      id: `a${n}`,
      role: 'assistant',
      parts: [{ type: 'text', text: `Answer ${n}. `.repeat(length) }],
    },
    answer: { status, startedAtMs: 1, endReason: 'complete' },
  };
}

const turns = (count: number): ChatEntry[] =>
  Array.from({ length: count }, (_, n) => [question(n), answer(n)]).flat();

interface Written {
  values: unknown[];
  jsonBytes: number;
  blobBytes: number;
}

/** Counts what is written from now on. */
function watchPuts(): Written {
  const written: Written = { values: [], jsonBytes: 0, blobBytes: 0 };
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
    ?.value as IDBObjectStore['put'];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function counted(
    this: IDBObjectStore,
    value: unknown,
    key,
  ) {
    written.values.push(value);
    if (value instanceof Blob) written.blobBytes += value.size;
    else written.jsonBytes += JSON.stringify(value).length;
    return put.call(this, value, key);
  });
  return written;
}

describe('a turn in a conversation of 200 messages with images', () => {
  test('writes its own messages and its own image, and each image once', async () => {
    const store = setUp();
    const before = turns(100);
    await store.save('c', before);
    const written = watchPuts();
    const asked = [...before, question(100)];
    const states = [
      asked,
      [...asked, answer(100, 5, 'streaming')],
      [...asked, answer(100, 50, 'streaming')],
      [...asked, answer(100)],
    ];
    for (const [n, entries] of states.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- One after another, as an answer arrives.
      await store.save('c', entries, n === 0 ? before : states[n - 1]);
    }
    const text = JSON.stringify(written.values);
    // The first question is the heading of the record.
    expect(text).not.toMatch(/Question [1-9]\d?\.|Answer \d\d?\./);
    expect(text).toContain('Question 100.');
    expect(written.values.filter((value) => value instanceof Blob)).toHaveLength(1);
    expect(written.blobBytes).toBe(20_000);
    // The conversation has 170,000 bytes of text, and each of the four saves would write it.
    expect(written.jsonBytes).toBeLessThan(40_000);

    const found = await createConversationStore<ChatEntry>({ name }).load('c');
    expect(found?.map(({ message }) => message)).toMatchObject(
      (states.at(-1) ?? []).map(({ message: { id, role } }) => ({ id, role })),
    );
  });

  test('leaves nothing behind of what is removed but the mark that says so', async () => {
    const store = setUp();
    const entries = turns(3);
    await store.save('c', entries);
    const shorter = entries.slice(0, 4);
    await store.save('c', shorter, entries);
    expect((await keys(databaseOf())).filter((key) => (key as string).endsWith('2'))).toEqual([]);
    const again = createConversationStore<ChatEntry>({ name });
    expect((await again.load('c'))?.map(({ message }) => message.id)).toEqual([
      'q0',
      'a0',
      'q1',
      'a1',
    ]);
    await again.remove('c');
    expect(await keys(databaseOf())).toEqual(['removed:c']);
  });

  test('is found by its words, and listed by its first question or its name', async () => {
    const store = setUp();
    const entries = turns(2);
    await store.save('c', entries);
    await store.save('c', [...entries, question(2)], entries);
    expect(await store.search?.('answer 1.')).toEqual(['c']);
    expect(await store.search?.('answer 2.')).toEqual([]);
    expect((await store.list())[0]?.title).toMatch(/^Question 0\. /);
    await store.rename?.('c', 'Cats');
    expect(await store.list()).toMatchObject([{ id: 'c', title: 'Cats' }]);
    await store.rename?.('c', '');
    expect((await store.list())[0]?.title).toMatch(/^Question 0\. /);
    const found = await createConversationStore<ChatEntry>({ name }).load('c');
    expect(found).toHaveLength(5);
  });
});

const parts = (text: string) => [{ type: 'text', text }];

describe('a conversation of an earlier version, which stored all messages as one', () => {
  const stored = {
    format: 1,
    savedAtMs: 1,
    blobBytes: {},
    title: 'Old name',
    revision: 'r',
    value: [
      { message: { id: 'q', role: 'user', parts: parts('Old?') } },
      { message: { id: 'a', role: 'assistant', parts: parts('Yes.') } },
      { from: 'elsewhere' },
    ],
  };

  test('is moved with the next message, whole, and then written message by message', async () => {
    const store = setUp();
    await setMany([['record:c', stored]], databaseOf());
    expect(await store.list()).toMatchObject([{ title: 'Old name' }]);
    const found = (await store.load('c')) ?? [];
    expect(found.map(({ message }) => message.id)).toEqual(['q', 'a']);
    const next = [...found, question(1)];
    await store.save('c', next, found);
    const written = watchPuts();
    await store.save('c', [...next, answer(1)], next);
    expect(JSON.stringify(written.values)).not.toContain('Yes.');

    const again = createConversationStore<ChatEntry>({ name });
    expect((await again.load('c'))?.map(({ message }) => message.id)).toEqual([
      'q',
      'a',
      'q1',
      'a1',
    ]);
    expect(await again.list()).toMatchObject([{ title: 'Old name' }]);
    const record = await get<{ value: unknown[] }>('record:c', databaseOf());
    expect(record?.value).toContainEqual({ from: 'elsewhere' });
  });

  test('is a newer one to that version, which removes none of its messages', async () => {
    const store = setUp();
    await store.save('c', turns(1));
    const record = await get<{ format: number }>('record:c', databaseOf());
    expect(record?.format).toBeGreaterThan(1);
    expect(record?.format).toBeLessThan(2);
    const others = (await keys(databaseOf())).filter((key) => key !== 'record:c');
    expect(others.every((key) => (key as string).startsWith('blob:1:c:'))).toBe(true);
  });
});

test('a message that is gone from the database takes no other with it', async () => {
  const store = setUp();
  const entries = turns(2);
  await store.save('c', entries);
  const [lostKey] = (await readAll(databaseOf())).flatMap(([key, value]) =>
    JSON.stringify(value).includes('Answer 0.') && !(key as string).startsWith('record')
      ? [key]
      : [],
  );
  await del(lostKey ?? '', databaseOf());
  const other = createConversationStore<ChatEntry>({ name });
  const found = (await other.load('c')) ?? [];
  expect(found.map(({ message }) => message.id)).toEqual(['q0', 'q1', 'a1']);
  await other.save('c', [...found, question(2)], found);
  const again = await createConversationStore<ChatEntry>({ name }).load('c');
  expect(again?.map(({ message }) => message.id)).toEqual(['q0', 'q1', 'a1', 'q2']);
});

test('a save that fails half-way leaves the conversation as it was, and the next one writes all', async () => {
  const store = setUp();
  const entries = turns(2);
  await store.save('c', entries);
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
    ?.value as IDBObjectStore['put'];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function failing(
    this: IDBObjectStore,
    value: unknown,
    key,
  ) {
    // The messages are written first, then the record that lists them.
    if ((key as string).startsWith('record:'))
      throw new DOMException('Full.', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  const next = [...entries, question(2)];
  await store.save('c', next, entries);
  vi.restoreAllMocks();
  const seen = await createConversationStore<ChatEntry>({ name }).load('c');
  expect(seen?.map(({ message }) => message.id)).toEqual(['q0', 'a0', 'q1', 'a1']);
  await store.save('c', [...next, answer(2)], next);
  const found = await createConversationStore<ChatEntry>({ name }).load('c');
  expect(found?.map(({ message }) => message.id)).toEqual(['q0', 'a0', 'q1', 'a1', 'q2', 'a2']);
});
