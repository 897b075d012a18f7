import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import type { ChatEntry } from '../../../src/chat/types.js';
import { KitError } from '../../../src/errors.js';
import type { ImagePart, MessagePart } from '../../../src/messages/types.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const name = 'test-conversations-of-one-file';

afterEach(() => createConversationStore({ name }).clearAll());

async function imageOf(file: string): Promise<ImagePart> {
  const bytes = await loadFixture(file);
  return {
    type: 'image',
    id: file,
    data: { kind: 'bytes', bytes },
    mediaType: 'image/png',
    detail: 'low',
    width: 100,
    height: 80,
    name: file,
    original: new Blob(['a much larger original']),
  };
}

async function conversation(): Promise<ChatEntry[]> {
  return [
    {
      message: {
        id: 'q',
        role: 'user',
        parts: [await imageOf('quad.png'), { type: 'text', text: 'What is on this image?' }],
      },
    },
    {
      message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'Four squa' }] },
      answer: {
        status: 'incomplete',
        error: new KitError('stalled', { message: 'It stopped.', facts: { limit: 30_000 } }),
        startedAtMs: 1,
      },
    },
  ];
}

/** A question with an image. */
const version = (bytes: string): ChatEntry => ({
  message: {
    id: 'q',
    role: 'user',
    parts: [
      {
        type: 'image',
        id: 'same',
        data: { kind: 'bytes', bytes: new Blob([bytes], { type: 'image/png' }) },
        mediaType: 'image/png',
        detail: 'auto',
      },
    ],
  },
});

const textOf = async (entry: ChatEntry | undefined): Promise<string | undefined> => {
  const part = entry?.message.parts[0];
  return part?.type === 'image' && part.data.kind === 'bytes' ? part.data.bytes.text() : undefined;
};

describe('a conversation', () => {
  test('comes back as it was sent, with errors that are still errors, without originals', async () => {
    const entries = await conversation();
    await createConversationStore<ChatEntry>({ name }).save('c', entries);
    const found = await createConversationStore<ChatEntry>({ name }).load('c');

    const [image, text] = found?.[0]?.message.parts ?? [];
    expect(text).toEqual({ type: 'text', text: 'What is on this image?' });
    expect(image).toMatchObject({ id: 'quad.png', detail: 'low', data: { kind: 'bytes' } });
    expect(image).not.toHaveProperty('original');
    const stored = image?.type === 'image' && image.data.kind === 'bytes' && image.data.bytes;
    expect(stored && stored.size).toBe((await loadFixture('quad.png')).size);

    const answer = found?.[1]?.answer;
    expect(answer).toMatchObject({ status: 'incomplete', error: { facts: { limit: 30_000 } } });
    expect(KitError.is(answer?.error)).toBe(true);
  });

  test('comes back with thoughts, sources, tool calls and files', async () => {
    const parts: MessagePart[] = [
      { type: 'reasoning', text: 'Four?', summary: 'Counts.', startedAtMs: 1, durationMs: 2 },
      { type: 'tool-call', id: 't', name: 'count', arguments: '{}', state: 'done', result: '4' },
      { ...(await imageOf('quad.png')), toolCallId: 't' },
      { type: 'text', text: 'Four.' },
      { type: 'source', url: 'https://a.example', title: 'A', ranges: [{ start: 0, end: 4 }] },
      {
        type: 'file',
        id: 'f',
        data: { kind: 'bytes', bytes: new Blob(['%PDF'], { type: 'application/pdf' }) },
        mediaType: 'application/pdf',
        name: 'report.pdf',
      },
    ];
    const entries: ChatEntry[] = [
      {
        message: { id: 'a', role: 'assistant', parts },
        answer: { status: 'complete', startedAtMs: 1 },
      },
    ];
    await createConversationStore<ChatEntry>({ name }).save('c', entries);
    const [found] = (await createConversationStore<ChatEntry>({ name }).load('c')) ?? [];
    const { original: _original, ...image } = parts[2] as ImagePart;
    expect(found?.message.parts.toSpliced(5, 1)).toEqual(parts.toSpliced(5, 1).with(2, image));
    const file = found?.message.parts[5];
    expect(file).toMatchObject({ name: 'report.pdf', mediaType: 'application/pdf' });
    expect(
      file?.type === 'file' && file.data.kind === 'bytes' && (await file.data.bytes.text()),
    ).toBe('%PDF');
  });

  test('comes back with its other versions, also where they hold other bytes of the same image', async () => {
    const store = createConversationStore<ChatEntry>({ name });
    const failed: ChatEntry = {
      message: { id: 'a', role: 'assistant', parts: [] },
      answer: {
        status: 'failed',
        error: new KitError('offline', { message: 'Offline.' }),
        startedAtMs: 0,
      },
    };
    await store.save('c', [
      { ...version('small'), versions: { index: 1, others: [[version('large'), failed]] } },
    ]);
    const [shown] = (await store.load('c')) ?? [];
    const other = shown?.versions?.others[0];
    expect([await textOf(shown), await textOf(other?.[0])]).toEqual(['small', 'large']);
    expect(KitError.is(other?.[1]?.answer?.error)).toBe(true);
  });

  test('is listed by its first question, latest first', async () => {
    let time = 1000;
    const store = createConversationStore<ChatEntry>({ name, now: () => time });
    await store.save('first', await conversation());
    time = 2000;
    await store.save('second', (await conversation()).slice(0, 1));
    expect(await store.list()).toEqual([
      { id: 'second', savedAtMs: 2000, title: 'What is on this image?' },
      { id: 'first', savedAtMs: 1000, title: 'What is on this image?' },
    ]);
    await store.remove('second');
    await store.save('first', []);
    expect(await store.list()).toEqual([]);
  });

  test('leaves memory once nobody shows it, with its images', async () => {
    const store = createConversationStore<ChatEntry>({ name });
    async function saveAndLeave(): Promise<WeakRef<ChatEntry>> {
      const entry = version('bytes');
      await store.save('c', [entry]);
      return new WeakRef(entry);
    }
    const saved = await saveAndLeave();
    async function afterCollecting(): Promise<ChatEntry | undefined> {
      await cdp().send('HeapProfiler.collectGarbage');
      return saved.deref();
    }
    await expect.poll(afterCollecting).toBeUndefined();
    // What was saved is still known: the question is removed, not taken for one that another tab has added.
    await store.save('c', [{ message: { id: 'n', role: 'user', parts: [] } }]);
    const found = await store.load('c');
    expect(found?.map(({ message }) => message.id)).toEqual(['n']);
  });

  test('that found no room for an image keeps its name in its place', async () => {
    const store = createConversationStore<ChatEntry>({ name, maxTotalBytes: 1 });
    await store.save('c', await conversation());
    expect((await store.load('c'))?.[0]?.message.parts[0]).toEqual({
      type: 'text',
      text: '[image no longer here: quad.png, 100×80]',
    });
  });
});
