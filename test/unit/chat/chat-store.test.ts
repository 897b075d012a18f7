import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ChatTrace } from '../../../src/chat/types.js';
import { KitError } from '../../../src/errors.js';
import { eventually } from '../../helpers/eventually.js';
import {
  createFakeServer,
  createTestStore,
  anImage,
  plainWire,
  settle,
  transcript,
  unreachableError,
} from './fakes.js';

const end = { type: 'message-end', reason: 'complete' } as const;

/** How often a subscriber is called while text comes at this pace for two seconds, under a clock of the test. */
async function callsFor(charsPerTick: number): Promise<number> {
  vi.useFakeTimers();
  const server = createFakeServer();
  const store = createTestStore(server);
  void store.send({ text: 'Hi' });
  const exchange = await server.next();
  exchange.accept();
  let calls = 0;
  store.subscribe(() => (calls += 1));
  for (let tick = 0; tick < 200; tick += 1) {
    exchange.emit({ type: 'text-delta', text: 'x'.repeat(charsPerTick) });
    await vi.advanceTimersByTimeAsync(10);
  }
  exchange.emit(end);
  await vi.runAllTimersAsync();
  expect(transcript(store).at(-1)).toHaveLength('assistant: '.length + 200 * charsPerTick);
  return calls;
}

/** A conversation of two questions, each with an image and an answer. */
async function answered(server = createFakeServer()) {
  const store = createTestStore(server);
  for (const number of [1, 2]) {
    void store.send({ text: `question ${number}`, images: [anImage(`p${number}`)] });
    (await server.next()).emit({ type: 'text-delta', text: `answer ${number}` }, end);
    await settle();
  }
  return { server, store };
}

describe('a question', () => {
  test('becomes an answer, piece by piece', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const sent = store.send({ text: 'What is this?', images: [anImage('a'), anImage('b')] });
    expect(store.getSnapshot().status).toBe('submitted');
    expect(transcript(store)).toEqual(['user: [a] [b] What is this?', 'assistant: ']);

    const exchange = await server.next();
    exchange.accept();
    expect(await sent).toEqual({ accepted: true });
    exchange.emit({ type: 'message-start' }, { type: 'text-delta', text: 'Two ' });
    await eventually(() => expect(store.getSnapshot().status).toBe('streaming'));
    exchange.emit({ type: 'text-delta', text: 'cats.' });
    exchange.emit({ type: 'usage-update', inputTokens: 900, outputTokens: 7 }, end);
    await settle();

    expect(transcript(store).at(-1)).toBe('assistant: Two cats.');
    expect(store.getSnapshot()).toMatchObject({
      status: 'ready',
      usage: { inputTokens: 900, outputTokens: 7 },
    });
    expect(store.getSnapshot().entries.at(-1)?.answer).toMatchObject({
      status: 'complete',
      endReason: 'complete',
      inputTokens: 900,
    });
    expect(store.getSnapshot()).not.toHaveProperty('error');
  });

  test('goes out once, however fast it is sent again: 1000 double sends are 1000 requests', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    for (let round = 0; round < 1000; round += 1) {
      const [first, second] = [store.send({ text: 'Hi' }), store.send({ text: 'Hi' })];
      expect(await second).toMatchObject({ accepted: false, error: { code: 'busy' } });
      const exchange = await server.next();
      exchange.accept();
      expect(await first).toEqual({ accepted: true });
      exchange.emit(end);
      await settle();
    }
    expect(server.exchanges).toHaveLength(1000);
    expect(store.getSnapshot()).not.toHaveProperty('error');
  });

  test('of 50 sent on top of each other, one goes out and no answer is mixed up', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const outcomes = Array.from({ length: 50 }, (_, index) => store.send({ text: `${index}` }));
    const exchange = await server.next();
    exchange.emit({ type: 'text-delta', text: 'answer to 0' }, end);
    expect((await Promise.all(outcomes)).filter(({ accepted }) => accepted)).toHaveLength(1);
    await settle();
    expect(transcript(store)).toEqual(['user: 0', 'assistant: answer to 0']);
  });

  test('carries the system text and the conversation so far, without answers that never came', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, { system: 'Be brief.' });
    void store.send({ text: 'one' });
    const first = await server.next();
    first.accept();
    first.fail(unreachableError());
    await settle();
    void store.send({ text: 'two' });
    const second = await server.next();
    const messages: unknown = JSON.parse(await (second.request.body as Blob).text());
    expect(messages).toMatchObject([
      { role: 'system' },
      { role: 'user', parts: [{ text: 'one' }] },
      { role: 'user', parts: [{ text: 'two' }] },
    ]);
  });

  test('without words or images is refused, and no request is made', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const error = { code: 'nothing-to-send' };
    expect(await store.send({ text: ' \n' })).toMatchObject({ accepted: false, error });
    expect(server.exchanges).toHaveLength(0);
  });
});

