import { afterEach, describe, expect, test, vi } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { createProxyHandler } from '../../../src/server/index.js';
import { readFixture } from '../../helpers/read-fixture.js';
import {
  ask,
  codeOf,
  ORIGIN,
  plain,
  streamed,
  testProxy,
  UPSTREAM,
  withContent,
} from './helpers.js';

const fixture = (name: string): string => Buffer.from(readFixture(name)).toString('base64');
const png = fixture('quad.png');

const many = (count: number, item: unknown): unknown[] => Array.from({ length: count }, () => item);

const say = (content: string, init: RequestInit = {}): Request =>
  ask({ model: 'm-small', messages: [{ role: 'user', content }] }, {}, init);

/** A request with one image of this type, in each of the shapes. */
const source = (mediaType: unknown, data: string): unknown =>
  withContent({ type: 'image', source: { type: 'base64', media_type: mediaType, data } });
const url = (mediaType: string, data: string): unknown =>
  withContent({ type: 'image_url', image_url: { url: `data:${mediaType};base64,${data}` } });
const bare = (_: string, data: string): unknown => ({
  model: 'm-small',
  messages: [{ role: 'user', content: '?', images: [data] }],
});

describe('how much a conversation may hold', () => {
  const message = { role: 'user', content: 'x' };
  const text = { type: 'text', text: 'x' };

  test('the usual limits are above what people write', async () => {
    const content = [text, text, text];
    const messages = many(1000, { role: 'user', content });
    expect((await testProxy().handler(ask({ model: 'm-small', messages }))).status).toBe(200);
    const words = 'word '.repeat(700_000);
    expect(
      (await testProxy().handler(ask(withContent({ type: 'text', text: words })))).status,
    ).toBe(200);
  });

  test.each([
    { what: 'messages', body: { messages: many(11, message) } },
    { what: 'items of input', body: { input: many(11, message) } },
    {
      what: 'parts of one message',
      body: { messages: [{ role: 'user', content: many(21, text) }] },
    },
    {
      what: 'parts of all messages',
      body: { messages: many(3, { role: 'user', content: many(7, text) }) },
    },
    { what: 'parts of the instructions', body: { messages: [message], system: many(21, text) } },
  ])('too many $what are refused', async ({ body }) => {
    const { handler, calls } = testProxy({ maxMessages: 10, maxParts: 20 });
    const response = await handler(ask({ model: 'm-small', ...body }));
    expect(await codeOf(response)).toBe('400 too-many-parts');
    expect(calls).toHaveLength(0);
  });

  test('hundreds of thousands of values are refused while they arrive, before they are parsed', async () => {
    let pulled = 0;
    const piece = new TextEncoder().encode('{"role":"user","content":"x"},'.repeat(2000));
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(piece);
      },
    });
    const init = { body, duplex: 'half' } as RequestInit;
    const response = await testProxy().handler(ask('', {}, init));
    expect(await codeOf(response)).toBe('400 too-many-parts');
    expect(pulled).toBeLessThan(100);
  });

  test('what looks like values within a text counts for nothing, wherever it is cut', async () => {
    const source = JSON.stringify(
      withContent({ type: 'text', text: '{"a":[1,2,3],"b":"\\"}",'.repeat(40_000) }),
    );
    const bytes = new TextEncoder().encode(source);
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) controller.close();
        else controller.enqueue(bytes.subarray(at, (at += 997)));
      },
    });
    const init = { body, duplex: 'half' } as RequestInit;
    expect((await testProxy().handler(ask('', {}, init))).status).toBe(200);
  });

  test.each([
    { what: 'a message', body: { messages: [{ role: 'user', content: 'x'.repeat(101) }] } },
    { what: 'a part', body: withContent({ type: 'text', text: 'x'.repeat(101) }) },
    {
      what: 'several messages',
      body: { messages: many(3, { role: 'user', content: 'x'.repeat(50) }) },
    },
    { what: 'instructions', body: { input: 'x', instructions: 'x'.repeat(101) } },
    { what: 'input', body: { input: 'x'.repeat(101) } },
    { what: 'words to stop at', body: { input: 'x', stop: ['x'.repeat(101)] } },
  ])('too much text in $what is refused', async ({ body }) => {
    const { handler } = testProxy({ maxTextCharacters: 100 });
    const response = await handler(ask({ model: 'm-small', ...body }));
    expect(await codeOf(response)).toBe('400 text-too-long');
  });

  test('an image is no text', async () => {
    const { handler } = testProxy({ maxTextCharacters: 100 });
    const url = `data:image/png;base64,${png}`;
    const response = await handler(ask(withContent({ type: 'image_url', image_url: { url } })));
    expect(response.status).toBe(200);
  });
});

