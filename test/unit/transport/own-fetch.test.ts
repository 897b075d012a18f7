/** Requests through an app's own fetch, whose answers arrive when the test says, on a clock that only it moves. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KitError } from '../../../src/errors.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import type { StreamCallbacks, TransportOptions } from '../../../src/transport/types.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const utf8 = new TextEncoder();

/** A body in the hands of the test. */
function held() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    body,
    write: (text: string) => controller.enqueue(utf8.encode(text)),
    writeBytes: (bytes: Uint8Array) => controller.enqueue(bytes),
    end: () => controller.close(),
  };
}

function answering(
  response: () => Promise<Response> | Response,
  options: Partial<TransportOptions> = {},
) {
  const headers: string[] = [];
  const transport = createTransport({
    baseUrl: 'https://api.example',
    maxRetries: 0,
    fetch: async (_, init) => {
      headers.push(new Headers(init?.headers).get('accept') ?? '');
      return response();
    },
    ...options,
  });
  return { transport, headers };
}

/** Reads a stream in the background. */
function reading(
  response: Response,
  callbacks: StreamCallbacks = {},
  options: Partial<TransportOptions> = {},
) {
  const seen: { datas: string[]; outcome?: 'ended' | KitError; accept?: string } = { datas: [] };
  const { transport, headers } = answering(() => response, options);
  void (async () => {
    try {
      for await (const { data } of transport.stream({ path: '/', body: '{}' }, callbacks)) {
        seen.datas.push(data);
      }
      seen.outcome = 'ended';
    } catch (error) {
      seen.outcome = error as KitError;
    }
  })();
  return { seen, headers };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const events = { headers: { 'content-type': 'text/event-stream' } };

test.each([
  ['server-sent-events', 'text/event-stream'],
  ['ndjson', 'application/x-ndjson'],
] as const)('%s are asked for as %s', async (framing, accept) => {
  const { headers } = reading(new Response('{"a":1}\n'), { framing });
  await pass(0);
  expect(headers).toEqual([accept]);
});

test('the wait for an answer begins once a body can have arrived, at 1 Mbit/s', async () => {
  const { transport } = answering(() => new Promise<Response>(() => undefined), {
    firstByteTimeoutMs: 1000,
  });
  const outcome = vi.fn();
  transport.send({ path: '/', body: 'a'.repeat(125_000) }).catch(outcome);
  await pass(1999);
  expect(outcome).not.toHaveBeenCalled();
  await pass(1);
  expect(outcome).toHaveBeenCalledWith(
    expect.objectContaining({
      code: 'first-byte-timeout',
      facts: { limit: 1000, retryable: true },
    }),
  );
});

describe('silence', () => {
  test.each([
    [false, 30_000, 'stalled'],
    [true, 300_000, 'first-byte-timeout'],
  ])('in an answer, thinking: %s, is borne for %i ms', async (isThinking, limitMs, code) => {
    const { body, write } = held();
    const callbacks = { hasBegun: () => true, isThinking: () => isThinking };
    const { seen } = reading(new Response(body, events), callbacks);
    write('data: a\n\n');
    await pass(limitMs - 1);
    expect(seen).toEqual({ datas: ['a'] });
    await pass(1);
    expect(seen.outcome).toMatchObject({ code });
  });

  test('is borne again once the model thinks again', async () => {
    const { body, write } = held();
    let isThinking = false;
    const callbacks = { hasBegun: () => true, isThinking: () => isThinking };
    const { seen } = reading(new Response(body, events), callbacks);
    write('data: a\n\n');
    await pass(20_000);
    isThinking = true;
    write('data: b\n\n');
    await pass(200_000);
    expect(seen).toEqual({ datas: ['a', 'b'] });
  });

  test('after thinking is a stall again', async () => {
    const { body, write } = held();
    let isThinking = true;
    const callbacks = { hasBegun: () => true, isThinking: () => isThinking };
    const { seen } = reading(new Response(body, events), callbacks);
    write('data: a\n\n');
    await pass(100_000);
    isThinking = false;
    write('data: b\n\n');
    await pass(30_000);
    expect(seen).toMatchObject({ datas: ['a', 'b'], outcome: { code: 'stalled' } });
  });

  test('before an answer is borne by its own limit, and by that of the whole', async () => {
    const first = reading(new Response(held().body, events), {}, { firstByteTimeoutMs: 5000 });
    const whole = reading(new Response(held().body, events), {}, { totalTimeoutMs: 4000 });
    await pass(4999);
    expect(first.seen.outcome).toBeUndefined();
    expect(whole.seen.outcome).toMatchObject({ code: 'total-timeout' });
    await pass(1);
    expect(first.seen.outcome).toMatchObject({ code: 'first-byte-timeout' });
  });
});

describe('what is only said to keep a connection alive', () => {
  test.each([
    ['comments before the answer', ': a\n: b\r: c\n\ndata: a\n\n', ['a']],
    ['blanks before the answer', '\n \n\ndata: a\n\n', ['a']],
    ['blanks before a document', ' \n {"a":1}', ['{"a":1}']],
    ['an event behind a document', '{"a":1}\ndata: b\n\n', ['{"a":1}', 'b']],
    ['words before an event', 'a {\ndata: b\n\n', ['b']],
  ])('%s', async (_, text, datas) => {
    for (const size of [1, 1000]) {
      const { body, write, end } = held();
      const { seen } = reading(new Response(body, events));
      for (let at = 0; at < text.length; at += size) write(text.slice(at, at + size));
      end();
      await pass(0);
      expect(seen).toEqual({ datas, outcome: 'ended' });
    }
  });

  test.each([': a\n: b\n\n', '', '\n\n', ': a'])('%j alone is no answer', async (text) => {
    const { seen } = reading(new Response(text, events));
    await pass(0);
    expect(seen).toMatchObject({ datas: [], outcome: { code: 'incomplete' } });
  });

  test.each([
    ['{"a":1}', ['{"a":1}']],
    ['[DONE]', ['[DONE]']],
    ['{"a":', []],
  ])('a last event without its blank line counts if it is whole: %s', async (data, datas) => {
    const { seen } = reading(new Response(`data: ${data}`, events));
    await pass(0);
    expect(seen.datas).toEqual(datas);
  });
});

describe('a refusal', () => {
  test('is read across its pieces', async () => {
    const { body, writeBytes, end } = held();
    const { transport } = answering(() => new Response(body, { status: 400 }));
    const outcome = vi.fn();
    transport.send({ path: '/' }).catch(outcome);
    const bytes = utf8.encode('{"error":"Zu groß 😀."}');
    for (const byte of bytes) writeBytes(Uint8Array.of(byte));
    end();
    await pass(0);
    expect(outcome).toHaveBeenCalledWith(
      expect.objectContaining({
        facts: expect.objectContaining({ providerMessage: 'Zu groß 😀.' }) as unknown,
      }),
    );
  });

  test('that stops in the middle is a refusal, after a stall', async () => {
    const { body, write } = held();
    const { transport } = answering(() => new Response(body, { status: 400 }));
    const outcome = vi.fn();
    transport.send({ path: '/' }).catch(outcome);
    write('{"error":');
    await pass(29_999);
    expect(outcome).not.toHaveBeenCalled();
    await pass(1);
    const [[error]] = outcome.mock.calls as [[KitError]];
    const { code, facts } = error;
    expect(code).toBe('bad-request');
    expect(facts).not.toHaveProperty('providerMessage');
  });
});

describe('is accepted', () => {
  test.each([
    ['an answer', 'data: a\n\n', 1],
    ['a web page in its place', '<!doctype html><p>', 1],
    ['an error in its place', 'data: {"error":{"message":"No.","code":400}}\n\n', 0],
  ])('%s', async (_, text, count) => {
    let read = 0;
    const onAccepted = vi.fn();
    const { seen } = reading(new Response(text, events), {
      onAccepted,
      hasBegun: () => ++read > 0,
    });
    await pass(0);
    expect(seen.outcome).toBeDefined();
    expect(onAccepted).toHaveBeenCalledTimes(count);
  });
});
