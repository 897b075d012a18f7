/** A server that repeats the key it was given, in every place and every form, over a real port. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import type { SseEvent } from '../../../src/transport/read-sse.js';
import type { TransportOptions } from '../../../src/transport/types.js';
import { collect } from '../../helpers/byte-streams.js';
import { createGate } from '../../helpers/gate.js';

const MASK = '[key hidden]';
const keys = {
  'with a known prefix': 'sk-CANARY-Zq9Xw3Lm7Bv1Kt5R',
  'without a prefix': 'Zq9Xw3Lm7Bv1Kt5Rc4f0aa71CANARYe2',
  'with signs in it': 'CANARY/9+Zq=Xw3"Lm7\\Bv1.Kt5~Rc4&f0',
  'as a password': 'correct-horse-battery-staple',
  'in hexadecimal': '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  'as a signed token': `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6'.repeat(8)}.Zq9Xw3Lm7Bv1Kt5R`,
};

let server: Server;
let respond: (response: ServerResponse, request: IncomingMessage) => void;
let baseUrl: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => respond(response, request));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const transport = (headers: HeadersInit, options: Partial<TransportOptions> = {}) =>
  createTransport({
    baseUrl,
    headers: () => headers,
    maxRetries: 0,
    sleep: () => Promise.resolve(),
    ...options,
  });
const bearer = (key: string): HeadersInit => ({ authorization: `Bearer ${key}` });

/** Everything that a page, a log or a report could show of a value. */
function textOf(value: unknown): string {
  if (!(value instanceof Error)) return JSON.stringify(value) ?? String(value);
  const facts = KitError.is(value) ? JSON.stringify(value.facts) : '';
  const own = JSON.stringify(Object.fromEntries(Object.entries(value)));
  return `${value.name} ${value.message} ${value.stack} ${facts} ${own} ${value.cause === undefined ? '' : textOf(value.cause)}`;
}

const backwards = (text: string): string => text.split('').toReversed().join('');

/** No run of characters that is longer than what may be shown of a key. */
function expectWithout(key: string, text: string): void {
  const longest = Math.max(9, Math.ceil(key.length * 0.375));
  for (let at = 0; at + longest <= key.length; at += 1) {
    const piece = key.slice(at, at + longest);
    expect(text).not.toContain(piece);
    expect(text).not.toContain(JSON.stringify(piece).slice(1, -1));
  }
}

const asStream =
  (text: string | readonly string[]) =>
  async (response: ServerResponse): Promise<void> => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const part of [text].flat()) {
      await new Promise((resolve) => {
        response.write(part, resolve);
      });
    }
    response.end();
  };