describe('how many requests may be under way', () => {
  test('one more is refused with a time to wait, until an answer has ended', async () => {
    const { handler, logged } = testProxy({ maxConcurrentRequests: 2 });
    const first = await handler(ask(plain));
    const second = await handler(ask(plain));
    const third = await handler(ask(plain));
    expect(third.headers.get('retry-after')).toBe('5');
    expect(await codeOf(third)).toBe('503 busy');
    expect(logged.at(-1)).toMatchObject({ outcome: 'failed', code: 'busy' });
    await first.text();
    expect((await handler(ask(plain))).status).toBe(200);
    await second.body?.cancel();
    expect((await handler(ask(plain))).status).toBe(200);
    expect(await codeOf(await handler(ask(plain)))).toBe('503 busy');
  });

  test('no other end of a request keeps a place', async () => {
    const client = new AbortController();
    const { handler } = testProxy({ maxConcurrentRequests: 1 }, ({ body }) => {
      const [{ content }] = body['messages'] as [{ content: string }];
      if (content === 'fail') return Response.json({ error: {} }, { status: 400 });
      if (content === 'throw') throw new Error('no');
      if (content === 'html')
        return new Response('<h1>', { headers: { 'content-type': 'text/html' } });
      return streamed('data: {}\n\n');
    });
    for (const content of ['fail', 'throw', 'html']) await handler(say(content));
    await handler(ask('not json'));
    await handler(ask({ model: 'other' }));
    const aborted = await handler(say('x', { signal: client.signal }));
    client.abort();
    await aborted.text().catch(() => undefined);
    expect((await handler(say('x'))).status).toBe(200);
  });

  test('nor more bytes of bodies at once than the server has room for', async () => {
    let answer: (() => void) | undefined;
    const { handler, calls } = testProxy(
      { maxBufferedBytes: 1000 },
      () =>
        new Promise((resolve) => {
          answer = () => resolve(streamed('data: {}\n\n'));
        }),
    );
    const large = withContent({ type: 'text', text: 'x'.repeat(800) });
    const first = handler(ask(large));
    await expect.poll(async () => codeOf(await handler(ask(large)))).toBe('503 busy');
    answer?.();
    const streaming = await first;
    // It still streams, and what was sent is no longer kept.
    const second = handler(ask(large));
    await expect.poll(() => calls.length).toBe(2);
    answer?.();
    expect((await second).status).toBe(200);
    await streaming.body?.cancel();
  });
});

describe('a limiter may ask for', () => {
  test.each([
    { retryAfter: Infinity, header: '86400' },
    { retryAfter: 1e300, header: '86400' },
    { retryAfter: -Infinity, header: '60' },
    { retryAfter: Number.NaN, header: '60' },
    { retryAfter: 0, header: '60' },
    { retryAfter: 0.2, header: '1' },
    { retryAfter: 7.1, header: '8' },
  ])('$retryAfter seconds: retry-after $header', async ({ retryAfter, header }) => {
    const { handler } = testProxy({ rateLimit: () => ({ retryAfter }) });
    expect((await handler(ask(plain))).headers.get('retry-after')).toBe(header);
  });

  test.each([
    { value: '9', passed: '9' },
    { value: 'Wed, 21 Oct 2026 07:28:00 GMT', passed: 'Wed, 21 Oct 2026 07:28:00 GMT' },
    { value: 'Infinity', passed: null },
    { value: '1e300', passed: null },
  ])('and an upstream for $value', async ({ value, passed }) => {
    const { handler } = testProxy({}, () => streamed('data: {}\n\n', { 'retry-after': value }));
    expect((await handler(ask(plain))).headers.get('retry-after')).toBe(passed);
  });
});

