// oxlint-disable vitest/no-conditional-expect -- Drafts and conversations are asked in different ways.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import type { ConversationStore, Draft, StorageProblem } from '../../../src/storage/types.js';

let name = '';
let lastName = 0;

function setUp() {
  lastName += 1;
  name = `test-broken-${lastName}`;
  const problems: StorageProblem[] = [];
  const onProblem = (problem: StorageProblem): void => void problems.push(problem);
  return {
    problems,
    drafts: createDraftStore({ name, onProblem }),
    conversations: createConversationStore<ChatEntry>({ name, onProblem }),
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const kind of ['drafts', 'conversations']) indexedDB.deleteDatabase(`${name}-${kind}`);
});

const draft = (text: string, ...files: readonly Blob[]): Draft => ({
  text,
  images: files.map((file, n) => ({ id: `i${n}`, file, name: `${n}.png`, detail: 'auto' })),
});

const said = (id: string): ChatEntry => ({
  message: { id, role: 'user', parts: [{ type: 'text', text: id }] },
});

/** Runs before each real `put`. */
function beforePut(check: (value: unknown) => void): void {
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
    ?.value as IDBObjectStore['put'];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function checked(
    this: IDBObjectStore,
    value: unknown,
    key,
  ) {
    check(value);
    return put.call(this, value, key);
  });
}

async function put(kind: string, key: string, value: unknown): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(`${name}-${kind}`);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('records'));
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('records', 'readwrite');
      transaction.objectStore('records').put(value, key);
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

/** What all the stored Blobs say. */
async function storedTexts(kind: string): Promise<readonly string[]> {
  const stored = await new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open(`${name}-${kind}`);
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('records').objectStore('records').getAll();
      reading.addEventListener('success', () => {
        opening.result.close();
        resolve(reading.result);
      });
    });
  });
  const blobs = stored.filter((value) => value instanceof Blob);
  return Promise.all(blobs.map((blob) => blob.text()));
}

test('a browser that cannot store Blobs keeps their bytes, and has nothing to say', async () => {
  const { drafts, problems } = setUp();
  beforePut((value) => {
    if (value instanceof Blob) throw new DOMException('No Blobs.', 'DataCloneError');
  });
  await drafts.save('d', draft('Look', new Blob(['one'], { type: 'image/png' }), new Blob(['2'])));
  const found = await createDraftStore({ name }).load('d');
  expect(found?.text).toBe('Look');
  expect(found?.images.map(({ file }) => file.type)).toEqual(['image/png', '']);
  expect(await found?.images[0]?.file.text()).toBe('one');
  expect(problems).toEqual([]);
});

test('one file that can no longer be read costs neither the words nor the other images', async () => {
  const { drafts, problems } = setUp();
  const gone = new Blob(['gone']);
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('Gone.', 'NotReadableError'));
  beforePut((value) => {
    if (value === gone) throw new DOMException('Gone.', 'DataError');
  });
  const written = draft('Look', gone, new Blob(['here']));
  await drafts.save('d', written);
  await drafts.save('d', { ...written, text: 'Look here' });
  const found = await createDraftStore({ name }).load('d');
  expect(found?.text).toBe('Look here');
  expect(found?.images.map(({ id }) => id)).toEqual(['i1']);
  expect(problems.map(({ code }) => code)).toEqual(['image-not-kept']);
});

test.each([
  ['for images', (value: unknown) => value instanceof Blob, 'storage-full'],
  ['for anything', () => true, 'nothing-kept'],
])(
  'where there is no room %s, that is said, and the file that was replaced does not stay behind',
  async (_, isRefused, code) => {
    const { drafts, problems } = setUp();
    const original = draft('Look', new Blob(['original']), new Blob(['other']));
    await drafts.save('d', original);
    beforePut((value) => {
      if (isRefused(value)) throw new DOMException('Full.', 'QuotaExceededError');
    });
    const images = [...draft('', new Blob(['redacted'])).images, ...original.images.slice(1)];
    await drafts.save('d', { ...original, images });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    vi.restoreAllMocks();
    expect(await storedTexts('drafts')).toEqual(['other']);
    const found = await createDraftStore({ name }).load('d');
    expect(found?.images.map(({ id }) => id)).toEqual(['i1']);
  },
);

