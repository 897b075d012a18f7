import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { ask, codeOf, KEY, ORIGIN, plain, testProxy, UPSTREAM, withContent } from './helpers.js';

const png = `data:image/png;base64,${Buffer.from(readFixture('quad.png')).toString('base64')}`;
const bare = png.slice('data:image/png;base64,'.length);

describe('who may ask', () => {
  test.each([
    { what: 'another site', headers: { origin: 'https://evil.example' }, status: 403 },
    { what: 'a longer name', headers: { origin: 'https://app.example.evil.example' }, status: 403 },
    { what: 'a name before it', headers: { origin: 'https://evil-app.example' }, status: 403 },
    { what: 'another port', headers: { origin: 'https://app.example:8443' }, status: 403 },
    { what: 'without https', headers: { origin: 'http://app.example' }, status: 403 },
    { what: 'a hidden origin', headers: { origin: 'null' }, status: 403 },
    {
      what: 'another site, told by the browser',
      headers: { 'sec-fetch-site': 'cross-site' },
      status: 403,
    },
    {
      what: 'a neighbour, told by the browser',
      headers: { 'sec-fetch-site': 'same-site' },
      status: 403,
    },
    { what: 'the app', headers: { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }, status: 200 },
    { what: 'the same origin', headers: { 'sec-fetch-site': 'same-origin' }, status: 200 },
    { what: 'a program', headers: {}, status: 200 },
  ])('$what: $status', async ({ headers, status }) => {
    const { handler, calls } = testProxy();
    const response = await handler(ask(plain, headers));
    expect(response.status).toBe(status);
    expect(calls).toHaveLength(status === 200 ? 1 : 0);
  });

  test.each(['GET', 'PUT', 'DELETE', 'HEAD'])(
    '%s is told that only POST is answered',
    async (method) => {
      const response = await testProxy().handler(new Request('https://app.example/', { method }));
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    },
  );

  test('a page of the app may ask beforehand, another may not', async () => {
    const { handler } = testProxy();
    const preflight = (origin: string) =>
      handler(new Request(UPSTREAM, { method: 'OPTIONS', headers: { origin } }));
    const allowed = await preflight(ORIGIN);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect((await preflight('https://evil.example')).status).toBe(403);
  });

  test('the app decides, and a decision that fails is a no', async () => {
    const yes = testProxy({
      authorize: (request) => request.headers.get('cookie') === 'session=1',
    });
    expect((await yes.handler(ask(plain, { cookie: 'session=1' }))).status).toBe(200);
    expect(await codeOf(await yes.handler(ask(plain)))).toBe('401 not-authorized');
    const broken = testProxy({ authorize: () => Promise.reject(new Error('database')) });
    expect(await codeOf(await broken.handler(ask(plain)))).toBe('401 not-authorized');
  });

  test('a limiter is asked before the body is read, and one that fails lets nobody through', async () => {
    const busy = testProxy({ rateLimit: async () => ({ retryAfter: 7 }) });
    const refused = await busy.handler(ask('not json'));
    expect(refused.headers.get('retry-after')).toBe('7');
    expect(await codeOf(refused)).toBe('429 rate-limited');
    const broken = testProxy({
      rateLimit: () => {
        throw new Error('redis is gone');
      },
    });
    expect(await codeOf(await broken.handler(ask(plain)))).toBe('503 rate-limit-failed');
    expect(broken.calls).toHaveLength(0);
    const free = testProxy({ rateLimit: () => undefined });
    expect((await free.handler(ask(plain))).status).toBe(200);
  });
});

describe('how much may be asked', () => {
  test('more than the limit is refused while it is read, whatever was declared', async () => {
    const { handler, calls } = testProxy({ maxBodyBytes: 1000 });
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(400).fill(0x20));
      },
    });
    const request = new Request('https://app.example/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await codeOf(await handler(request))).toBe('413 body-too-large');
    expect(pulled).toBeLessThan(6);
    expect(calls).toHaveLength(0);
  });

  test.each([
    {
      what: 'declared too large',
      headers: { 'content-length': '999999999' },
      code: '413 body-too-large',
    },
    ...['many', '1e9', '0x10', '-1', '1.5', '1,1', ''].map((declared) => ({
      what: `declared as "${declared}"`,
      headers: { 'content-length': declared },
      code: '400 bad-body',
    })),
    { what: 'plain text', headers: { 'content-type': 'text/plain' }, code: '415 not-json' },
    { what: 'a form', headers: { 'content-type': 'multipart/form-data' }, code: '415 not-json' },
    { what: 'compressed', headers: { 'content-encoding': 'gzip' }, code: '415 not-json' },
  ])('$what', async ({ headers, code }) => {
    const response = await testProxy().handler(ask(plain, headers));
    expect(await codeOf(response)).toBe(code);
  });

  test('JSON may name its charset', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await testProxy().handler(ask(plain, headers))).status).toBe(200);
  });

  test('an expensive wish is lowered, and a request without a wish gets the limit', async () => {
    const { handler, calls } = testProxy({ maxOutputTokens: 100 });
    await handler(ask({ ...plain, max_tokens: 100_000 }));
    await handler(ask({ ...plain, max_completion_tokens: 7 }));
    await handler(ask(plain));
    await handler(ask({ model: 'm-small', input: 'Hi' }));
    expect(
      calls.map(({ body }) => [
        body['max_tokens'],
        body['max_completion_tokens'],
        body['max_output_tokens'],
      ]),
    ).toEqual([
      [100, undefined, undefined],
      [undefined, 7, undefined],
      [undefined, 100, undefined],
      [undefined, undefined, 100],
    ]);
    expect(await codeOf(await handler(ask({ ...plain, max_tokens: '9' })))).toBe('400 bad-body');
  });

  test('images are counted over the whole conversation and every form', async () => {
    const { handler } = testProxy({ maxImages: 3 });
    const messages = [
      { role: 'user', content: [{ type: 'image_url', image_url: { url: png } }] },
      { role: 'assistant', content: 'Yes.' },
      {
        role: 'user',
        content: [
          { type: 'input_image', image_url: png },
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: bare } },
        ],
      },
    ];
    expect((await handler(ask({ model: 'm-small', messages }))).status).toBe(200);
    const more = [...messages, { role: 'user', content: '?', images: [bare] }];
    expect(await codeOf(await handler(ask({ model: 'm-small', messages: more })))).toBe(
      '400 too-many-images',
    );
  });
});

