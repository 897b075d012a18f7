import { describe, expect, test } from 'vitest';
import type { ChatStore } from '../../../src/chat/types.js';
import { createFakeServer, createTestStore, anImage, settle, transcript } from './fakes.js';
import type { FakeServer } from './fakes.js';

const end = { type: 'message-end', reason: 'complete' } as const;

async function answer(server: FakeServer, text: string): Promise<unknown> {
  const exchange = await server.next();
  const messages: unknown = JSON.parse(await (exchange.request.body as Blob).text());
  exchange.emit({ type: 'text-delta', text }, end);
  await settle();
  return messages;
}

async function conversation(...questions: readonly string[]) {
  const server = createFakeServer();
  const store = createTestStore(server);
  for (const text of questions) {
    void store.send({ text });
    await answer(server, `answer to ${text}`);
  }
  return { server, store };
}

const idAt = (store: ChatStore, index: number): string =>
  store.getSnapshot().entries[index]?.message.id ?? '';

/** Number of the version and how many there are, as a person reads it. */
const versionAt = (store: ChatStore, index: number): string => {
  const { versions } = store.getSnapshot().entries[index] ?? {};
  return versions ? `${versions.index + 1}/${versions.others.length + 1}` : '1/1';
};

describe('versions', () => {
  test('of an answer are kept, and the last one is shown', async () => {
    const { server, store } = await conversation('one');
    void store.regenerate();
    await answer(server, 'second try');
    void store.regenerate();
    await answer(server, 'third try');
    expect(versionAt(store, 1)).toBe('3/3');
    const shown = [0, 1, 2].map((index) => {
      store.showVersion(idAt(store, 1), index);
      return `${versionAt(store, 1)} ${transcript(store)[1]}`;
    });
    expect(shown).toEqual([
      '1/3 assistant: answer to one',
      '2/3 assistant: second try',
      '3/3 assistant: third try',
    ]);
  });

  test('bring back what followed them, with versions of its own', async () => {
    const { server, store } = await conversation('one', 'two');
    void store.edit(idAt(store, 2), { text: 'two, reworded' });
    await answer(server, 'reworded answer');
    const whole = store.getSnapshot().entries;
    void store.edit(idAt(store, 0), { text: 'one, reworded' });
    await answer(server, 'another start');
    expect(transcript(store)).toEqual(['user: one, reworded', 'assistant: another start']);
    expect(versionAt(store, 0)).toBe('2/2');

    store.showVersion(idAt(store, 0), 0);
    expect(transcript(store)).toEqual([
      'user: one',
      'assistant: answer to one',
      'user: two, reworded',
      'assistant: reworded answer',
    ]);
    expect(versionAt(store, 2)).toBe('2/2');
    store.showVersion(idAt(store, 0), 1);
    store.showVersion(idAt(store, 0), 0);
    expect(store.getSnapshot().entries.slice(1)).toEqual(whole.slice(1));
  });

  test('that are not shown are not sent', async () => {
    const { server, store } = await conversation('one', 'two');
    void store.regenerate(idAt(store, 1));
    await answer(server, 'other');
    void store.send({ text: 'three' });
    const onOther = JSON.stringify(await answer(server, 'end'));
    expect(onOther).toContain('other');
    expect(onOther).not.toMatch(/answer to one|two/);

    store.showVersion(idAt(store, 1), 0);
    void store.send({ text: 'four' });
    const onFirst = JSON.stringify(await answer(server, 'end'));
    expect(onFirst).toMatch(/answer to one.*two/);
    expect(onFirst).not.toMatch(/other|three/);
  });

  test('are no longer there when the server never takes the question', async () => {
    const { server, store } = await conversation('one');
    const before = store.getSnapshot().entries;
    const outcome = store.regenerate();
    (await server.next()).fail(new Error('gone'));
    expect((await outcome).accepted).toBe(false);
    expect(store.getSnapshot().entries).toEqual(before);
  });

  test('are not made of an answer that never came', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'one' });
    const exchange = await server.next();
    exchange.accept();
    exchange.fail(new Error('cut'));
    await settle();
    void store.regenerate();
    await answer(server, 'at last');
    expect(versionAt(store, 1)).toBe('1/1');
  });

  test('cannot be changed while an answer is under way, and one that does not exist is not shown', async () => {
    const { server, store } = await conversation('one');
    void store.regenerate();
    await answer(server, 'second');
    const before = store.getSnapshot();
    store.showVersion(idAt(store, 1), 7);
    store.showVersion('gone', 0);
    expect(store.getSnapshot().entries).toEqual(before.entries);
    void store.send({ text: 'two' });
    await server.next();
    store.showVersion(idAt(store, 1), 0);
    expect(transcript(store)[1]).toBe('assistant: second');
  });

  test('all count in what was used, also after a reload', async () => {
    const { server, store } = await conversation('one');
    void store.regenerate();
    const exchange = await server.next();
    exchange.emit({ type: 'usage-update', inputTokens: 10, outputTokens: 5 }, end);
    await settle();
    void store.regenerate();
    (await server.next()).emit({ type: 'usage-update', inputTokens: 10, outputTokens: 7 }, end);
    await settle();
    const { entries, usage } = store.getSnapshot();
    expect(usage).toEqual({ inputTokens: 20, outputTokens: 12 });
    const reloaded = createTestStore(createFakeServer(), { initialEntries: entries });
    expect(reloaded.getSnapshot().usage.outputTokens).toBe(7);
  });

  test('have their images changed with the others', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'one', images: [anImage('a')] });
    await answer(server, 'x');
    void store.edit(idAt(store, 0), { text: 'two', images: [anImage('a')] });
    await answer(server, 'y');
    store.updateImages((image) => ({ ...image, detail: 'low' }));
    store.showVersion(idAt(store, 0), 0);
    expect(store.getSnapshot().entries[0]?.message.parts[0]).toMatchObject({ detail: 'low' });
  });
});

