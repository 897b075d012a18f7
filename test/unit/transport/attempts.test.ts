/** What one attempt hands to `fetch`, what is tried again, and what a failed connection is called. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import {
  explainNetworkFailure,
  watchPolicy,
} from '../../../src/transport/explain-network-failure.js';
import type { NetworkFailureInput } from '../../../src/transport/explain-network-failure.js';
import { createKeyMask } from '../../../src/transport/key-mask.js';
import { createRepeats } from '../../../src/transport/repeats.js';
import type { TransportOptions, TransportRequest } from '../../../src/transport/types.js';

afterEach(() => vi.unstubAllGlobals());

const ok = () => Promise.resolve(new Response('{}'));
const noConnection = () => Promise.reject(new TypeError('Failed to fetch'));

async function send(
  request: Partial<TransportRequest>,
  options: Partial<TransportOptions> = {},
  answer: () => Promise<Response> = ok,
) {
  const calls: { url: string; init: RequestInit }[] = [];
  const transport = createTransport({
    baseUrl: 'https://api.example/v1',
    sleep: () => Promise.resolve(),
    fetch: (input, init = {}) => {
      calls.push({ url: input as string, init });
      return answer();
    },
    ...options,
  });
  const outcome = await transport
    .send({ path: '/models', ...request })
    .catch((error: unknown) => error as KitError);
  return { calls, outcome };
}

function form(...sizes: number[]): FormData {
  const data = new FormData();
  for (const size of sizes) data.append('image', new Blob([new Uint8Array(size)]), 'a.png');
  data.append('text', 'a'.repeat(9));
  return data;
}

const refusal = (facts: KitError['facts']) =>
  new KitError('rate-limited', { message: 'No.', facts });

const onPage = (href: string | undefined) =>
  vi.stubGlobal('location', href === undefined ? undefined : new URL(href));

async function explained(input: Partial<NetworkFailureInput> & { isThere?: boolean }) {
  const probes: [string, RequestInit | undefined][] = [];
  const { isThere = false, ...rest } = input;
  const error = await explainNetworkFailure({
    url: new URL('https://api.example/v1/models?key=secret'),
    fetch: (url, init) => {
      probes.push([url as string, init]);
      return isThere ? ok() : noConnection();
    },
    isBlockedByPolicy: false,
    cause: 'the cause',
    ...rest,
  });
  return { error, probes };
}

describe('a request', () => {
  test('without a body is a GET that follows no redirect and is kept by no cache', async () => {
    const { calls } = await send({});
    const { headers, signal, ...init } = calls[0]?.init ?? {};
    expect(init).toEqual({ method: 'GET', redirect: 'manual', cache: 'no-store' });
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(Object.fromEntries(headers as Headers)).toEqual({ accept: 'application/json' });
    expect(calls[0]?.url).toBe('https://api.example/v1/models');
  });

  test.each([
    [{ body: '' }, {}, { method: 'POST', body: '' }],
    [{ body: '{}', method: 'PUT' }, {}, { method: 'PUT', body: '{}' }],
    [{ method: 'DELETE' }, {}, { method: 'DELETE' }],
    [{}, { credentials: 'include' } as const, { method: 'GET', credentials: 'include' }],
  ])('%j with %j', async (request, options, expected) => {
    const { calls } = await send(request, options);
    expect(calls[0]?.init).toMatchObject(expected);
    expect('body' in (calls[0]?.init ?? {})).toBe('body' in request);
  });
});

describe('a lost connection is tried again, unless the body is large: a server on the way may refuse it', () => {
  test.each<[string, BodyInit | undefined, number]>([
    ['none', undefined, 3],
    ['text', 'a'.repeat(999_999), 3],
    ['text', 'a'.repeat(1_000_000), 1],
    ['a Blob', new Blob([new Uint8Array(999_999)]), 3],
    ['a Blob', new Blob([new Uint8Array(1_000_000)]), 1],
    ['bytes', new Uint8Array(999_999), 3],
    ['bytes', new Uint8Array(1_000_000), 1],
    ['a buffer', new ArrayBuffer(1_000_000), 1],
    ['a form', form(500_000, 499_990), 3],
    ['a form', form(500_000, 499_991), 1],
  ])('%s', async (_, body, tries) => {
    const { calls, outcome } = await send(body === undefined ? {} : { body }, {}, noConnection);
    expect(calls).toHaveLength(tries);
    expect(outcome).toMatchObject({
      code: 'unreachable',
      facts: { host: 'api.example', retryable: true },
    });
  });

  test('as often as the app says, and not for a request that may have been done', async () => {
    expect((await send({}, { maxRetries: 0 }, noConnection)).calls).toHaveLength(1);
    expect((await send({}, { maxRetries: 4 }, noConnection)).calls).toHaveLength(5);
    expect((await send({ isRepeatable: false }, {}, noConnection)).calls).toHaveLength(1);
  });
});

describe('without a network', () => {
  test.each([
    ['https://api.example', false, 'offline', 0],
    // An app's own fetch and this machine can answer without one.
    ['https://api.example', true, undefined, 1],
  ])('%s, own fetch: %s, is %s', async (baseUrl, hasOwnFetch, code, count) => {
    vi.stubGlobal('navigator', { onLine: false });
    const fetch = vi.fn(ok);
    vi.stubGlobal('fetch', fetch);
    const transport = createTransport({ baseUrl, ...(hasOwnFetch && { fetch }) });
    const outcome = await transport
      .send({ path: '/models' })
      .catch((error: unknown) => error as KitError);
    expect(fetch).toHaveBeenCalledTimes(count);
    expect((outcome as Partial<KitError>).code).toBe(code);
  });

  test('this machine is asked, and called offline if it does not answer', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const fetch = vi.fn(noConnection);
    vi.stubGlobal('fetch', fetch);
    const transport = createTransport({ baseUrl: 'http://localhost:11434' });
    await expect(transport.send({ path: '/api/tags' })).rejects.toMatchObject({
      code: 'offline',
      facts: { host: 'localhost:11434', retryable: true },
    });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('a key over plain http', () => {
  test.each([
    ['http://api.example', { authorization: 'Bearer k' }, {}, true],
    ['http://api.example', { authorization: 'Bearer k' }, { allowInsecureKey: true }, false],
    ['http://api.example', { 'x-title': 'k' }, {}, false],
    ['https://api.example', { authorization: 'Bearer k' }, {}, false],
    ['http://192.168.1.2', { authorization: 'Bearer k' }, {}, false],
  ])('%s %j %j is refused: %s', async (baseUrl, headers, options, isRefused) => {
    const { calls, outcome } = await send({ headers }, { baseUrl, ...options });
    expect(calls).toHaveLength(isRefused ? 0 : 1);
    expect((outcome as Partial<KitError>).code).toBe(isRefused ? 'invalid-option' : undefined);
  });
});

describe('the next attempt', () => {
  const mask = createKeyMask();

  function repeats(
    options: Partial<TransportOptions> = {},
    request: Partial<TransportRequest> = {},
  ) {
    const waits: number[] = [];
    const retries: number[] = [];
    const created = createRepeats(
      {
        baseUrl: 'https://api.example',
        sleep: (ms) => {
          waits.push(ms);
          return Promise.resolve();
        },
        onRetry: ({ attempt, waitMs }) => retries.push(attempt, waitMs),
        ...options,
      },
      { path: '/', ...request },
      undefined,
      mask,
    );
    return { created, waits, retries };
  }

  test.each([
    [{}, 60_000, true],
    [{}, 60_001, false],
    [{ maxRetryAfterMs: 10 }, 10, true],
    [{ maxRetryAfterMs: 10 }, 11, false],
    [{ maxRetryAfterMs: 100_000 }, 100_000, true],
  ])('with %j waits %i ms if asked to: %s', async (options, retryAfterMs, isWaited) => {
    const { created, waits, retries } = repeats(options);
    const error = refusal({ status: 429, retryAfterMs });
    const wait = created.waitAfter({ error, mayRepeat: true });
    expect(await wait.catch((reason: unknown) => reason)).toBe(isWaited ? undefined : error);
    expect(waits).toEqual(isWaited ? [retryAfterMs] : []);
    expect(retries).toEqual(isWaited ? [1, retryAfterMs] : []);
  });

  test('of a request that may have been done follows a 429 only', async () => {
    const { created, waits } = repeats({}, { isRepeatable: false });
    await created.waitAfter({ error: refusal({ status: 429, retryAfterMs: 1 }), mayRepeat: true });
    const error = refusal({ status: 503, retryAfterMs: 1 });
    await expect(created.waitAfter({ error, mayRepeat: true })).rejects.toBe(error);
    expect(waits).toEqual([1]);
  });

  test('is not made if nothing is to be gained, and the better explanation is thrown', async () => {
    const { created } = repeats();
    const better = refusal({ host: 'api.example' });
    await expect(
      created.waitAfter({
        error: refusal({}),
        mayRepeat: false,
        explain: () => Promise.resolve(better),
      }),
    ).rejects.toBe(better);
  });

  test('comes at once with new headers after 401, and only once', async () => {
    const { created, waits, retries } = repeats({ renewsHeaders: true, maxRetries: 0 });
    const error = new KitError('key-refused', {
      message: 'No.',
      facts: { status: 401, host: 'api.example', providerMessage: 'Expired.' },
    });
    expect(created.wasRefused).toBe(false);
    await created.waitAfter({ error, mayRepeat: false });
    expect(created.wasRefused).toBe(true);
    expect([...waits, ...retries]).toEqual([]);
    await expect(created.waitAfter({ error, mayRepeat: false })).rejects.toMatchObject({
      code: 'key-refused',
      message: expect.stringMatching(/renewed.*“Expired\.”$/) as string,
      facts: error.facts,
    });
  });

  test('after 401 is none if the headers stay the same', async () => {
    const error = refusal({ status: 401 });
    const { created } = repeats();
    await expect(created.waitAfter({ error, mayRepeat: false })).rejects.toBe(error);
    expect(created.wasRefused).toBe(false);
  });
});

describe('a failed connection', () => {
  const PAGE = 'https://app.example';

  test.each<[string | undefined, Parameters<typeof explained>[0], string, number]>([
    [
      PAGE,
      { isBlockedByPolicy: true, isThere: true },
      'Add https://api.example to its connect-src',
      0,
    ],
    [undefined, { isThere: true }, 'cannot be reached. Check the address', 0],
    ['https://api.example/chat', { isThere: true }, 'cannot be reached. Check the address', 0],
    [PAGE, { url: new URL('http://api.example'), isThere: true }, 'came over https', 0],
    ['http://app.example', { url: new URL('http://api.example'), isThere: true }, 'CORS', 1],
    [PAGE, { isThere: true }, `requests from ${PAGE}. Allow this origin (and its headers) on`, 1],
    [PAGE, { isThere: true, withCredentials: true }, '(and its headers, and credentials)', 1],
    [PAGE, { isThere: true, bodyBytes: 1_000_000 }, 'Or the message, 1.0 MB, is too large', 1],
    [PAGE, { isThere: false }, 'cannot be reached. Check the address', 1],
  ])('on %s, %j: %s', async (page, input, words, probeCount) => {
    onPage(page);
    const { error, probes } = await explained(input);
    expect(error).toMatchObject({
      code: 'unreachable',
      facts: { host: 'api.example', retryable: input.isBlockedByPolicy !== true },
      cause: 'the cause',
    });
    expect(error.message).toContain(words);
    expect(probes).toHaveLength(probeCount);
  });

  test('says nothing about the size of a small message', async () => {
    onPage(PAGE);
    for (const bodyBytes of [undefined, 0, 999_999]) {
      const input = { isThere: true, ...(bodyBytes !== undefined && { bodyBytes }) };
      expect((await explained(input)).error.message).not.toContain('MB');
    }
  });

  test('is probed without key, cookies, path or page', async () => {
    onPage(PAGE);
    const { probes } = await explained({ isThere: true });
    const [url, { signal, ...init } = {}] = probes[0] ?? ['', {}];
    expect(url).toBe('https://api.example');
    expect(init).toEqual({
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(signal?.aborted).toBe(false);
  });

  test('is known to be the policy of the page only if it names the server', () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    const report = (blockedURI?: string) =>
      page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI }));
    const url = new URL('https://api.example/v1');

    const policy = watchPolicy(url);
    report();
    report('https://other.example/v1');
    expect(policy.isBlocked()).toBe(false);
    report('https://api.example/v1/models');
    expect(policy.isBlocked()).toBe(true);

    const stopped = watchPolicy(url);
    stopped.stop();
    report('https://api.example/v1/models');
    expect(stopped.isBlocked()).toBe(false);
  });
});
