import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createDemoBackend } from '../../../src/demo/index.js';
import {
  createProxyHandler,
  toNodeListener,
  type ProxyHandler,
} from '../../../src/server/index.js';
import { ask, codeOf, KEY, ORIGIN, plain, streamed, testProxy } from './helpers.js';

/** A stream in the given pieces. */
function inPieces(...pieces: string[]): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

describe('what comes back', () => {
  test('a stream is passed through as it comes', async () => {
    const { handler } = testProxy({}, () => inPieces('data: 1\n\n', 'data: 2\n\n'));
    const response = await handler(ask(plain, { origin: ORIGIN }));
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n');
  });

  test('only three headers of the upstream pass, and four of our own are added', async () => {
    const { handler } = testProxy({}, () =>
      streamed('data: {}\n\n', {
        'x-request-id': 'req_1',
        'retry-after': '3',
        'set-cookie': 'a=1',
        server: 'x',
        'access-control-allow-origin': '*',
      }),
    );
    const response = await handler(ask(plain));
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store, no-transform',
      'content-type': 'text/event-stream',
      'retry-after': '3',
      vary: 'Origin',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'req_1',
    });
  });

  test('the key is taken out of a stream wherever it is cut, and nothing else is', async () => {
    const text = `data: sk-CANARY-server ${KEY}${KEY} end sk-CANARY-server-ke`;
    for (let cut = 0; cut <= text.length; cut++) {
      const { handler } = testProxy({}, () => inPieces(text.slice(0, cut), text.slice(cut)));
      const response = await handler(ask(plain));
      expect(await response.text()).toBe('data: sk-CANARY-server *** end sk-CANARY-server-ke');
    }
  });

  const key = 'CANARY/9+Zq=Xw3Lm7Bv1.Kt5~Rc4&f0';
  test.each([
    ['as it is', key],
    ['escaped as in JSON', JSON.stringify(key).replaceAll('/', '\\/').slice(1, -1)],
    ['escaped as .NET does', key.replaceAll('+', '\\u002B').replaceAll('&', '\\u0026')],
    ['in an address', encodeURIComponent(key)],
    ['in Base64', btoa(`Bearer ${key}`)],
    ['in small letters', key.toLowerCase()],
    ['backwards', key.split('').toReversed().join('')],
    ['with its middle left out', `${key.slice(0, 14)}********${key.slice(-12)}`],
  ])('the key is taken out of everything that passes, %s', async (_, form) => {
    const error = `{"error":{"message":"You sent ${form}."}}`;
    const headers = { 'x-request-id': form };
    const answers = [
      streamed(`data: ${error}\n\n`, headers),
      inPieces(`data: ${error.slice(0, 40)}`, error.slice(40)),
      new Response(error, {
        status: 400,
        headers: { ...headers, 'content-type': 'application/json' },
      }),
    ];
    for (const answer of answers) {
      const { handler, logged } = testProxy({ key }, () => answer);
      const response = await handler(ask(plain));
      const log = logged.map(({ requestId, upstreamMessage }) => [requestId, upstreamMessage]);
      const shown = [await response.text(), ...response.headers, ...log].flat().join(' ');
      expect(shown).not.toContain(form.slice(0, 12));
      expect(shown).not.toContain(form.slice(-12));
      expect(shown).toContain('***');
    }
  });

  test("the provider's words about a bad request pass, without the key", async () => {
    const { handler, logged } = testProxy({}, () =>
      Response.json(
        { error: { message: `Invalid image for ${KEY} of org-AbCdEf123`, code: 'invalid_image' } },
        { status: 400, headers: { 'x-request-id': KEY } },
      ),
    );
    const response = await handler(ask(plain));
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).toBe(
      '{"error":{"message":"Invalid image for *** of ***","code":"invalid_image"}}',
    );
    expect(logged).toMatchObject([
      { outcome: 'upstream-refused', upstreamStatus: 400, model: 'm-small', images: 0 },
    ]);
    expect(JSON.stringify([[...response.headers], logged])).not.toContain('CANARY');
  });

  test("an address among the provider's words stays whole", async () => {
    const message = 'Read https://example.com/guides/sk-learn-and-others, not sk-proj-a1****b2c3';
    const { handler } = testProxy({}, () => Response.json({ error: { message } }, { status: 400 }));
    const { error } = (await (await handler(ask(plain))).json()) as { error: { message: string } };
    expect(error.message).toBe('Read https://example.com/guides/sk-learn-and-others, not ***');
  });

  test.each([401, 403])('a refused key (%s) is the affair of the server alone', async (status) => {
    const { handler, logged } = testProxy({}, () =>
      Response.json({ error: { message: `Incorrect API key provided: ${KEY}` } }, { status }),
    );
    const response = await handler(ask(plain));
    expect(await codeOf(response)).toBe('502 key-refused');
    expect(logged).toMatchObject([
      {
        outcome: 'failed',
        upstreamStatus: status,
        upstreamMessage: expect.stringContaining('***'),
      },
    ]);
    expect(JSON.stringify(logged)).not.toContain('CANARY');
  });

  test('a wait that the provider asks for is passed on', async () => {
    const { handler } = testProxy({}, () =>
      Response.json(
        { error: { message: 'slow down' } },
        { status: 429, headers: { 'retry-after': '9' } },
      ),
    );
    const response = await handler(ask(plain));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '9']);
  });

  test.each([
    {
      what: 'a web page',
      answer: () => new Response('<h1>', { headers: { 'content-type': 'text/html' } }),
      code: '502 upstream-bad-response',
    },
    {
      what: 'nothing',
      answer: () => new Response(null, { headers: { 'content-type': 'application/json' } }),
      code: '502 upstream-bad-response',
    },
    {
      what: 'a page with an error',
      answer: () => new Response('<h1>', { status: 503, headers: { 'content-type': 'text/html' } }),
      code: '503 null',
    },
    {
      what: 'a broken connection',
      answer: () => Promise.reject(new TypeError(`fetch failed for ${KEY}`)),
      code: '502 upstream-unreachable',
    },
  ])('$what is not passed on', async ({ answer, code }) => {
    const { handler, logged } = testProxy({}, answer);
    const response = await handler(ask(plain));
    expect(await codeOf(response)).toBe(code);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(JSON.stringify(logged)).not.toContain(KEY);
  });

  test('a status that no response can have is one of a bad gateway', async () => {
    const upstream = createServer((_, response) => {
      response.writeHead(700, { 'content-type': 'application/json' }).end('{"error":{}}');
    });
    await new Promise<void>((resolve) => {
      upstream.listen(0, '127.0.0.1', resolve);
    });
    const { port } = upstream.address() as AddressInfo;
    const { handler } = testProxy({ upstream: `http://127.0.0.1:${port}/v1/chat`, fetch });
    const response = await handler(ask(plain));
    upstream.closeAllConnections();
    upstream.close();
    expect(response.status).toBe(502);
  });

  test('an upstream that says nothing is given up', async () => {
    const { handler } = testProxy({ upstreamTimeoutMs: 20 }, ({ signal }) => silent(signal));
    expect(await codeOf(await handler(ask(plain)))).toBe('504 upstream-timeout');
  });

  test('a log that fails costs nobody their answer', async () => {
    const { handler } = testProxy({
      log: () => {
        throw new Error('disk full');
      },
    });
    expect((await handler(ask(plain))).status).toBe(200);
  });
});

