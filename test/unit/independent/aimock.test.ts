/** A mock server that somebody else wrote answers in the formats that it knows: asked by the page, and through our own proxy. */
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createChatStore, createTransport, type Connection } from '../../../src/core.js';
import { createProxyHandler, toNodeListener } from '../../../src/server/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { readFixture } from '../../helpers/read-fixture.js';

const KEY = 'sk-demo-key-0123456789';
const ANSWER = 'A grey cat\u00a0on a wall. 猫 😀\n\n- one\n- two';

const mock = new LLMock({ port: 0, chunkSize: 3 });
beforeAll(() => mock.start());
afterAll(() => mock.stop());
beforeEach(() => {
  mock.reset();
});

const formats = [
  { wire: openaiChat, base: '/v1', path: '/v1/chat/completions', model: 'gpt-4o' },
  { wire: openaiResponses, base: '/v1', path: '/v1/responses', model: 'gpt-4o' },
  { wire: anthropicMessages, base: '', path: '/v1/messages', model: 'claude-sonnet-4-6' },
  { wire: geminiGenerate, base: '', path: '/v1beta/models', model: 'gemini-3.8-flash' },
  { wire: ollamaChat, base: '', path: '/api/chat', model: 'gemma3:4b' },
];

const image = () => ({
  type: 'image' as const,
  id: 'i',
  mediaType: 'image/png' as const,
  detail: 'auto' as const,
  data: {
    kind: 'bytes' as const,
    bytes: new Blob([readFixture('quad.png')], { type: 'image/png' }),
  },
});

async function send(connection: Connection, text: string) {
  const store = createChatStore({ connection, createTransport, system: 'Be brief.' });
  const outcome = await store.send({ text, images: [image()] });
  await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
  const last = store.getSnapshot().entries.at(-1);
  const words = last?.message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return { store, outcome, words, answer: last?.answer };
}

describe.each(formats)('$wire.name', ({ wire, base, path, model }) => {
  const waits: number[] = [];
  const direct = (): Connection => ({
    wire,
    model,
    baseUrl: mock.url + base,
    apiKey: () => KEY,
    async sleep(ms) {
      waits.push(ms);
    },
  });
  const proxied = async (): Promise<Connection> => {
    const handler = createProxyHandler({
      upstream: mock.url + path,
      key: KEY,
      models: [model],
      allowedOrigins: ['https://app.example'],
      authorize: 'public',
      log: () => undefined,
    });
    return { wire, model, baseUrl: `${await listen(toNodeListener(handler))}/api` };
  };
  const ways = { 'the page': direct, 'the proxy': proxied };

  test.each(Object.entries(ways))('answers %s, which goes on to ask', async (_, connect) => {
    mock.onMessage('What is it?', { content: ANSWER });
    mock.onMessage('And now?', { content: 'Still a cat.' });
    const { store, outcome, words, answer } = await send(await connect(), 'What is it?');
    expect(outcome).toEqual({ accepted: true });
    expect(words).toBe(ANSWER);
    expect(answer).toMatchObject({ status: 'complete', endReason: 'complete' });
    await store.send({ text: 'And now?' });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(store.getSnapshot().entries.at(-1)?.message.parts).toMatchObject([
      { type: 'text', text: 'Still a cat.' },
    ]);
    const bodies = mock.getRequests().map(({ body }) => JSON.stringify(body));
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(body).toContain('Be brief.');
    expect(bodies[1]).toContain('A grey cat');
  });

  test('gives the same answer whole', async () => {
    mock.onMessage('What is it?', { content: ANSWER });
    const { words, answer } = await send(
      { ...direct(), options: { stream: false, maxOutputTokens: 100 } },
      'What is it?',
    );
    expect(words).toBe(ANSWER);
    expect(answer?.status).toBe('complete');
  });

  test('an answer at its limit is not called whole', async () => {
    mock.onMessage('What is it?', { content: 'A grey', finishReason: 'length' });
    const { words, answer } = await send(direct(), 'What is it?');
    expect(words).toBe('A grey');
    expect([answer?.status, answer?.endReason]).toEqual(
      // The server does not carry the reason over into this format.
      wire === ollamaChat ? ['complete', 'complete'] : ['incomplete', 'length'],
    );
  });

  // Pieces that are written at once with the end of the connection never leave the server.
  test('an answer that is cut off keeps what came, and says that it was cut', async () => {
    mock.onMessage('What is it?', { content: ANSWER }, { truncateAfterChunks: 6, latency: 50 });
    const { outcome, words, answer } = await send(direct(), 'What is it?');
    expect(outcome.accepted).toBe(true);
    expect(ANSWER.startsWith(words ?? 'x')).toBe(true);
    expect(words).not.toBe(ANSWER);
    expect(answer).toMatchObject({ status: 'incomplete', error: { code: 'incomplete' } });
  });

  test('is asked again when it is busy', async () => {
    mock.onMessage('What is it?', { content: ANSWER });
    mock.nextRequestError(503, { message: 'Busy.', type: 'server_error' });
    const { words } = await send(direct(), 'What is it?');
    expect(words).toBe(ANSWER);
    expect(waits.length).toBeGreaterThan(0);
  });

  test.each([
    [400, 'bad-request'],
    [401, 'key-refused'],
    [413, 'request-too-large'],
  ])('a refusal with %i is %s, in its words', async (status, code) => {
    mock.nextRequestError(status, { message: 'Words of the server.', type: 'some_error' });
    const { outcome } = await send(direct(), 'What is it?');
    expect(outcome).toMatchObject({
      accepted: false,
      error: { code, facts: { status, providerMessage: 'Words of the server.' } },
    });
  });
});
