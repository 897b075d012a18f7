import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import type { SseEvent } from '../../../src/transport/read-sse.js';
import type { TransportOptions } from '../../../src/transport/types.js';
import { collect } from '../../helpers/byte-streams.js';
import { startFaultServer, writeText } from '../../helpers/fault-server.js';
import type { FaultServer, FaultStep } from '../../helpers/fault-server.js';

const eventStream = (...steps: FaultStep[]): FaultStep[] => [
  { op: 'head', status: 200, headers: { 'content-type': 'text/event-stream' } },
  ...steps,
];
const answer = (
  status: number,
  body: string,
  headers: Record<string, string> = {},
): FaultStep[] => [
  { op: 'head', status, headers: { 'content-type': 'application/json', ...headers } },
  writeText(body),
  { op: 'end' },
];
const okStream = eventStream(writeText('data: a\n\ndata: b\n\n'), { op: 'end' });
const ask = { path: '/chat/completions', body: '{}' };

let server: FaultServer;
let waitsMs: number[];
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

function transport(options: Partial<TransportOptions> = {}) {
  waitsMs = [];
  return createTransport({
    baseUrl: server.url,
    sleep: (ms) => {
      waitsMs.push(ms);
      return Promise.resolve();
    },
    ...options,
  });
}

async function outcome(
  options: Partial<TransportOptions> = {},
): Promise<{ events: SseEvent[]; error?: KitError }> {
  const events: SseEvent[] = [];
  try {
    for await (const event of transport(options).stream(ask)) events.push(event);
    return { events };
  } catch (error) {
    return { events, error: error as KitError };
  }
}