test.each([
  ['removed', (store: ConversationStore<ChatEntry>) => store.remove('c')],
  ['emptied', (store: ConversationStore<ChatEntry>) => store.save('c', [])],
  ['cleared with all others', (store: ConversationStore<ChatEntry>) => store.clearAll()],
])('a conversation can be %s where there is no room for as much as a number', async (_, work) => {
  const { conversations: store } = setUp();
  await store.save('c', [said('q')]);
  beforePut(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  await work(store);
  vi.restoreAllMocks();
  expect(await createConversationStore<ChatEntry>({ name }).load('c')).toBeUndefined();
});

test('a connection that was closed is opened again, as often as it takes', async () => {
  const { drafts, problems } = setUp();
  const open = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
    ?.value as IDBDatabase['transaction'];
  let count = 0;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function closing(
    this: IDBDatabase,
    ...given
  ) {
    count += 1;
    if (count % 2 === 0) this.close();
    return open.apply(this, given);
  });
  for (const text of ['one', 'two', 'three', 'four']) {
    // oxlint-disable-next-line no-await-in-loop -- One save after the other.
    await drafts.save('d', draft(text));
  }
  expect((await createDraftStore({ name }).load('d'))?.text).toBe('four');
  expect(problems).toEqual([]);
});

test('a transaction that the browser aborts once is tried once more', async () => {
  const { drafts, problems } = setUp();
  await drafts.save('d', draft('one'));
  let isAborted = false;
  beforePut(() => {
    if (isAborted) return;
    isAborted = true;
    throw new DOMException('Not now.', 'UnknownError');
  });
  await drafts.save('d', draft('two'));
  expect((await createDraftStore({ name }).load('d'))?.text).toBe('two');
  expect(problems).toEqual([]);
});

test('a database without its store gets one', async () => {
  const { drafts, problems } = setUp();
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open(`${name}-drafts`);
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });
  await drafts.save('d', draft('Kept'));
  expect((await createDraftStore({ name }).load('d'))?.text).toBe('Kept');
  expect(problems).toEqual([]);
});

test('a database that another page deletes is not held back, and is made again', async () => {
  const { drafts } = setUp();
  await drafts.save('d', draft('Before'));
  await new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(`${name}-drafts`);
    deleting.addEventListener('success', resolve);
    deleting.addEventListener('blocked', reject);
  });
  await drafts.save('d', draft('After'));
  expect((await createDraftStore({ name }).load('d'))?.text).toBe('After');
});

const good = { format: 1, savedAtMs: Date.now(), blobBytes: {} };

describe.each([
  ['null', null],
  ['a string', 'x'],
  ['a number', 5],
  ['a list', [1, null]],
  ['nothing in it', { ...good, value: null }],
  ['no sizes', { format: 1, savedAtMs: 1, value: [said('old')] }],
  ['entries without messages', { ...good, value: [{}, null, 1, said('old')] }],
  [
    'odd parts',
    { ...good, value: [{ message: { id: 1, role: 'user', parts: [null, { type: 'image' }] } }] },
  ],
  ['a draft of odd fields', { ...good, value: { text: 5, images: [{}, null, 'x'] } }],
  ['images that are no list', { ...good, value: { text: 'old', images: 'x' } }],
  ['images without bytes', { ...good, blobBytes: { i: 3 }, value: draft('old', new Blob(['x'])) }],
  ['a date in the future', { ...good, savedAtMs: Date.now() + 1e12, value: draft('old') }],
  ['a date that is none', { ...good, savedAtMs: 'x', blobBytes: 7, value: [said('old')] }],
])('a record with %s', (_, record) => {
  test.each(['conversations', 'drafts'] as const)(
    'among the %s is read without an error, and the next one is kept',
    async (kind) => {
      const { drafts, conversations, problems } = setUp();
      await put(kind, 'record:k', record);
      await put(kind, 'blob:1:k:i', 'no Blob');
      if (kind === 'drafts') {
        const found = await drafts.load('k');
        expect(typeof (found?.text ?? '')).toBe('string');
        await drafts.save('k', draft('New', new Blob(['x'])), found);
        const again = await createDraftStore({ name }).load('k');
        expect(again?.text).toContain('New');
        expect(again?.images.length).toBeGreaterThan(0);
      } else {
        const found = (await conversations.load('k')) ?? [];
        await conversations.list();
        await conversations.save('k', [...found, said('new')], found);
        const again = await createConversationStore<ChatEntry>({ name }).load('k');
        expect(again?.map(({ message }) => message.id)).toEqual([
          ...found.map(({ message }) => message.id),
          'new',
        ]);
      }
      expect(problems).toEqual([]);
    },
  );
});

test('what could not be read of a conversation is still there after the next save', async () => {
  const { conversations } = setUp();
  await put('conversations', 'record:k', { ...good, value: [said('old'), { from: 'later' }, 'x'] });
  const found = (await conversations.load('k')) ?? [];
  const next = [...found, said('new')];
  await conversations.save('k', next, found);
  await conversations.save('k', [...next, said('newer')], next);
  const { get, createStore } = await import('idb-keyval');
  const database = createStore(`${name}-conversations`, 'records');
  const record = await get<{ value: unknown[] }>('record:k', database);
  expect(record?.value.slice(-2)).toEqual([{ from: 'later' }, 'x']);
  const again = await createConversationStore<ChatEntry>({ name }).load('k');
  expect(again).toEqual([said('old'), said('new'), said('newer')]);
});