function silent(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

describe('a client that is gone', () => {
  test('before the answer stops the upstream', async () => {
    const client = new AbortController();
    const { handler, calls } = testProxy({}, ({ signal }) => {
      queueMicrotask(() => client.abort());
      return silent(signal);
    });
    const answered = handler(ask(plain, {}, { signal: client.signal }));
    expect(await codeOf(await answered)).toBe('499 client-gone');
    expect(calls[0]?.signal.aborted).toBe(true);
  });

  test('in the middle of the answer stops the upstream, also when its body is only cancelled', async () => {
    const { handler, calls } = testProxy({}, () => inPieces('data: 1\n\n', 'data: 2\n\n'));
    const response = await handler(ask(plain));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(calls[0]?.signal.aborted).toBe(true);
  });
});

function proxyOfDemo(fault?: string): { handler: ProxyHandler; aborted: () => boolean } {
  const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0, ...(fault && { fault }) });
  let signal: AbortSignal | undefined;
  const handler = createProxyHandler({
    upstream: 'https://provider.example/v1/chat/completions',
    key: KEY,
    models: ['gpt-4o'],
    allowedOrigins: [ORIGIN],
    authorize: 'public',
    fetch: (input, init) => {
      signal = init?.signal ?? undefined;
      return demo(input instanceof Request ? input : String(input), init);
    },
  });
  return { handler, aborted: () => signal?.aborted ?? false };
}

describe('behind a real server', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  function listen(handler: ProxyHandler): Promise<string> {
    const started = createServer(toNodeListener(handler));
    server = started;
    return new Promise((resolve) => {
      started.listen(0, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(started.address() as AddressInfo).port}/api/chat`);
      });
    });
  }

  const body = JSON.stringify({
    model: 'gpt-4o',
    stream: true,
    messages: [{ role: 'user', content: 'Hi' }],
  });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };

  test('a whole answer comes through', async () => {
    const address = await listen(proxyOfDemo().handler);
    const response = await fetch(address, init);
    const text = await response.text();
    expect(response.status).toBe(200);
    const words = [...text.matchAll(/"content":"([^"]*)"/g)].map(([, word]) => word).join('');
    expect(words).toMatch(/^This is the demo backend, not a model\./);
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  test('a client that hangs up stops the upstream', async () => {
    const { handler, aborted } = proxyOfDemo('stall-mid-stream');
    const address = await listen(handler);
    const client = new AbortController();
    const response = await fetch(address, { ...init, signal: client.signal });
    await response.body?.getReader().read();
    expect(aborted()).toBe(false);
    client.abort();
    await expect.poll(aborted, { interval: 5 }).toBe(true);
  });
});