function link(url: string): Request {
  return ask(withContent({ type: 'image_url', image_url: { url } }));
}

describe('what may be asked', () => {
  test.each([
    { what: 'another model', body: { ...plain, model: 'm-large' }, code: '400 model-not-allowed' },
    { what: 'no model', body: { ...plain, model: undefined }, code: '400 model-not-allowed' },
    {
      what: 'a list of models',
      body: { ...plain, model: ['m-small'] },
      code: '400 model-not-allowed',
    },
    {
      what: 'a second model',
      body: '{"model":"m-small","model":"m-large","messages":[]}',
      code: '400 model-not-allowed',
    },
    { what: 'no body', body: '', code: '400 bad-body' },
    { what: 'half a body', body: '{"model":', code: '400 bad-body' },
    { what: 'a list', body: '[]', code: '400 bad-body' },
    { what: 'no messages', body: { model: 'm-small' }, code: '400 bad-body' },
    {
      what: 'messages that are none',
      body: { model: 'm-small', messages: [null] },
      code: '400 bad-body',
    },
    {
      what: 'an unknown role',
      body: { model: 'm-small', messages: [{ role: 'root', content: '' }] },
      code: '400 bad-body',
    },
    {
      what: 'an object where a number belongs',
      body: { ...plain, temperature: { url: 'http://169.254.169.254' } },
      code: '400 bad-body',
    },
    {
      what: 'a link',
      body: withContent({ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }),
      code: '400 remote-image',
    },
    {
      what: 'a link in Responses',
      body: withContent({ type: 'input_image', image_url: 'http://localhost/a.png' }),
      code: '400 remote-image',
    },
    {
      what: 'a link as a source',
      body: withContent({
        type: 'image',
        source: { type: 'url', url: 'https://example.com/a.png' },
      }),
      code: '400 remote-image',
    },
    {
      what: 'a blob: address',
      body: withContent({ type: 'image_url', image_url: { url: 'blob:https://app.example/1' } }),
      code: '400 remote-image',
    },
    {
      what: 'broken base64',
      body: withContent({ type: 'image_url', image_url: { url: 'data:image/png;base64,@@@@' } }),
      code: '400 bad-image',
    },
    {
      what: 'empty base64',
      body: withContent({ type: 'image_url', image_url: { url: 'data:image/png;base64,' } }),
      code: '400 bad-image',
    },
    {
      what: 'SVG',
      body: withContent({
        type: 'image_url',
        image_url: { url: 'data:image/svg+xml;base64,AAAA' },
      }),
      code: '400 bad-image',
    },
    {
      what: 'bare base64 with a prefix',
      body: withContent({
        type: 'image',
        source: { type: 'base64', media_type: 'image/png', data: png },
      }),
      code: '400 bad-image',
    },
    {
      what: "a file of the server's account",
      body: withContent({ type: 'input_image', file_id: 'file-1' }),
      code: '400 file-id',
    },
    {
      what: 'a document by its address',
      body: withContent({ type: 'input_file', file_url: 'http://169.254.169.254/' }),
      code: '400 unsupported-part',
    },
    {
      what: 'a part without a type',
      body: withContent({ text: 'x' }),
      code: '400 unsupported-part',
    },
    {
      what: 'an item of another kind',
      body: { model: 'm-small', input: [{ type: 'item_reference', role: 'user', id: 'rs_1' }] },
      code: '400 unsupported-part',
    },
  ])('not $what', async ({ body, code }) => {
    const { handler, calls, logged } = testProxy();
    expect(await codeOf(await handler(ask(body)))).toBe(code);
    expect(calls).toHaveLength(0);
    expect(logged).toMatchObject([{ outcome: 'refused', code: code.slice(4) }]);
  });

  test('only known fields go upstream, and nothing else of the request does', async () => {
    const { handler, calls } = testProxy();
    const request = ask(
      {
        ...plain,
        baseURL: 'http://169.254.169.254/',
        base_url: 'http://127.0.0.1',
        api_key: 'sk-own',
        n: 100,
        store: true,
        tools: [{ type: 'web_search' }],
        previous_response_id: 'resp_of_another_user',
        stream: true,
        stream_options: { include_usage: true, callback: 'http://evil.example' },
        messages: [
          {
            role: 'user',
            secret: 1,
            content: [
              { type: 'image_url', image_url: { url: png, detail: 'low', proxy: 'x' }, extra: 1 },
            ],
          },
        ],
      },
      {
        authorization: 'Bearer sk-user-own',
        cookie: 'session=1',
        'x-api-key': 'k',
        'x-forwarded-for': '127.0.0.1',
        'x-base-url': 'http://evil.example',
      },
    );
    await handler(request);
    expect(calls[0]?.url).toBe(UPSTREAM);
    expect(Object.fromEntries(calls[0]?.headers ?? [])).toEqual({
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
    });
    expect(calls[0]?.body).toEqual({
      model: 'm-small',
      messages: [
        { role: 'user', content: [{ type: 'image_url', image_url: { url: png, detail: 'low' } }] },
      ],
      stream: true,
      stream_options: { include_usage: true },
      max_completion_tokens: 8192,
    });
  });

  test('a system message passes unless the policy objects', async () => {
    const body = {
      model: 'm-small',
      messages: [
        { role: 'system', content: 'x' },
        { role: 'user', content: 'y' },
      ],
    };
    expect((await testProxy().handler(ask(body))).status).toBe(200);
    const strict = testProxy({
      policy: ({ body: { messages } }) =>
        JSON.stringify(messages).includes('"system"') ? 'No system messages here.' : undefined,
    });
    expect(await codeOf(await strict.handler(ask(body)))).toBe('400 refused-by-policy');
    expect((await strict.handler(ask(plain))).status).toBe(200);
    const broken = testProxy({ policy: () => Promise.reject(new Error('x')) });
    expect(await codeOf(await broken.handler(ask(plain)))).toBe('503 refused-by-policy');
  });

  test('links pass when the app wants it, all or those of some hosts', async () => {
    const all = testProxy({ remoteImages: 'pass' });
    expect((await all.handler(link('https://example.com/a.png'))).status).toBe(200);
    expect((await all.handler(link('file:///etc/passwd'))).status).toBe(400);
    const some = testProxy({ remoteImages: { hosts: ['cdn.example.com'] } });
    expect((await some.handler(link('https://cdn.example.com/a.png'))).status).toBe(200);
    expect((await some.handler(link('https://cdn.example.com@evil.example/a.png'))).status).toBe(
      400,
    );
    expect((await some.handler(link('http://cdn.example.com/a.png'))).status).toBe(400);
  });

  test("fields of the app's own pass when they are named", async () => {
    const { handler, calls } = testProxy({ extraFields: ['tools'] });
    await handler(ask({ ...plain, tools: [{ type: 'function' }] }));
    expect(calls[0]?.body['tools']).toEqual([{ type: 'function' }]);
  });
});

