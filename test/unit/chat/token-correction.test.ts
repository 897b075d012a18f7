import { describe, expect, test } from 'vitest';
import { conversationCost, tokenCost } from '../../../src/chat/token-cost.js';
import { createTokenCorrection } from '../../../src/chat/token-correction.js';
import type { ChatStore, Connection } from '../../../src/chat/types.js';
import { estimateRequestTokens } from '../../../src/messages/estimate-tokens.js';
import { createFakeServer, createTestStore, anImage, plainWire, settle } from './fakes.js';

const end = { type: 'message-end', reason: 'complete' } as const;
const price = { inputPerMillion: 2, outputPerMillion: 10 };

function connect(more: Partial<Connection> = {}): Connection {
  return { baseUrl: 'https://chat.example', wire: plainWire, model: 'gpt-4o', price, ...more };
}

async function ask(
  store: ChatStore,
  server: ReturnType<typeof createFakeServer>,
  inputTokens: number,
): Promise<void> {
  void store.send({ text: 'What is in the image?', images: [anImage('p')] });
  const usage = { type: 'usage-update', inputTokens, outputTokens: 50 } as const;
  (await server.next()).emit({ type: 'text-delta', text: 'A cat.' }, usage, end);
  await settle();
}

const lastAnswer = (store: ChatStore) => store.getSnapshot().entries.at(-1)?.answer;

describe('what a question was expected to cost', () => {
  test('stands beside what it cost, and the next expectation is nearer', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, { connection: connect() });
    const plain = estimateRequestTokens([questionOf()], 'gpt-4o').tokens;

    await ask(store, server, plain * 2);
    expect(lastAnswer(store)).toMatchObject({
      estimatedInputTokens: plain,
      inputTokens: plain * 2,
    });
    expect(store.tokenFactor('gpt-4o')).toBe(2);
    expect(store.tokenFactor('another')).toBe(1);

    const whole = estimateRequestTokens(
      [...store.getSnapshot().entries.map(({ message }) => message), questionOf()],
      'gpt-4o',
    ).tokens;
    await ask(store, server, whole * 2);
    expect(lastAnswer(store)?.estimatedInputTokens).toBe(whole * 2);
  });

  test('is not told of an image whose size nobody knows, and nothing is learned from it', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, { connection: connect() });
    const { width: _width, height: _height, ...unknown } = anImage('p');
    void store.send({ text: 'And this?', images: [unknown] });
    (await server.next()).emit({ type: 'usage-update', inputTokens: 5000 }, end);
    await settle();
    expect(lastAnswer(store)).not.toHaveProperty('estimatedInputTokens');
    expect(store.tokenFactor('gpt-4o')).toBe(1);
  });
});

function questionOf() {
  return {
    id: 'q',
    role: 'user' as const,
    parts: [anImage('p'), { type: 'text' as const, text: 'What is in the image?' }],
  };
}

describe('createTokenCorrection', () => {
  test('follows the last answers more than the first, and no nonsense', () => {
    const correction = createTokenCorrection();
    correction.learn('m', 100, 100);
    for (let index = 0; index < 20; index += 1) correction.learn('m', 100, 150);
    expect(correction.factor('m')).toBeCloseTo(1.5, 2);
    correction.learn('m', 1, 1_000_000);
    expect(correction.factor('m')).toBe(5);
    correction.learn('n', 100, 0);
    correction.learn('n', 0, 100);
    correction.learn('n', Number.NaN, 100);
    expect(correction.factor('n')).toBe(1);
  });
});

describe('a price', () => {
  test('makes a cost of tokens', () => {
    expect(tokenCost({ inputTokens: 1_000_000, outputTokens: 100_000 }, price)).toEqual({
      amount: 3,
      currency: 'USD',
    });
    expect(tokenCost({ inputTokens: 500 }, { ...price, currency: 'EUR' })).toEqual({
      amount: 0.001,
      currency: 'EUR',
    });
  });

  test('stays with the answers that were given for it', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, { connection: connect() });
    await ask(store, server, 1000);
    store.setOptions({ connection: connect({ price: { ...price, inputPerMillion: 4 } }) });
    await ask(store, server, 1000);
    expect(conversationCost(store.getSnapshot().entries)).toEqual({
      amount: expect.closeTo(0.0025 + 0.0045, 10) as number,
      currency: 'USD',
    });
  });

  test('that some answers lack, or give in another currency, makes no sum', async () => {
    const server = createFakeServer();
    const store = createTestStore(server, { connection: connect() });
    await ask(store, server, 1000);
    const { price: _price, ...free } = connect();
    store.setOptions({ connection: free });
    await ask(store, server, 1000);
    expect(conversationCost(store.getSnapshot().entries)).toBeUndefined();
    expect(conversationCost([])).toBeUndefined();
  });
});