describe('a stream', () => {
  test('is asked for with method, headers and body, and read to its end', async () => {
    server.play(okStream);
    const { events } = await outcome({ headers: () => ({ 'x-app': 'kit' }) });
    expect(events.map(({ data }) => data)).toEqual(['a', 'b']);
    expect(server.requests).toMatchObject([
      {
        url: '/chat/completions',
        body: '{}',
        headers: { 'x-app': 'kit', accept: 'text/event-stream' },
      },
    ]);
  });

  test('may be silent in the middle for as long as the model thinks', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const utf8 = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(utf8.encode('data: thought\n\n'));
        setTimeout(() => {
          controller.enqueue(utf8.encode('data: a\n\n'));
          controller.close();
        }, 300_000);
      },
    });
    const read: string[] = [];
    const events = transport({
      stallTimeoutMs: 30_000,
      totalTimeoutMs: 600_000,
      fetch: () => Promise.resolve(new Response(body)),
    }).stream(ask, {
      hasBegun: () => read.length > 0,
      isThinking: () => read.at(-1) === 'thought',
    });
    const reading = (async () => {
      for await (const { data } of events) read.push(data);
    })();
    await vi.advanceTimersByTimeAsync(300_000);
    await reading;
    expect(read).toEqual(['thought', 'a']);
  });

  test('tells that it was accepted once, also after an empty first answer', async () => {
    server.play(eventStream({ op: 'end' }), okStream);
    let accepted = 0;
    const events = transport().stream(ask, {
      onAccepted: () => {
        accepted += 1;
      },
    });
    expect(await collect(events)).toHaveLength(2);
    expect(accepted).toBe(1);
    expect(server.requests).toHaveLength(2);
  });

  test('that was not streamed comes as one event', async () => {
    server.play(answer(200, '\n {"choices": []}\n'));
    const { events } = await outcome();
    expect(events).toEqual([{ event: 'message', data: '{"choices": []}', id: '' }]);
  });

  test('of events under a wrong label is read all the same', async () => {
    server.play([
      { op: 'head', status: 200, headers: { 'content-type': 'text/plain' } },
      ...okStream.slice(1),
    ]);
    expect((await outcome()).events).toHaveLength(2);
  });

  test.each([
    {
      name: 'keeps what came and is not asked for again when it breaks',
      steps: eventStream(writeText('data: a\n\n'), { op: 'wait', ms: 30 }, { op: 'destroy' }),
      code: 'incomplete',
      tries: 1,
      events: 1,
    },
    {
      name: 'is asked for three times when it breaks before anything came',
      steps: eventStream({ op: 'wait', ms: 5 }, { op: 'destroy' }),
      code: 'unreachable',
      tries: 3,
      events: 0,
    },
    {
      name: 'is asked for three times when it is empty',
      steps: eventStream(writeText(': ping\n\n'), { op: 'end' }),
      code: 'incomplete',
      tries: 3,
      events: 0,
    },
    {
      name: 'is given up when nothing begins',
      limits: { firstByteTimeoutMs: 800 },
      steps: [{ op: 'wait', ms: 60_000 }] as FaultStep[],
      code: 'first-byte-timeout',
      tries: 1,
      events: 0,
    },
    {
      name: 'is given up when only comments come',
      limits: { firstByteTimeoutMs: 800 },
      steps: eventStream(
        ...Array.from({ length: 20 }, (): FaultStep[] => [
          writeText(': ping\n\n'),
          { op: 'wait', ms: 50 },
        ]).flat(),
      ),
      code: 'first-byte-timeout',
      tries: 1,
      events: 0,
    },
    {
      name: 'is given up when it stalls',
      limits: { stallTimeoutMs: 150 },
      steps: eventStream(writeText('data: a\n\n'), { op: 'wait', ms: 60_000 }),
      code: 'stalled',
      tries: 1,
      events: 1,
    },
    {
      name: 'is no answer when a web page begins in its middle',
      steps: eventStream(
        writeText('data: a\n\n'),
        writeText('<!DOCTY'),
        writeText('PE html><title>Secret</title>'),
        { op: 'end' },
      ),
      code: 'bad-response',
      tries: 1,
      events: 1,
    },
    {
      name: 'keeps what came in the same chunk as a web page',
      steps: eventStream(
        writeText('data: a\n\n<html><title>Secret</title></html>\n\ndata: b\n\n'),
        {
          op: 'end',
        },
      ),
      code: 'bad-response',
      tries: 1,
      events: 1,
    },
    {
      name: 'is no answer when it is an image',
      steps: [
        { op: 'head', status: 200, headers: { 'content-type': 'image/png' } },
        { op: 'end' },
      ] as FaultStep[],
      code: 'bad-response',
      tries: 1,
      events: 0,
    },
  ])('$name', async ({ limits, steps, code, tries, events }) => {
    server.play(steps);
    const seen = await outcome(limits);
    expect(seen.error).toMatchObject({ code });
    expect(seen.events).toHaveLength(events);
    expect(server.requests).toHaveLength(tries);
    expect(JSON.stringify(seen.error)).not.toContain('Secret');
  });

  test('is given up when comments go on for ever', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const utf8 = new TextEncoder();
    let pings: ReturnType<typeof setInterval> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(utf8.encode('data: a\n\n'));
        pings = setInterval(() => controller.enqueue(utf8.encode(': ping\n\n')), 10_000);
      },
      cancel: () => clearInterval(pings),
    });
    const seen = outcome({
      stallTimeoutMs: 30_000,
      totalTimeoutMs: 120_000,
      fetch: () => Promise.resolve(new Response(body)),
    });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await seen).toMatchObject({ events: [{ data: 'a' }], error: { code: 'total-timeout' } });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a refusal', () => {
  const refusal = '{"error":{"message":"No.","type":"t","code":"c"}}';
  test.each([
    { status: 400, code: 'bad-request', tries: 1 },
    { status: 401, code: 'key-refused', tries: 1 },
    { status: 402, code: 'quota-exceeded', tries: 1 },
    { status: 403, code: 'forbidden', tries: 1 },
    { status: 404, code: 'not-found', tries: 1 },
    { status: 408, code: 'server-error', tries: 3 },
    { status: 409, code: 'server-error', tries: 3 },
    { status: 413, code: 'request-too-large', tries: 1 },
    { status: 422, code: 'bad-request', tries: 1 },
    { status: 429, code: 'rate-limited', tries: 3 },
    { status: 500, code: 'server-error', tries: 3 },
    { status: 502, code: 'server-error', tries: 3 },
    { status: 503, code: 'overloaded', tries: 3 },
    { status: 529, code: 'overloaded', tries: 3 },
    { status: 302, code: 'bad-response', tries: 1 },
  ])('with $status is $code after $tries tries', async ({ status, code, tries }) => {
    server.play(answer(status, refusal, { location: '/elsewhere', 'x-request-id': 'req_1' }));
    const { error } = await outcome();
    expect(error).toMatchObject({
      code,
      facts: { status, providerCode: 'c', providerMessage: 'No.', requestId: 'req_1' },
    });
    expect(server.requests).toHaveLength(tries);
  });

  test.each([
    { wish: 'true', status: 400, tries: 3 },
    { wish: 'false', status: 500, tries: 1 },
  ])(
    'with x-should-retry: $wish and $status is tried $tries times',
    async ({ wish, status, tries }) => {
      server.play(answer(status, refusal, { 'x-should-retry': wish }));
      await outcome();
      expect(server.requests).toHaveLength(tries);
    },
  );

  test.each([
    { headers: { 'retry-after': '7' }, waits: [7_000, 7_000] },
    { headers: { 'retry-after': '0' }, waits: [0, 0] },
    { headers: { 'retry-after': '60' }, waits: [60_000, 60_000] },
    { headers: { 'retry-after-ms': '250', 'retry-after': '7' }, waits: [250, 250] },
    { headers: { 'retry-after': '61' }, waits: [] },
    { headers: { 'retry-after': '3600' }, waits: [] },
  ])('with $headers is waited for $waits', async ({ headers, waits }) => {
    server.play(answer(429, refusal, headers));
    const { error } = await outcome();
    expect(waitsMs).toEqual(waits);
    expect(error?.facts.retryAfterMs).toBeDefined();
  });

  test('without a wish is waited for half a second, then one, up to a quarter less', async () => {
    server.play(answer(500, refusal));
    const retries: number[] = [];
    await outcome({ onRetry: ({ attempt, waitMs }) => retries.push(attempt, waitMs) });
    const [first, firstMs = 0, second, secondMs = 0] = retries;
    expect([first, second]).toEqual([1, 2]);
    expect(firstMs).toBeGreaterThanOrEqual(375);
    expect(firstMs).toBeLessThanOrEqual(500);
    expect(secondMs).toBeGreaterThanOrEqual(750);
    expect(secondMs).toBeLessThanOrEqual(1_000);
  });

  test('for want of credit is not repeated', async () => {
    server.play(
      answer(
        429,
        '{"error":{"message":"m","type":"insufficient_quota","code":"insufficient_quota"}}',
      ),
    );
    expect((await outcome()).error).toMatchObject({
      code: 'quota-exceeded',
      facts: { retryable: false },
    });
    expect(server.requests).toHaveLength(1);
  });

  test('is followed by a success without a word', async () => {
    server.play(answer(503, refusal), answer(500, refusal), okStream);
    expect(await outcome()).toMatchObject({ events: [{ data: 'a' }, { data: 'b' }] });
  });

  test.each([
    ['{"error":{"message":"Nested"}}', 'Nested'],
    ['{"error":"Text"}', 'Text'],
    ['{"message":"Flat"}', 'Flat'],
    ['{"detail":"Detail"}', 'Detail'],
    [
      '{"detail":[{"loc":["body","messages"],"msg":"field required","type":"missing"}]}',
      'field required',
    ],
    ['{"object":"error","message":"Old","type":"BadRequestError","code":400}', 'Old'],
    ['[{"error":{"code":400,"message":"Listed","status":"INVALID_ARGUMENT"}}]', 'Listed'],
    [
      '{"type":"error","error":{"type":"invalid_request_error","message":"Typed"},"request_id":"req_2"}',
      'Typed',
    ],
    [
      '{"error":{"message":"Provider returned error","metadata":{"raw":"inner"}}}',
      'Provider returned error: inner',
    ],
    ['"a string"', 'a string'],
    ['plain words', 'plain words'],
    ['<html><body>Secret</body></html>', undefined],
    ['{"error":{"message":"<html>Secret</html>"}}', undefined],
    ['', undefined],
    ['{"error":null}', undefined],
    ['null', undefined],
  ])('that says %s says %s', async (body, words) => {
    server.play(answer(400, body));
    const { error } = await outcome();
    expect(error?.code).toBe('bad-request');
    expect(error?.facts.providerMessage).toBe(words);
    expect(JSON.stringify(error)).not.toContain('Secret');
  });
});