describe('settings', () => {
  test.each([
    { what: 'a list without origins', options: { allowedOrigins: [] } },
    { what: 'every origin', options: { allowedOrigins: ['*'] } },
    { what: 'a hidden origin', options: { allowedOrigins: ['null'] } },
    { what: 'an origin with a path', options: { allowedOrigins: ['https://app.example/chat'] } },
    { what: 'no models', options: { models: [] } },
    { what: 'an upstream without https', options: { upstream: 'http://provider.example/v1' } },
    { what: 'an upstream that is no address', options: { upstream: '/v1/chat' } },
  ])('$what is refused at once', ({ options }) => {
    let thrown: unknown;
    try {
      testProxy(options);
    } catch (error) {
      thrown = error;
    }
    expect(KitError.is(thrown) && thrown.code).toBe('invalid-option');
  });

  test.each([
    { what: 'no key', key: undefined },
    { what: 'an empty key', key: ' ' },
    { what: 'a key that cannot be had', key: () => Promise.reject(new Error(`vault ${KEY}`)) },
    { what: 'a key with a line break', key: `${KEY}\nx: y` },
  ])('$what: nobody is let through, and nothing is told', async ({ key }) => {
    const { handler, calls, logged } = testProxy({ key });
    const response = await handler(ask(plain));
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(calls).toHaveLength(0);
    expect(text + JSON.stringify(logged)).not.toContain(KEY);
  });

  test('a key may live in another header and come from a function', async () => {
    const { handler, calls } = testProxy({
      key: async () => `${KEY}\n`,
      keyHeader: { name: 'x-api-key', prefix: '' },
      headers: { 'anthropic-version': '2023-06-01' },
    });
    await handler(ask(plain));
    expect(calls[0]?.headers.get('x-api-key')).toBe(KEY);
    expect(calls[0]?.headers.get('anthropic-version')).toBe('2023-06-01');
    expect(calls[0]?.headers.has('authorization')).toBe(false);
  });
});