describe('an image is what it is labelled as', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>').toString('base64');
  const html = Buffer.from('<!doctype html><script>1</script>').toString('base64');
  const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3 1 0 obj').toString('base64');
  const zip = Buffer.from('PK\u0003\u0004 a file in an archive').toString('base64');

  test.each([
    'image/svg+xml',
    'text/html',
    'https://evil.example/',
    '',
    'image/png;x',
    ['image/png'],
    null,
    undefined,
    7,
  ])('a type of %j is refused', async (mediaType) => {
    const { handler, calls } = testProxy();
    expect(await codeOf(await handler(ask(source(mediaType, png))))).toBe('400 bad-image');
    expect(calls).toHaveLength(0);
  });

  test.each([
    { what: 'JPEG', type: 'image/png', data: fixture('photo.jpg') },
    { what: 'SVG', type: 'image/png', data: svg },
    { what: 'HTML', type: 'image/jpeg', data: html },
    { what: 'PDF', type: 'image/webp', data: pdf },
    { what: 'ZIP', type: 'image/gif', data: zip },
  ])('$what is refused under the name of another, in each shape', async ({ what, type, data }) => {
    const { handler } = testProxy();
    for (const shape of [source, url]) {
      expect(await codeOf(await handler(ask(shape(type, data))))).toBe('400 bad-image');
    }
    const response = await handler(ask(bare(type, data)));
    // Without a label, any image is one.
    expect(response.status).toBe(what === 'JPEG' ? 200 : 400);
  });

  test('a right label passes, by each of its names', async () => {
    const { handler, calls } = testProxy();
    for (const type of ['image/png', 'IMAGE/PNG']) {
      expect((await handler(ask(source(type, png)))).status).toBe(200);
      expect((await handler(ask(url(type, png)))).status).toBe(200);
    }
    for (const type of ['image/jpeg', 'image/jpg']) {
      expect((await handler(ask(url(type, fixture('photo.jpg'))))).status).toBe(200);
    }
    expect(calls).toHaveLength(6);
  });
});

describe('instructions', () => {
  const messages = [{ role: 'user', content: 'x' }];

  test("of the server go where the upstream reads them, and are the model's only ones", async () => {
    const chat = testProxy({ system: 'Be brief.' });
    await chat.handler(ask({ model: 'm-small', messages }));
    await chat.handler(ask({ model: 'm-small', input: 'x' }));
    await chat.handler(ask({ model: 'm-small', input: messages }));
    const all = [{ role: 'system', content: 'Be brief.' }, ...messages];
    expect(chat.calls.map(({ body }) => [body['messages'], body['input']])).toEqual([
      [all, undefined],
      [undefined, all],
      [undefined, all],
    ]);
    const other = testProxy({
      system: 'Be brief.',
      upstream: 'https://provider.example/v1/messages',
    });
    await other.handler(ask({ model: 'm-small', messages }));
    expect(other.calls[0]?.body).toMatchObject({ system: 'Be brief.', messages });
  });

  test.each([
    { messages: [{ role: 'system', content: 'y' }, ...messages] },
    { messages: [...messages, { role: 'developer', content: 'y' }] },
    { input: [{ role: 'system', content: 'y' }] },
    { messages, system: 'y' },
    { messages, system: [{ type: 'text', text: 'y' }] },
    { messages, instructions: 'y' },
  ])('of the client are refused beside them: %j', async (body) => {
    const { handler, calls } = testProxy({ system: 'Be brief.' });
    expect(await codeOf(await handler(ask({ model: 'm-small', ...body })))).toBe(
      '400 system-not-allowed',
    );
    expect(calls).toHaveLength(0);
  });
});

describe('a handler that everybody may use', () => {
  afterEach(() => vi.restoreAllMocks());
  const options = { upstream: UPSTREAM, key: 'k', models: ['m'], allowedOrigins: [ORIGIN] };

  test('says so once in the log of the server, unless that is intended', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const handler = createProxyHandler(options);
    await handler(ask({}));
    await handler(ask({}));
    expect(warn.mock.calls).toEqual([[expect.stringContaining('authorize')]]);
    createProxyHandler({ ...options, authorize: 'public' });
    createProxyHandler({ ...options, authorize: () => true });
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test.each(['maxImages', 'maxBodyBytes', 'upstreamTimeoutMs', 'maxConcurrentRequests'])(
    'nor may %s be no number',
    (name) => {
      for (const value of [Number.NaN, -1, '9']) {
        let thrown: unknown;
        try {
          createProxyHandler({ ...options, authorize: 'public', [name]: value });
        } catch (error) {
          thrown = error;
        }
        expect(KitError.is(thrown) && thrown.code).toBe('invalid-option');
      }
    },
  );
});