const delta = (content: string): string =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`;
const contentOf = (events: readonly SseEvent[]): string =>
  events
    .map(({ data }) => JSON.parse(data) as { choices: Array<{ delta: { content: string } }> })
    .map(({ choices }) => choices[0]?.delta.content ?? '')
    .join('');

async function eventsOf(key: string, headers = bearer(key)): Promise<SseEvent[]> {
  return collect(transport(headers).stream({ path: '/chat', body: '{}' }));
}

describe.each(Object.entries(keys))('a key %s', (_, key) => {
  const forms: ReadonlyArray<readonly [string, string]> = [
    ['as it is', JSON.stringify(`You sent ${key}.`)],
    ['escaped as PHP does', JSON.stringify(`You sent ${key}.`).replaceAll('/', '\\/')],
    [
      'escaped as .NET does',
      JSON.stringify(`You sent ${key}.`).replace(
        /[+&]/g,
        (char) => `\\u00${char.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    ],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ headers: { authorization: key } }))],
    ['in an address', JSON.stringify(`https://example.com/?key=${encodeURIComponent(key)}`)],
    ['in an address in an address', JSON.stringify(encodeURIComponent(encodeURIComponent(key)))],
    ['in Base64', JSON.stringify(btoa(key))],
    ['in Base64 behind a user', JSON.stringify(btoa(`user:${key}`))],
    ['in Base64 behind a scheme', JSON.stringify(btoa(`Bearer ${key}`))],
    [
      'in Base64 for addresses',
      JSON.stringify(btoa(`x${key}`).replaceAll('+', '-').replaceAll('/', '_')),
    ],
    ['twice', JSON.stringify(`${key} ${key}`)],
    ['in capital letters', JSON.stringify(`You sent ${key.toUpperCase()}.`)],
    ['in small letters', JSON.stringify(`You sent ${key.toLowerCase()}.`)],
    ['backwards', JSON.stringify(`You sent ${backwards(key)}.`)],
  ];

  test.each(forms)('%s is hidden in events, bodies and refusals', async (_form, json) => {
    const body = `{"error":{"message":${json},"code":${json}},"request_id":${json}}`;
    respond = asStream(`event: error\ndata: ${body}\n\n`);
    const [event] = await eventsOf(key);
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    };
    const answer = await (await transport(bearer(key)).send({ path: '/models' })).text();
    respond = (response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(body);
    };
    const refusal = textOf(
      await transport(bearer(key))
        .send({ path: '/models' })
        .catch((error: unknown) => error),
    );
    for (const text of [event?.data ?? '', answer, refusal]) {
      expectWithout(key, text);
      expectWithout(btoa(key), text);
      for (const form of [key, backwards(key)]) {
        expect(text.toLowerCase()).not.toContain(
          JSON.stringify(form.toLowerCase()).slice(1, -1).slice(0, 12),
        );
      }
      expect(text).toContain(MASK);
    }
    expect(() => JSON.parse(event?.data ?? '')).not.toThrow();
    expect(() => JSON.parse(answer)).not.toThrow();
  });

  test('is hidden wherever the network cuts it', async () => {
    const text = JSON.stringify({ data: [{ id: `model of ${key}` }] });
    const at = text.indexOf(JSON.stringify(key).slice(1, -1));
    for (let cut = at - 1; cut <= at + key.length + 1; cut += Math.ceil(key.length / 20)) {
      respond = asStream([text.slice(0, cut), text.slice(cut)]);
      const response = await transport(bearer(key), {
        fetch: async () =>
          new Response(
            new ReadableStream({
              start(controller) {
                controller.enqueue(Buffer.from(text.slice(0, cut)));
                controller.enqueue(Buffer.from(text.slice(cut)));
                controller.close();
              },
            }),
            { headers: { 'content-type': 'application/json' } },
          ),
      }).send({ path: '/models' });
      expect(await response.json()).toEqual({ data: [{ id: `model of ${MASK}` }] });
    }
  });

  test('is hidden in headers, also in those that tell a request', async () => {
    const plain = key.replace(/["\\]/g, '');
    respond = (response, request) => {
      const status = request.url === '/ok' ? 200 : 401;
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-request-id': plain,
        'x-echo': `key ${plain}`,
      });
      response.end('{}');
    };
    const { headers } = await transport(bearer(plain)).send({ path: '/ok' });
    expect(headers.get('x-echo')).toBe(`key ${MASK}`);
    let accepted: Response | undefined;
    const stream = transport(bearer(plain)).stream(
      { path: '/ok' },
      {
        onAccepted: (response) => {
          accepted = response;
        },
      },
    );
    await collect(stream);
    expect(accepted?.headers.get('x-request-id')).toBe(MASK);
    const error = await transport(bearer(plain))
      .send({ path: '/no' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ facts: { requestId: MASK } });
  });

  test('is hidden in what an app’s own fetch throws, and in what is told before a retry', async () => {
    const told: Error[] = [];
    const broken = Object.assign(new Error(`fetch failed with ${key}`, { cause: { key } }), {
      config: { headers: { authorization: `Bearer ${key}` } },
    });
    const error = await transport(bearer(key), {
      maxRetries: 1,
      fetch: async () => {
        throw broken;
      },
      onRetry: (retry) => told.push(retry.error),
    })
      .send({ path: '/models' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unreachable' });
    for (const shown of [error, ...told]) expectWithout(key, textOf(shown));
    expect((error as Error).cause).toMatchObject({ message: `fetch failed with ${MASK}` });
    expect(told).toHaveLength(1);
  });

  test.each([1, 2, 3, 5, 8, 13])(
    'is hidden when a model says it %i characters at a time',
    async (size) => {
      const text = `Your key is ${key}, keep it safe.`;
      const words = text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [];
      respond = asStream(words.map(delta));
      const shown = contentOf(await eventsOf(key));
      expect(shown).toMatch(/^Your key is .{0,3}\[key hidden\], keep it safe\.$/);
    },
  );

  const silent = [
    ['an empty text', delta('')],
    [
      'a choice without text',
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { role: 'assistant' } }] })}\n\n`,
    ],
    ['a ping', `event: ping\ndata: {"type":"ping"}\n\n`],
    ['a comment', ': keep-alive\n\n'],
  ] as const;

  test.each(silent)('is hidden when %s comes between its pieces', async (_, between) => {
    const pieces = [key.slice(0, 9), key.slice(9, 17), key.slice(17)];
    const stream = pieces.map((piece) => delta(piece) + between + between).join('');
    respond = asStream(delta('Your key is ') + stream + delta('.'));
    const shown = (await eventsOf(key)).filter(({ data }) => data.includes('content'));
    expect(contentOf(shown)).toBe(`Your key is ${MASK}.`);
  });

  test('that is only begun does not hold up a stream of pings', async () => {
    const pings = Array.from({ length: 200 }, () => 'data: {"type":"ping"}\n\n').join('');
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(delta(key.slice(0, 9)) + pings);
    };
    // The server never ends this answer.
    for await (const event of transport(bearer(key)).stream({ path: '/chat', body: '{}' })) {
      expect(contentOf([event])).toBe(key.slice(0, 9));
      break;
    }
  });

  test('that is only begun is shown when it goes on otherwise, or breaks off', async () => {
    const start = key.slice(0, 7);
    respond = asStream([delta(start.slice(0, 5)), delta(start.slice(5)), delta(' and more')]);
    expect(contentOf(await eventsOf(key))).toBe(`${start} and more`);
    respond = asStream([delta(start)]);
    expect(contentOf(await eventsOf(key))).toBe(start);
  });
});

describe('a key', () => {
  const key = keys['without a prefix'];

  test.each([
    ['authorization', `Bearer ${key}`],
    ['authorization', key],
    ['authorization', `Token token="${key}", nonce="1"`],
    ['authorization', `Basic ${btoa(`user:${key}`)}`],
    ['proxy-authorization', `Bearer ${key}`],
    ['api-key', key],
    ['x-api-key', key],
    ['x-goog-api-key', key],
    ['ocp-apim-subscription-key', key],
    ['helicone-auth', `Bearer ${key}`],
    ['x-session', key],
    ['cookie', `theme=dark; session=${key}; lang=en`],
    ['x-gateway', key],
    ['x-anything', `v1 ${key}`],
  ])('counts as one in %s: %s', async (name, value) => {
    respond = asStream(`data: {"error":{"message":"You sent ${key}"}}\n\n`);
    // A fetch of this process, since Node's own keeps some of these names back.
    const events = await collect(
      transport({ [name]: value }, { fetch: async (url) => fetch(url, { method: 'POST' }) }).stream(
        { path: '/chat', body: '{}' },
      ),
    );
    expect(events.map(({ data }) => data)).toEqual([`{"error":{"message":"You sent ${MASK}"}}`]);
  });

  test('counts as one in the query of the base URL', async () => {
    respond = asStream(delta(`You sent ${key}`));
    const events = await collect(
      createTransport({ baseUrl: `${baseUrl}?api_key=${key}` }).stream({
        path: '/chat',
        body: '{}',
      }),
    );
    expect(contentOf(events)).toBe(`You sent ${MASK}`);
  });

  test('is hidden where its middle is left out', async () => {
    respond = asStream(
      delta(`You sent ${key.slice(0, 14)}********${key.slice(-12)}, or ${key.slice(0, 16)}…`),
    );
    const shown = contentOf(await eventsOf(key));
    expect(shown).toMatch(/^You sent \[key hidden\].*, or \[key hidden\]$/);
    expectWithout(key, shown);
  });

  test('that was replaced during the exchange is hidden, too', async () => {
    const [first, second] = [keys['without a prefix'], keys['in hexadecimal']];
    let count = 0;
    respond = (response) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '0' }).end('{}');
      else void asStream(delta(`first ${first}, second ${second}`))(response);
    };
    const events = await collect(
      createTransport({
        baseUrl,
        sleep: () => Promise.resolve(),
        headers: () => bearer([first, second][count++] ?? ''),
      }).stream({ path: '/chat', body: '{}' }),
    );
    expect(contentOf(events)).toBe(`first ${MASK}, second ${MASK}`);
  });

  test.each([
    'test',
    'ollama',
    'lm-studio',
    'EMPTY',
    'not-needed',
    'dummy',
    'password',
    '12345678',
    'k',
  ])('that is a placeholder, %s, blacks nothing out', async (placeholder) => {
    const text = `Is ${placeholder} the ${placeholder}? 12345678 times.`;
    respond = asStream([delta(text), ...text.split('').map(delta)]);
    expect(contentOf(await eventsOf(placeholder))).toBe(text + text);
  });

  test('keeps no part of a body back that broke', async () => {
    const reading = createGate();
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"line":1}\n{"line":2}\n', () => {
        void reading.opened.then(() => response.destroy());
      });
    };
    const { body } = await transport(bearer(key)).send({ path: '/results' });
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    // What could be the beginning of a key is kept until more comes.
    const read = reader.read();
    reading.open();
    expect(Buffer.from((await read).value ?? []).toString()).toBe('{"line":1}\n{"line":2}\n');
    await expect(reader.read()).rejects.toMatchObject({ code: 'incomplete' });
  });

  test('made of words leaves words of answers alone, but not itself', async () => {
    const words = 'my-company-production-gateway-2024';
    const text = 'Ask my-company-products about the production-gateway of 2024: ';
    respond = asStream(delta(text + words));
    expect(contentOf(await eventsOf(words))).toBe(text + MASK);
  });

  test('leaves images and everything else as they came', async () => {
    const base64 = Buffer.from(
      Array.from({ length: 600_000 }, (_, at) => (at * 7919) & 255),
    ).toString('base64');
    const data = JSON.stringify({
      choices: [
        {
          delta: {
            content: 'ä😀',
            images: [{ image_url: { url: `data:image/png;base64,${base64}` } }],
          },
        },
      ],
    });
    respond = asStream(`id: 7\nevent: chunk\ndata: ${data}\n\n`);
    for (const each of Object.values(keys)) {
      expect(await eventsOf(each)).toEqual([{ id: '7', event: 'chunk', data }]);
    }
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) & 255);
    respond = (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
    const answer = await transport(bearer(key)).send({ path: '/files/1/content' });
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });
});