describe('removing', () => {
  test('is taken back, in its place', async () => {
    const { store } = await conversation('one', 'two', 'three');
    const before = store.getSnapshot().entries;
    store.remove(idAt(store, 2));
    expect(transcript(store)).toHaveLength(4);
    store.undoRemove();
    expect(store.getSnapshot().entries).toEqual(before);
    store.undoRemove();
    expect(store.getSnapshot().entries).toEqual(before);
  });

  test('cannot be taken back once something else was asked', async () => {
    const { server, store } = await conversation('one', 'two');
    store.remove(idAt(store, 0));
    void store.send({ text: 'three' });
    await answer(server, 'x');
    store.undoRemove();
    expect(transcript(store)[0]).toBe('user: two');
  });

  test('is taken back while an answer streams, which goes on', async () => {
    const { server, store } = await conversation('one');
    void store.send({ text: 'two' });
    const exchange = await server.next();
    exchange.emit({ type: 'text-delta', text: 'first ' });
    await settle();
    store.remove(idAt(store, 0));
    exchange.emit({ type: 'text-delta', text: 'second' });
    await settle();
    store.undoRemove();
    exchange.emit({ type: 'text-delta', text: ' third' }, end);
    await settle();
    expect(transcript(store)).toEqual([
      'user: one',
      'assistant: answer to one',
      'user: two',
      'assistant: first second third',
    ]);
  });

  test('the last version of an answer shows the one before', async () => {
    const { server, store } = await conversation('one');
    void store.regenerate();
    await answer(server, 'second');
    store.remove(idAt(store, 1));
    expect(transcript(store)).toEqual(['user: one', 'assistant: answer to one']);
    expect(versionAt(store, 1)).toBe('1/1');
    store.undoRemove();
    expect(versionAt(store, 1)).toBe('2/2');
  });

  test('a version in the middle leaves what follows, and the other versions within reach', async () => {
    const { server, store } = await conversation('one', 'two');
    void store.regenerate(idAt(store, 1));
    await answer(server, 'other');
    void store.send({ text: 'three' });
    await answer(server, 'end');
    store.remove(idAt(store, 1));
    expect(transcript(store)).toEqual(['user: one', 'user: three', 'assistant: end']);
    store.showVersion(idAt(store, 1), 0);
    expect(transcript(store)).toEqual([
      'user: one',
      'assistant: answer to one',
      'user: two',
      'assistant: answer to two',
    ]);
  });
});
