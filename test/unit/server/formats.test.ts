/** What the kit writes in each of its formats arrives at the upstream, or is answered in words; nothing is lost in silence. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createChatStore, createTransport, type Connection } from '../../../src/core.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import {
  createProxyHandler,
  toNodeListener,
  type ProxyLogEntry,
  type ProxyOptions,
} from '../../../src/server/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { ask, codeOf, KEY, ORIGIN, plain, testProxy } from './helpers.js';

interface Shape {
  wire: WireFormat;
  path: string;
  model: string;
  extraBody: Record<string, unknown>;
  options?: Partial<ProxyOptions>;
}

const shapes: readonly Shape[] = [
  {
    wire: openaiChat,
    path: '/v1/chat/completions',
    model: 'gpt-4o',
    extraBody: { seed: 7, store: false },
  },
  {
    wire: openaiResponses,
    path: '/v1/responses',
    model: 'gpt-4o',
    extraBody: { reasoning: { effort: 'low', summary: 'auto' } },
  },
  {
    wire: anthropicMessages,
    path: '/v1/messages',
    model: 'claude-sonnet-4-6',
    extraBody: { thinking: { type: 'disabled' }, output_config: { effort: 'low' } },
    options: {
      keyHeader: { name: 'x-api-key', prefix: '' },
      headers: { 'anthropic-version': '2023-06-01' },
    },
  },
  {
    wire: geminiGenerate,
    path: '/v1beta/models',
    model: 'gemini-3.8-flash',
    extraBody: {
      generationConfig: {
        maxOutputTokens: 500,
        temperature: 0.5,
        thinkingConfig: { thinkingBudget: 0 },
      },
    },
  },
  { wire: ollamaChat, path: '/api/chat', model: 'gemma3:4b', extraBody: { think: false } },
];

async function chain({ wire, path, model, extraBody, options }: Shape) {
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const seen: Array<{ url: string; key: string | null; body: unknown }> = [];
  const logged: ProxyLogEntry[] = [];
  const upstream = await listen(
    toNodeListener(async (request) => {
      const { headers } = request;
      const key = headers.get('authorization') ?? headers.get('x-api-key');
      const body: unknown = await request.clone().json();
      seen.push({ url: request.url, key: key ?? headers.get('x-goog-api-key'), body });
      return backend(request);
    }),
  );
  const handler = createProxyHandler({
    upstream: upstream + path,
    key: KEY,
    models: [model],
    allowedOrigins: [ORIGIN],
    authorize: 'public',
    log: (entry) => logged.push(entry),
    ...options,
  });
  const address = await listen(toNodeListener(handler));
  const connection: Connection = {
    wire,
    model,
    baseUrl: `${address}/api`,
    options: { maxOutputTokens: 500, temperature: 0.5, extraBody },
  };
  return { connection, seen, logged, upstream };
}

describe.each(shapes)('$wire.name', (shape) => {
  test('arrives whole, with the key in its place, and is answered', async () => {
    const { connection, seen, logged, upstream } = await chain(shape);
    let written: unknown;
    const store = createChatStore({
      connection,
      createTransport,
      system: 'Be brief.',
      onTrace(trace) {
        if (trace.type === 'request') written = trace.request.body.text();
      },
    });
    const bytes = new Blob([readFixture('quad.png')], { type: 'image/png' });
    const outcome = await store.send({
      text: 'What is it?',
      images: [
        {
          type: 'image',
          id: 'i',
          mediaType: 'image/png',
          detail: 'auto',
          data: { kind: 'bytes', bytes },
        },
      ],
    });
    expect(outcome).toEqual({ accepted: true });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(JSON.stringify(store.getSnapshot().entries.at(-1)?.message.parts)).toContain('1 image');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.url.startsWith(upstream + shape.path)).toBe(true);
    expect(seen[0]?.key).toContain(KEY);
    expect(seen[0]?.body).toEqual(JSON.parse((await written) as string));
    expect(logged).toMatchObject([{ status: 200, model: shape.model, images: 1 }]);
    expect(logged[0]?.dropped).toBeUndefined();
  });
});

describe('what is kept by the provider', () => {
  test('store passes only where it keeps nothing', async () => {
    const { handler, calls, logged } = testProxy();
    await handler(ask({ ...plain, store: false }));
    await handler(ask({ ...plain, store: true }));
    await handler(ask({ ...plain, store: 'false' }));
    expect(calls.map(({ body }) => body['store'])).toEqual([false, undefined, undefined]);
    expect(logged.map(({ dropped }) => dropped)).toEqual([undefined, ['store'], ['store']]);
  });
});

describe('what is dropped', () => {
  afterEach(() => vi.restoreAllMocks());
  const body = {
    ...plain,
    tools: [],
    metadata: { name: 'J. Doe' },
    reasoning: { effort: 'low', max_tokens: 9000 },
    'J. Doe lives here': 1,
    user: null,
  };

  test('is named in the log, without a word of what it held', async () => {
    const { handler, logged } = testProxy();
    await handler(ask(body));
    expect(logged[0]?.dropped).toEqual([
      'tools',
      'metadata',
      'reasoning.max_tokens',
      '(no plain name)',
    ]);
    expect(JSON.stringify(logged)).not.toContain('Doe');
  });

  test('is named once in the console where there is no log', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { handler } = testProxy({ log: undefined } as unknown as Partial<ProxyOptions>);
    await handler(ask(body));
    await handler(ask({ ...body, n: 2 }));
    expect(warn.mock.calls.map(([words]) => String(words).split('pass on ')[1])).toEqual([
      'tools, metadata, reasoning.max_tokens, (no plain name). To let a field through, name it in extraFields.',
      'n. To let a field through, name it in extraFields.',
    ]);
  });

  test('is not what extraFields lets through', async () => {
    const { handler, calls, logged } = testProxy({ extraFields: ['tools'] });
    await handler(ask({ ...plain, tools: [1] }));
    expect(calls[0]?.body['tools']).toEqual([1]);
    expect(logged[0]?.dropped).toBeUndefined();
  });
});

describe('settings in options', () => {
  const upstream = 'https://provider.example/api/chat';

  test.each([
    { wish: 50, sent: 50 },
    { wish: 9_000_000, sent: 8192 },
    // Without a limit, and to the end of the context.
    { wish: -1, sent: 8192 },
    { wish: -2, sent: 8192 },
    { wish: undefined, sent: 8192 },
  ])('num_predict $wish is sent as $sent', async ({ wish, sent }) => {
    const { handler, calls, logged } = testProxy({ upstream });
    const options = { num_predict: wish, temperature: 0, num_ctx: 1_000_000 };
    await handler(ask({ ...plain, options, keep_alive: -1 }));
    expect(calls[0]?.body).toEqual({
      ...plain,
      options: { temperature: 0, num_predict: sent },
    });
    expect(logged[0]?.dropped).toEqual(['options.num_ctx', 'keep_alive']);
  });

  test('extraFields lets the others through, and no more output', async () => {
    const { handler, calls } = testProxy({ upstream, extraFields: ['options'] });
    await handler(ask({ ...plain, options: { num_predict: 1e6, num_ctx: 16_384 } }));
    expect(calls[0]?.body['options']).toEqual({ num_predict: 8192, num_ctx: 16_384 });
  });

  test('an address that tells nothing takes them as they come', async () => {
    const { handler, calls } = testProxy({ upstream: 'https://provider.example/ask' });
    await handler(ask({ ...plain, options: { seed: 1 } }));
    expect(calls[0]?.body).toEqual({ ...plain, options: { seed: 1, num_predict: 8192 } });
  });

  test('what hides something is refused', async () => {
    const { handler } = testProxy({ upstream });
    const response = await handler(ask({ ...plain, options: { stop: [{ a: 1 }] } }));
    expect(await codeOf(response)).toBe('400 bad-body');
  });
});

describe('the conversation in contents', () => {
  const upstream = 'https://provider.example/v1beta/models';
  const contents = [{ role: 'user', parts: [{ text: 'x' }] }];
  const png = btoa(String.fromCharCode(...readFixture('quad.png').subarray(0, 99)));
  const chat = (path: string, body: unknown = { contents }): Request =>
    new Request(`https://app.example/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('goes to the model and the method of the path, if they are offered', async () => {
    const { handler, calls } = testProxy({ upstream });
    for (const path of [
      'v1beta/models/m-small:streamGenerateContent?alt=sse',
      'models/m-small:generateContent?key=evil',
      'models/m-small%3AgenerateContent',
    ]) {
      expect((await handler(chat(path))).status).toBe(200);
    }
    expect(calls.map(({ url }) => url)).toEqual([
      `${upstream}/m-small:streamGenerateContent?alt=sse`,
      `${upstream}/m-small:generateContent`,
      `${upstream}/m-small:generateContent`,
    ]);
    expect(calls[0]?.headers.get('x-goog-api-key')).toBe(KEY);
    expect(calls[0]?.headers.get('authorization')).toBe(null);
  });

  test.each([
    ['models/m-large:generateContent', '400 model-not-allowed'],
    ['models/..%2Fm-small:generateContent', '400 model-not-allowed'],
    ['models/m-small:countTokens', '404 unknown-path'],
    ['models/m-small:batchGenerateContent', '404 unknown-path'],
    ['cachedContents', '404 unknown-path'],
    ['models/%E0%A4%A:generateContent', '404 unknown-path'],
  ])('%s is answered with %s', async (path, code) => {
    const { handler, calls } = testProxy({ upstream });
    expect(await codeOf(await handler(chat(path)))).toBe(code);
    expect(calls).toEqual([]);
  });

  test.each([
    [{ contents: 'x' }, '400 bad-body'],
    [{ contents: [{ role: 'system', parts: [] }] }, '400 bad-body'],
    [{ contents: [{ role: 'user', parts: [{ functionCall: {} }] }] }, '400 unsupported-part'],
    [{ contents: [{ parts: [{ text: { a: 1 } }] }] }, '400 bad-body'],
    [
      { contents: [{ parts: [{ inlineData: { mimeType: 'text/html', data: 'AAAA' } }] }] },
      '400 bad-file',
    ],
    [
      { contents: [{ parts: [{ inlineData: { mimeType: 'image/jpeg', data: png } }] }] },
      '400 bad-image',
    ],
    [
      { contents: [{ parts: [{ fileData: { fileUri: 'https://evil.example/a.png' } }] }] },
      '400 remote-image',
    ],
    [
      { contents: [{ parts: [{ fileData: { fileUri: 'https://x.example/v1beta/files/a' } }] }] },
      '400 file-id',
    ],
    [{ contents, generationConfig: { maxOutputTokens: 'all' } }, '400 bad-body'],
    [{ ...plain }, '400 bad-body'],
  ])('%j is refused', async (body, code) => {
    const { handler, calls } = testProxy({ upstream });
    expect(await codeOf(await handler(chat('models/m-small:generateContent', body)))).toBe(code);
    expect(calls).toEqual([]);
  });

  test('has its output limited, and instructions of the server alone', async () => {
    const { handler, calls, logged } = testProxy({ upstream, system: 'Be kind.' });
    const path = 'models/m-small:generateContent';
    const generationConfig = { maxOutputTokens: 1e6, topK: 3, candidateCount: 8 };
    await handler(chat(path, { contents, generationConfig, cachedContent: 'x' }));
    expect(calls[0]?.body).toEqual({
      contents,
      systemInstruction: { parts: [{ text: 'Be kind.' }] },
      generationConfig: { maxOutputTokens: 8192, topK: 3 },
    });
    expect(logged[0]?.dropped).toEqual(['generationConfig.candidateCount', 'cachedContent']);
    const own = { contents, systemInstruction: { parts: [{ text: 'Be rude.' }] } };
    expect(await codeOf(await handler(chat(path, own)))).toBe('400 system-not-allowed');
  });
});

describe('a body in another shape than the upstream takes is answered in words', () => {
  test.each([
    [{ contents: [] }, /its conversation in contents/],
    [{ ...plain, options: { num_predict: 5 } }, /its settings in options/],
  ])('%j', async (body, words) => {
    const { handler, calls } = testProxy();
    const response = await handler(ask(body));
    const { error } = (await response.json()) as { error: { message: string } };
    expect(response.status).toBe(400);
    expect(error.message).toMatch(words);
    expect(error.message).toMatch(/Choose the wire format/);
    expect(calls).toEqual([]);
  });

  test.each(['messages/count_tokens', 'responses/input_tokens'])(
    'a question for the tokens, %s, is no chat',
    async (path) => {
      const { handler, calls } = testProxy();
      const request = new Request(`https://app.example/v1/${path}`, ask(plain));
      expect(await codeOf(await handler(request))).toBe('404 unknown-path');
      expect(calls).toEqual([]);
    },
  );
});

test('cookies of another origin are allowed where the app says so, and for its pages alone', async () => {
  const preflight = new Request('https://api.example/chat', {
    method: 'OPTIONS',
    headers: { origin: ORIGIN, 'access-control-request-headers': 'content-type' },
  });
  const name = 'access-control-allow-credentials';
  const closed = testProxy();
  expect((await closed.handler(preflight)).headers.get(name)).toBe(null);
  const open = testProxy({ allowCredentials: true });
  const answers = [
    await open.handler(preflight),
    await open.handler(ask(plain, { origin: ORIGIN })),
    await open.handler(ask({}, { origin: ORIGIN })),
  ];
  for (const { headers } of answers) {
    expect(headers.get(name)).toBe('true');
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
  }
  for (const request of [ask(plain), ask(plain, { origin: 'https://evil.example' })]) {
    expect((await open.handler(request)).headers.get(name)).toBe(null);
  }
});