describe('a failure', () => {
  test('before the server took the question takes it out again and says why', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const sent = store.send({ text: 'Hi', images: [anImage('a')] });
    (await server.next()).fail(unreachableError());
    expect(await sent).toMatchObject({ accepted: false, error: { code: 'unreachable' } });
    expect(store.getSnapshot()).toMatchObject({
      status: 'ready',
      entries: [],
      error: { code: 'unreachable' },
    });

    store.dismissError();
    expect(store.getSnapshot()).not.toHaveProperty('error');
  });

  test('that the stream itself tells of, before anything else, counts as not taken', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const sent = store.send({ text: 'Hi' });
    (await server.next()).emit({
      type: 'message-fail',
      code: 'overloaded',
      message: '',
      facts: {},
    });
    expect(await sent).toMatchObject({ accepted: false, error: { code: 'overloaded' } });
    expect(store.getSnapshot().entries).toEqual([]);
  });

  test('in the middle keeps the text and marks it incomplete', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.accept();
    exchange.emit({ type: 'text-delta', text: 'Half an ans' });
    exchange.fail(unreachableError());
    await settle();
    expect(transcript(store)).toEqual(['user: Hi', 'assistant: Half an ans']);
    expect(store.getSnapshot().entries.at(-1)?.answer).toMatchObject({
      status: 'incomplete',
      error: { code: 'unreachable' },
    });
    expect(store.getSnapshot().error?.code).toBe('unreachable');
  });

  test('after the question was taken but before a word of answer keeps the question', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.accept();
    exchange.fail(unreachableError());
    await settle();
    expect(transcript(store)).toEqual(['user: Hi', 'assistant: ']);
    expect(store.getSnapshot().entries.at(-1)?.answer?.status).toBe('failed');
  });

  test('is also an answer that stops without saying that it is done', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.emit({ type: 'text-delta', text: 'Hel' });
    exchange.close();
    await settle();
    expect(store.getSnapshot().entries.at(-1)?.answer).toMatchObject({
      status: 'incomplete',
      error: { code: 'incomplete' },
    });
  });

  test('in building the request is an outcome, not an exception', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, {
      prepareMessages: () => {
        throw new TypeError('a bug in the app');
      },
    });
    expect(await store.send({ text: 'Hi' })).toMatchObject({
      accepted: false,
      error: { code: 'unexpected', cause: { message: 'a bug in the app' } },
    });
  });
});

describe('a refusal', () => {
  const refusal = new KitError('bad-request', { message: 'Too large.', facts: { status: 400 } });

  test('is answered once with other messages, and the conversation shows the question as asked', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, {
      recover: (error, messages) => {
        const [question] = messages;
        return {
          error,
          messages: question && [{ ...question, parts: [{ type: 'text', text: 'smaller' }] }],
        };
      },
    });
    const sent = store.send({ text: 'Hi' });
    (await server.next()).fail(refusal);
    const second = await server.next();
    expect(await (second.request.body as Blob).text()).toContain('smaller');
    second.emit({ type: 'text-delta', text: 'Hello' }, end);
    expect(await sent).toEqual({ accepted: true });
    await settle();
    expect(transcript(store)).toEqual(['user: Hi', 'assistant: Hello']);
  });

  test('of the second try too is the end of it, and is explained too', async () => {
    const server = createFakeServer();
    const explained = new KitError('bad-request', { message: 'Still too large.' });
    const store = createTestStore(server, {
      recover: (error, messages, { isLastTry }) => ({
        error: isLastTry ? explained : error,
        messages,
      }),
    });
    const sent = store.send({ text: 'Hi' });
    (await server.next()).fail(refusal);
    (await server.next()).fail(refusal);
    expect(await sent).toMatchObject({ accepted: false, error: { message: 'Still too large.' } });
    expect(server.exchanges).toHaveLength(2);
  });

  test('can be told in better words', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, {
      recover: (error) => ({
        error: new KitError(error.code, { message: 'Make it smaller.', facts: error.facts }),
      }),
    });
    void store.send({ text: 'Hi' });
    (await server.next()).fail(refusal);
    await settle();
    expect(store.getSnapshot().error).toMatchObject({
      message: 'Make it smaller.',
      facts: { status: 400 },
    });
  });
});