describe('a key', () => {
  test.each([
    'Incorrect API key provided: sk-CANARY**********6789.',
    'Incorrect API key provided: sk-CANARY-0123456789. You can find your API key at https://x.example.',
    'Bad token CANA****6789',
    'Authorization: Bearer sk-CANARY-0123456789',
  ])('is masked in “%s”', async (words) => {
    server.play(
      answer(401, JSON.stringify({ error: { message: words, code: 'invalid_api_key' } })),
    );
    for (const key of ['sk-CANARY-0123456789', 'CANARY-0123456789']) {
      const { error } = await outcome({ headers: () => ({ authorization: `Bearer ${key}` }) });
      const shown = `${error?.message} ${error?.stack} ${JSON.stringify(error)}`;
      expect(error?.code).toBe('key-refused');
      expect(shown).not.toMatch(/CANA|6789/);
    }
  });

  test('that no header can hold is refused without being repeated', async () => {
    server.play(okStream);
    const { error } = await outcome({ headers: () => ({ authorization: 'Bearer sk-CANARY\n–' }) });
    expect(error?.code).toBe('key-refused');
    expect(`${error?.stack}${JSON.stringify(error)}${String(error?.cause)}`).not.toContain(
      'CANARY',
    );
    expect(server.requests).toHaveLength(0);
  });

  test('does not travel unencrypted over a public network', async () => {
    const { error } = await outcome({
      baseUrl: 'http://api.example.com/v1',
      headers: () => ({ authorization: 'Bearer k' }),
    });
    expect(error?.code).toBe('invalid-option');
  });

  test('may travel unencrypted to a server in a network of one’s own', async () => {
    const seen: Headers[] = [];
    const { error } = await outcome({
      baseUrl: 'http://192.168.1.20:11434/v1',
      headers: () => ({ authorization: 'Bearer k' }),
      fetch: async (_url, init) => {
        seen.push(new Headers(init?.headers));
        return new Response('data: a\n\n');
      },
    });
    expect(error).toBeUndefined();
    expect(seen[0]?.get('authorization')).toBe('Bearer k');
  });

  test('does not follow a redirect', async () => {
    server.play([{ op: 'head', status: 307, headers: { location: '/other' } }, { op: 'end' }]);
    const { error } = await outcome({ headers: () => ({ authorization: 'Bearer k' }) });
    expect(error?.code).toBe('bad-response');
    expect(server.requests).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('ends a stream at once, and the server sees it', async () => {
    server.play(eventStream(writeText('data: a\n\n'), { op: 'wait', ms: 60_000 }));
    const controller = new AbortController();
    const reading = (async () => {
      for await (const _event of transport().stream(ask, { signal: controller.signal })) {
        setImmediate(() => controller.abort());
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    await expect.poll(() => server.abandoned).toBe(1);
  });

  test('ends the wait before a retry', async () => {
    server.play(answer(429, '{}', { 'retry-after': '30' }));
    const controller = new AbortController();

    const sending = createTransport({
      baseUrl: server.url,
      onRetry: () => setImmediate(() => controller.abort()),
    }).send(ask, { signal: controller.signal });
    await expect(sending).rejects.toMatchObject({ code: 'aborted' });
    expect(server.requests).toHaveLength(1);
  });

  test('before the start sends nothing', async () => {
    server.play(okStream);
    const sending = transport().send(ask, { signal: AbortSignal.abort() });
    await expect(sending).rejects.toMatchObject({ code: 'aborted' });
    expect(server.requests).toHaveLength(0);
  });

  test('by leaving the loop lets the connection go', async () => {
    server.play(eventStream(writeText('data: a\n\n'), { op: 'wait', ms: 60_000 }));
    for await (const event of transport().stream(ask)) {
      expect(event.data).toBe('a');
      break;
    }
    await expect.poll(() => server.abandoned).toBe(1);
  });
});

describe('send', () => {
  test('gives a response whose body is under the same limits', async () => {
    server.play([
      { op: 'head', status: 200, headers: { 'content-type': 'application/json' } },
      writeText('{"a":'),
      { op: 'wait', ms: 60_000 },
    ]);
    const response = await transport({ stallTimeoutMs: 150 }).send({ path: '/files' });
    await expect(response.json()).rejects.toMatchObject({ code: 'stalled' });
  });

  test('asks with GET when there is no body, and reads JSON', async () => {
    server.play(answer(200, '{"a":1}'));
    const response = await transport().send({ path: '/models' });
    expect(await response.json()).toEqual({ a: 1 });
    expect(response.status).toBe(200);
  });

  test('takes no web page for an answer', async () => {
    server.play([
      { op: 'head', status: 200, headers: { 'content-type': 'text/html' } },
      { op: 'end' },
    ]);
    await expect(transport().send({ path: '/models' })).rejects.toMatchObject({
      code: 'bad-response',
    });
  });
});

describe('the address', () => {
  test.each(['not a url', 'ftp://x.example', 'https://user:secret@x.example'])(
    '%s is no base URL',
    async (baseUrl) => {
      const { error } = await outcome({ baseUrl });
      expect(error?.code).toBe('invalid-option');
      expect(error?.message).not.toContain('secret');
    },
  );

  test.each(['file:///home/page.html', 'about:srcdoc'])(
    'may be relative in %s only where the app answers requests itself',
    async (href) => {
      vi.stubGlobal('location', { href });
      const asked: string[] = [];
      const fetch: typeof globalThis.fetch = (input) => {
        asked.push(new Request(input).url);
        return Promise.resolve(new Response('{}'));
      };
      await outcome({ baseUrl: '/api', fetch });
      const { error } = await outcome({ baseUrl: '/api' });
      vi.unstubAllGlobals();
      expect(asked.map((url) => new URL(url).pathname)).toEqual(['/api/chat/completions']);
      expect(error?.message).toContain('This page was not loaded from a server');
    },
  );

  test('where nobody answers is tried three times and named', async () => {
    const { error } = await outcome({ baseUrl: 'http://127.0.0.1:1' });
    expect(error).toMatchObject({
      code: 'unreachable',
      facts: { host: '127.0.0.1:1', retryable: true },
    });
    expect(waitsMs).toHaveLength(2);
  });
});

test('a fetch that was given is asked for each request, and knows nothing of limits', async () => {
  let calls = 0;
  const { error } = await outcome({
    firstByteTimeoutMs: 150,
    fetch: () => {
      calls += 1;
      return new Promise(() => undefined);
    },
  });
  expect(error?.code).toBe('first-byte-timeout');
  expect(calls).toBe(1);
});

test('headers that cannot be had are told, and nothing is sent', async () => {
  server.play(okStream);
  const { error } = await outcome({ headers: () => Promise.reject(new Error('no token')) });
  expect(error?.code).toBe('unreachable');
  expect(server.requests).toHaveLength(0);
});
