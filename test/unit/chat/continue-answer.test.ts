import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src/messages/types.js';
import type { ChatEvent } from '../../../src/wire/types.js';
import { createFakeServer, createTestStore, settle, transcript } from './fakes.js';

const complete = { type: 'message-end', reason: 'complete' } as const;
const tooLong = { type: 'message-end', reason: 'length' } as const;

async function cutOff(text: string, ending: ChatEvent = tooLong) {
  const server = createFakeServer();
  const store = createTestStore(server, { now: () => 1000 });
  void store.send({ text: 'Tell me all' });
  const exchange = await server.next();
  exchange.emit(
    { type: 'text-delta', text },
    { type: 'usage-update', inputTokens: 10, outputTokens: 4 },
    ending,
  );
  await settle();
  return { server, store };
}

describe('an answer that was cut off', () => {
  test('goes on in the same message, from a request that ends with what came of it and an ask', async () => {
    const { server, store } = await cutOff('It begins, and ');
    const outcome = store.continueAnswer();
    const exchange = await server.next();
    const sent = JSON.parse(await (exchange.request.body as Blob).text()) as ChatMessage[];
    expect(sent.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(sent[1]?.parts).toEqual([{ type: 'text', text: 'It begins, and' }]);
    exchange.emit({ type: 'text-delta', text: ' so it' }, { type: 'text-delta', text: ' ends.' });
    exchange.emit({ type: 'usage-update', inputTokens: 20, outputTokens: 3 }, complete);
    expect(await outcome).toEqual({ accepted: true });
    await settle();
    expect(transcript(store)).toEqual([
      'user: Tell me all',
      'assistant: It begins, and so it ends.',
    ]);
    const { entries, usage } = store.getSnapshot();
    expect(entries[1]?.answer).toMatchObject({
      status: 'complete',
      endReason: 'complete',
      inputTokens: 30,
      outputTokens: 7,
    });
    expect(usage).toEqual({ inputTokens: 30, outputTokens: 7 });
  });

  test('thinks first, and says so late', async () => {
    const { server, store } = await cutOff('It begins, and ');
    void store.continueAnswer();
    (await server.next()).emit(
      { type: 'text-delta', text: 'How did it go on?' },
      { type: 'text-was-reasoning' },
      { type: 'text-delta', text: 'so it ends.' },
      complete,
    );
    await settle();
    expect(store.getSnapshot().entries[1]?.message.parts).toMatchObject([
      { type: 'reasoning', text: 'How did it go on?', durationMs: 0 },
      { type: 'text', text: 'It begins, and so it ends.' },
    ]);
  });

  test.each([
    { came: 'a word that was to', more: 'torn apart', whole: 'a word that was torn apart' },
    { came: 'the end.', more: ' Next', whole: 'the Next' },
    { came: 'a line\n', more: 'another', whole: 'a line\nanother' },
    { came: '这张图片里有一', more: '只猫', whole: '这张图片里有一只猫' },
    { came: 'one', more: ' two', whole: 'one two' },
    { came: '```js\nconst a', more: 'a = 1', whole: '```js\nconst a = 1' },
  ])('"$came" and "$more" become "$whole"', async ({ came, more, whole }) => {
    const { server, store } = await cutOff(came);
    void store.continueAnswer();
    (await server.next()).emit({ type: 'text-delta', text: more }, complete);
    await settle();
    expect(transcript(store)[1]).toBe(`assistant: ${whole}`);
  });

  test('is as it was when the server does not take the request, and when nothing more comes', async () => {
    const { server, store } = await cutOff('It begins, and th');
    const before = store.getSnapshot().entries;
    const refusal = store.continueAnswer();
    (await server.next()).fail(new Error('gone'));
    expect((await refusal).accepted).toBe(false);
    expect(store.getSnapshot().entries).toEqual(before);

    void store.continueAnswer();
    (await server.next()).accept();
    store.stop();
    expect(transcript(store)[1]).toBe('assistant: It begins, and th');
    expect(store.getSnapshot().entries[1]?.answer?.status).toBe('stopped');
  });

  test('can be told in other words to go on', async () => {
    const { server, store } = await cutOff('Es beginnt');
    store.setOptions({ continueAsk: 'Mach weiter.' });
    void store.continueAnswer();
    expect(await ((await server.next()).request.body as Blob).text()).toContain('Mach weiter.');
  });
});

test('a whole answer, a filtered one and no answer are not continued', async () => {
  const server = createFakeServer();
  const ended = [complete, { type: 'message-end', reason: 'filtered' } as const];
  for (const ending of ended) {
    const { store } = await cutOff('x', ending);
    expect((await store.continueAnswer()).accepted).toBe(false);
  }
  expect((await createTestStore(server).continueAnswer()).accepted).toBe(false);
});