describe('images of a conversation', () => {
  test('can be changed where they stand, and only their messages become new', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    for (const id of ['a', 'b']) {
      void store.send({ text: id, images: [anImage(id)] });
      (await server.next()).emit(end);
      await settle();
    }
    const before = store.getSnapshot().entries;
    store.updateImages((image) => (image.id === 'a' ? { ...image, detail: 'low' } : image));
    const after = store.getSnapshot().entries;
    expect(after[0]?.message.parts[0]).toMatchObject({ id: 'a', detail: 'low' });
    expect(after[2]).toBe(before[2]);
    store.updateImages((image) => (image.id === 'b' ? undefined : image));
    expect(transcript(store)).toEqual(['user: [a] a', 'assistant: ', 'user: b', 'assistant: ']);
  });
});

describe('stop', () => {
  test('keeps the text, shows no error, and does not wait for the network', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.accept();
    exchange.emit({ type: 'text-delta', text: 'A long st' });
    await settle();
    store.stop();
    expect(store.getSnapshot()).toMatchObject({ status: 'ready' });
    expect(store.getSnapshot().entries.at(-1)).toMatchObject({
      message: { parts: [{ text: 'A long st' }] },
      answer: { status: 'stopped' },
    });
    expect(store.getSnapshot()).not.toHaveProperty('error');
    expect(exchange.signal?.aborted).toBe(true);

    exchange.emit({ type: 'text-delta', text: 'ory' });
    await settle();
    expect(transcript(store).at(-1)).toBe('assistant: A long st');
  });

  test('before the server took the question takes it out again, without an error', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const sent = store.send({ text: 'Hi' });
    store.stop();
    expect(await sent).toMatchObject({ accepted: false, error: { code: 'aborted' } });
    expect(store.getSnapshot()).toEqual({
      status: 'ready',
      entries: [],
      usage: { inputTokens: 0, outputTokens: 0 },
    });
    await settle();
    expect(server.exchanges).toHaveLength(0);
  });

  test('is what happens when the last user of the store goes away, and the store still works after', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const disconnect = store.connect();
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    disconnect();
    expect(exchange.signal?.aborted).toBe(true);
    const disconnectAgain = store.connect();
    const sent = store.send({ text: 'Hi again' });
    (await server.next()).emit(end);
    expect(await sent).toEqual({ accepted: true });
    disconnectAgain();
  });
});

describe('asking again', () => {
  test('replaces the last answer', async () => {
    const { server, store } = await answered();
    const outcome = store.regenerate();
    (await server.next()).emit({ type: 'text-delta', text: 'better' }, end);
    expect(await outcome).toEqual({ accepted: true });
    await settle();
    expect(transcript(store)).toEqual([
      'user: [p1] question 1',
      'assistant: answer 1',
      'user: [p2] question 2',
      'assistant: better',
    ]);
  });

  test('for an earlier answer goes back to its question', async () => {
    const { server, store } = await answered();
    const firstAnswer = store.getSnapshot().entries[1]?.message.id;
    void store.regenerate(firstAnswer);
    (await server.next()).emit({ type: 'text-delta', text: 'anew' }, end);
    await settle();
    expect(transcript(store)).toEqual(['user: [p1] question 1', 'assistant: anew']);
  });

  test('puts everything back when the server does not take it', async () => {
    const { server, store } = await answered();
    const before = transcript(store);
    const outcome = store.regenerate(store.getSnapshot().entries[1]?.message.id);
    (await server.next()).fail(unreachableError());
    expect((await outcome).accepted).toBe(false);
    expect(transcript(store)).toEqual(before);
  });

  test('with another wording keeps the images that are passed on', async () => {
    const { server, store } = await answered();
    const question = store.getSnapshot().entries[2]?.message;
    void store.edit(question?.id ?? '', {
      text: 'reworded',
      images: [anImage('p2'), anImage('p3')],
    });
    (await server.next()).emit(end);
    await settle();
    expect(transcript(store)).toEqual([
      'user: [p1] question 1',
      'assistant: answer 1',
      'user: [p2] [p3] reworded',
      'assistant: ',
    ]);
  });

  test('for a question that is not there is refused', async () => {
    const { store } = await answered();
    const refusal = { accepted: false, error: { code: 'message-gone' } };
    expect(await store.edit('gone', { text: 'x' })).toMatchObject(refusal);
    expect(await store.regenerate('gone')).toMatchObject(refusal);
  });
});

