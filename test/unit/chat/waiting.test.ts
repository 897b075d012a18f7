/** What a store says of an answer that has not begun, with the real transport against servers on loopback. */
import { afterEach, describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { AnswerWait, ChatStore, Connection } from '../../../src/chat/types.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { findServerPreset, serverPresets } from '../../../src/wire/presets.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { eventually } from '../../helpers/eventually.js';
import { startFaultServer, type FaultServer, type FaultStep } from '../../helpers/fault-server.js';
import { createGate } from '../../helpers/gate.js';

let server: FaultServer | undefined;
afterEach(() => server?.close());

const write = (text: string): FaultStep => ({ op: 'write', b64: btoa(text) });
const head = (status: number, headers: Record<string, string> = {}): FaultStep => ({
  op: 'head',
  status,
  headers: {
    'content-type': status === 200 ? 'text/event-stream' : 'application/json',
    ...headers,
  },
});
const answer: FaultStep[] = [
  head(200),
  write(
    'data: {"choices":[{"delta":{"content":"Yes."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
  ),
  { op: 'end' },
];
const refusal = (status: number, message: string, headers = {}): FaultStep[] => [
  head(status, headers),
  write(JSON.stringify({ error: { message } })),
  { op: 'end' },
];
/** A store whose waits are kept, each once. */
async function open(scripts: readonly FaultStep[][], given: Partial<Connection> = {}) {
  server = await startFaultServer();
  server.play(...scripts);
  const store = createChatStore({
    connection: { baseUrl: `${server.url}/v1`, wire: openaiChat, model: 'gpt-4o', ...given },
    createTransport,
  });
  const waits: AnswerWait[] = [];
  store.subscribe(() => {
    const { wait } = store.getSnapshot();
    if (wait && waits.at(-1) !== wait) waits.push(wait);
  });
  return { store, waits, server };
}

const waitsForRetry = (store: ChatStore) =>
  eventually(() => expect(store.getSnapshot().wait?.for).toBe('retry'));

describe('an answer that has not begun', () => {
  test('waits for the model since the request was sent, and for nothing once it has begun', async () => {
    const gate = createGate();
    const { store, waits } = await open([[{ op: 'hold', until: gate.opened }, ...answer]]);
    const startMs = Date.now();
    const sent = store.send({ text: 'Hi' });
    expect(store.getSnapshot().wait).toMatchObject({ for: 'request' });
    await eventually(() => expect(waits.at(-1)?.for).toBe('model'));
    gate.open();
    expect(await sent).toEqual({ accepted: true });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(waits.map((wait) => wait.for)).toEqual(['request', 'model']);
    expect(waits[1]?.sinceMs).toBeGreaterThanOrEqual(startMs);
    expect(store.getSnapshot()).not.toHaveProperty('wait');
    expect(JSON.stringify(store.getSnapshot().entries)).not.toContain('sinceMs');
  });

  test.each([
    ['a header', refusal(429, 'Slow down.', { 'retry-after': '30' }), 30_000],
    ['its words', refusal(429, 'Please try again in 28.5s.'), 28_500],
    [
      'RetryInfo',
      [
        head(503),
        write(
          '{"error":{"code":503,"message":"Busy","status":"UNAVAILABLE","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"41s"}]}}',
        ),
        { op: 'end' },
      ] satisfies FaultStep[],
      41_000,
    ],
  ])('knows the next try from %s, and makes it now where asked to', async (_, refused, waitMs) => {
    const { store, server: loopback } = await open([refused, answer]);
    const sent = store.send({ text: 'Hi' });
    await waitsForRetry(store);
    const { wait } = store.getSnapshot();
    expect(wait?.nextTryAtMs).toBe((wait?.sinceMs ?? 0) + waitMs);
    expect(wait?.error).toMatchObject({ facts: { retryAfterMs: waitMs } });
    expect(loopback.requests).toHaveLength(1);
    store.tryNow();
    expect(await sent).toEqual({ accepted: true });
    expect(loopback.requests).toHaveLength(2);
  });

  test('can be stopped while it waits for the next try: the question is not lost', async () => {
    const { store, server: loopback } = await open([
      refusal(429, 'Slow down.', { 'retry-after': '30' }),
      answer,
    ]);
    const sent = store.send({ text: 'Hi' });
    await waitsForRetry(store);
    store.stop();
    expect(await sent).toMatchObject({ accepted: false, error: { code: 'aborted' } });
    expect(store.getSnapshot()).toEqual({
      status: 'ready',
      entries: [],
      usage: { inputTokens: 0, outputTokens: 0 },
    });
    store.tryNow();
    expect(loopback.requests).toHaveLength(1);
  });

  test.each([403, 511])('gives the question back after a page with %i', async (status) => {
    const page = write('<html>Sign in</html>');
    const { store } = await open([[head(status), page, { op: 'end' }]]);
    expect(await store.send({ text: 'Hi' })).toMatchObject({
      accepted: false,
      error: { code: 'bad-response' },
    });
    expect(store.getSnapshot().entries).toEqual([]);
  });

  test('waits for the model again after the wait for the next try', async () => {
    const { store, waits } = await open([refusal(503, 'Busy'), answer], { sleep: async () => {} });
    await store.send({ text: 'Hi' });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(store.getSnapshot()).not.toHaveProperty('error');
    // Waits that are over at once may share a frame with what follows.
    expect(waits.at(-1)?.for).not.toBe('retry');
  });

  test('is told when it may be asked again, where the server asks for more than a minute', async () => {
    const { store } = await open([refusal(429, 'Slow down.', { 'retry-after': '3600' })]);
    const beforeMs = Date.now();
    expect(await store.send({ text: 'Hi' })).toMatchObject({ accepted: false });
    const { retryAtMs = 0 } = store.getSnapshot();
    expect(retryAtMs).toBeGreaterThanOrEqual(beforeMs + 3_600_000);
    store.dismissError();
    expect(store.getSnapshot()).not.toHaveProperty('retryAtMs');
  });

  test("an app's own onRetry and sleep are still called", async () => {
    const told: number[] = [];
    const { store } = await open([refusal(429, 'Slow down.', { 'retry-after': '7' }), answer], {
      onRetry: ({ waitMs }) => told.push(waitMs),
      sleep: async (ms) => void told.push(ms),
    });
    expect(await store.send({ text: 'Hi' })).toEqual({ accepted: true });
    expect(told).toEqual([7_000, 7_000]);
  });
});

describe('patience with servers of a person’s own', () => {
  test('is a fact of their presets, and fits a connection as it is', async () => {
    const local = serverPresets.filter(({ baseUrl }) => baseUrl.startsWith('http://localhost'));
    expect(local.length).toBeGreaterThan(3);
    for (const preset of local) {
      expect(preset).toMatchObject({ firstByteTimeoutMs: expect.any(Number) });
    }
    expect(findServerPreset('openai')).not.toHaveProperty('firstByteTimeoutMs');
  });
});
