/** A server without a log, on loopback: what its operator reads in the terminal, and what is said to a wrong option. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { createProxyHandler, toNodeListener } from '../../../src/server/index.js';
import type { ProxyLogEntry, ProxyOptions } from '../../../src/server/index.js';
import { listen } from '../../helpers/listen.js';
import { withContent } from './helpers.js';

const KEY = 'sk-CANARY-of-the-operator';
const QUESTION = 'What is on my CANARY receipt?';

afterEach(() => vi.restoreAllMocks());

interface Asked {
  options?: Partial<ProxyOptions>;
  upstreamStatus?: number;
  headers?: Record<string, string>;
  model?: string;
  path?: string;
  method?: string;
}

/** Asks twice, and returns what was written to the console. */
async function warnings({ options, upstreamStatus = 401, headers, model, path, method }: Asked) {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const upstream = await listen((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(upstreamStatus, { 'content-type': 'application/json' });
    outgoing.end(`{"error":{"message":"Wrong key ${KEY} for ${QUESTION}"}}`);
  });
  const handler = createProxyHandler({
    upstream: `${upstream}/v1/chat/completions`,
    key: KEY,
    models: ['m-small'],
    allowedOrigins: ['https://app.example'],
    authorize: 'public',
    ...options,
  });
  const address = await listen(toNodeListener(handler));
  const body = { ...withContent({ type: 'text', text: QUESTION }), ...(model && { model }) };
  for (let count = 0; count < 2; count += 1) {
    const response = await fetch(`${address}${path ?? '/api/chat/completions'}`, {
      method: method ?? 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    await response.text();
  }
  return warn.mock.calls.map(([text]) => String(text));
}

describe('a server without a log', () => {
  test.each<[string, Asked, RegExp]>([
    ['no key', { options: { key: () => undefined } }, /key returned no usable key/],
    ['a wrong key', {}, /127\.0\.0\.1:\d+ refused the key with 401/],
    ['a key without rights', { upstreamStatus: 403 }, /refused the key with 403/],
    ['a wrong path or model', { upstreamStatus: 404 }, /answered with 404\. Check the path/],
    [
      'an upstream that is not there',
      { options: { upstream: 'http://127.0.0.1:1/v1/chat/completions' } },
      /127\.0\.0\.1:1 cannot be reached/,
    ],
    ['an upstream that is no model', { upstreamStatus: 200, options: {} }, /not a model's answer/],
    [
      'another origin',
      { headers: { origin: 'http://localhost:5174' } },
      /a page of http:\/\/localhost:5174 was refused.*allowedOrigins/,
    ],
    [
      'a header that only looks like one',
      { headers: { origin: `https://x.example/${QUESTION}` } },
      /a page of another origin was refused/,
    ],
    ['another model', { model: KEY }, /not in models/],
    ['a route', { path: '/api/models', method: 'GET' }, /routes: \{ models: true \}/],
    [
      'a sign-in that fails',
      { options: { authorize: () => Promise.reject(new Error(QUESTION)) } },
      /authorize threw/,
    ],
    [
      'a limiter that fails',
      { options: { rateLimit: () => Promise.reject(new Error(QUESTION)) } },
      /rateLimit threw/,
    ],
    [
      'a policy that fails',
      { options: { policy: () => Promise.reject(new Error(QUESTION)) } },
      /policy threw/,
    ],
  ])('says once what is wrong: %s', async (_, asked, words) => {
    const said =
      asked.upstreamStatus === 200
        ? await warnings({ ...asked, options: { fetch: async () => new Response('<html>') } })
        : await warnings(asked);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(words);
    expect(said[0]).not.toContain('CANARY');
  });

  test('says it in a log instead', async () => {
    const log = vi.fn<(entry: ProxyLogEntry) => void>();
    const options = { upstream: 'http://127.0.0.1:47/v1/chat/completions', log };
    expect(await warnings({ options })).toEqual([]);
    expect(log.mock.lastCall?.[0]).toMatchObject({
      code: 'upstream-unreachable',
      hint: expect.stringContaining('127.0.0.1:47 cannot be reached from here') as string,
      upstreamMessage: 'fetch failed (ECONNREFUSED)',
    });
    await warnings({ options: { log }, headers: { origin: 'http://localhost:5174' } });
    expect(log.mock.lastCall?.[0].hint).toContain('http://localhost:5174');
    expect(JSON.stringify(log.mock.calls)).not.toContain('CANARY');
  });

  test.each<[string, Asked]>([
    ['a log', { options: { log: () => undefined } }],
    ['a policy that objects', { options: { policy: () => 'Not today.' } }],
    ['a visitor who is not signed in', { options: { authorize: () => false } }],
    ['a limit', { options: { rateLimit: () => ({ retryAfter: 1 }) } }],
  ])('says nothing about %s', async (_, asked) => {
    expect(await warnings(asked)).toEqual([]);
  });
});

describe('options that only JavaScript lets through', () => {
  test.each<[Record<string, unknown>, string]>([
    [
      { models: 'gpt-5.6-terra' },
      "models is not a list of strings. Write models: ['gpt-5.6-terra'].",
    ],
    [{ models: undefined }, 'models is not a list of strings.'],
    [{ models: [undefined] }, 'models is not a list of strings.'],
    [
      { allowedOrigins: 'https://app.example' },
      "allowedOrigins is not a list of strings. Write allowedOrigins: ['https://app.example'].",
    ],
    [{ key: undefined, apiKey: KEY }, 'there is no option apiKey. Pass the key as key.'],
    [{ key: 12 }, 'key is neither a string nor a function.'],
    [{ authorize: true }, "authorize is neither a function nor 'public'."],
    [{ rateLimit: 20 }, 'rateLimit is not a function.'],
    [{ log: true }, 'log is not a function.'],
  ])('%j', (given, words) => {
    const options = {
      upstream: 'https://provider.example/v1/chat/completions',
      key: KEY,
      models: ['m-small'],
      allowedOrigins: ['https://app.example'],
      authorize: 'public',
      ...given,
    };
    const error = thrownBy(() => createProxyHandler(options as unknown as ProxyOptions));
    expect(error).toMatchObject({ code: 'invalid-option' });
    expect(error.message).toContain(`createProxyHandler: ${words}`);
    expect(error.message).not.toContain('CANARY');
  });

  test('none at all', () => {
    const error = thrownBy(() => createProxyHandler(undefined as unknown as ProxyOptions));
    expect(error).toMatchObject({ code: 'invalid-option' });
  });
});

function thrownBy(work: () => unknown): KitError {
  try {
    work();
  } catch (error) {
    if (KitError.is(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