describe('a rating', () => {
  test('is kept with its answer, and taken back', async () => {
    const { store } = await answered();
    const [, first] = store.getSnapshot().entries;
    const rated = () => store.getSnapshot().entries.map(({ answer }) => answer?.rating);
    const id = first?.message.id ?? '';
    store.rate(id, 'down');
    expect(rated()).toEqual([undefined, 'down', undefined, undefined]);
    store.rate(id, undefined);
    expect(store.getSnapshot().entries[1]?.answer).not.toHaveProperty('rating');
  });

  test('given while something removed can come back is there after it has', async () => {
    const { store } = await answered();
    const [, first, second] = store.getSnapshot().entries;
    store.remove(second?.message.id ?? '');
    store.rate(first?.message.id ?? '', 'up');
    store.undoRemove();
    expect(store.getSnapshot().entries).toHaveLength(4);
    expect(store.getSnapshot().entries[1]?.answer?.rating).toBe('up');
  });

  test('given while the next question is refused stays', async () => {
    const { store, server } = await answered();
    const sent = store.send({ text: 'again' });
    const exchange = await server.next();
    store.rate(store.getSnapshot().entries[1]?.message.id ?? '', 'up');
    exchange.fail(unreachableError());
    expect(await sent).toMatchObject({ accepted: false });
    expect(store.getSnapshot().entries[1]?.answer?.rating).toBe('up');
  });
});

describe('removing', () => {
  test('a question takes its answer along', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    (await server.next()).emit({ type: 'text-delta', text: 'Hello' }, end);
    await settle();
    store.remove(store.getSnapshot().entries[0]?.message.id ?? '');
    expect(store.getSnapshot().entries).toEqual([]);
  });

  test('an answer under way stops it', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.accept();
    store.remove(store.getSnapshot().entries[1]?.message.id ?? '');
    expect(exchange.signal?.aborted).toBe(true);
    expect(transcript(store)).toEqual(['user: Hi']);
    expect(store.getSnapshot().status).toBe('ready');
  });
});

describe('subscribers', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('are told at most once per frame, however fast the text comes', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.accept();
    let calls = 0;
    store.subscribe(() => (calls += 1));
    const startedAt = performance.now();
    for (let index = 0; index < 5000; index += 1) {
      exchange.emit({ type: 'text-delta', text: 'x' });
      if (index % 500 === 0) await settle();
    }
    exchange.emit(end);
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    const frames = (performance.now() - startedAt) / 16;
    expect(calls).toBeLessThanOrEqual(frames + 2);
    expect(transcript(store).at(-1)).toHaveLength('assistant: '.length + 5000);
  });

  test('are told less often of text that nobody can read as fast as it comes, and of all of it', async () => {
    const slow = await callsFor(2);
    const fast = await callsFor(10);
    expect(fast).toBeLessThan(slow * 0.75);
    expect(fast).toBeGreaterThan(slow * 0.5);
  });

  test('see the same state until they are told of another', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.accept();
    const before = store.getSnapshot();
    exchange.emit({ type: 'text-delta', text: 'x' });
    await Promise.resolve();
    expect(store.getSnapshot()).toBe(before);
  });
});

describe('the connection', () => {
  test('may change between questions', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const seen: string[] = [];
    store.setOptions({
      createTransport(options) {
        seen.push(options.baseUrl);
        return server.createTransport(options);
      },
      onTrace(trace: ChatTrace) {
        if (trace.type === 'response') seen.push(`${trace.status}`);
      },
    });
    void store.send({ text: 'Hi' });
    const exchange = await server.next();
    exchange.accept();
    expect(seen).toEqual(['https://chat.example', '200']);
    expect(exchange.request).toMatchObject({ path: '/chat', method: 'POST' });
  });

  test('takes what its server said along when it changes to another, and not before', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const sent = store.send({ text: 'Hi' });
    (await server.next()).fail(unreachableError());
    await sent;
    const connection = { baseUrl: 'https://chat.example', wire: plainWire, model: 'model-a' };
    store.setOptions({ connection });
    expect(store.getSnapshot().error).toMatchObject({ code: 'unreachable' });
    store.setOptions({ connection: { ...connection, model: 'another' } });
    expect(store.getSnapshot()).not.toHaveProperty('error');
  });

  test('errors of another copy of the package keep their code', async () => {
    const server = createFakeServer();
    const store = createTestStore(server);
    const sent = store.send({ text: 'Hi' });
    (await server.next()).fail(new KitError('key-refused', { message: 'The key was refused.' }));
    expect(await sent).toMatchObject({ accepted: false, error: { code: 'key-refused' } });
  });
});
