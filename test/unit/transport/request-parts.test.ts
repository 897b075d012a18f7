/** What a request is made of: its address, its headers, and which of them are secrets. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { requestHeaders } from '../../../src/transport/request-headers.js';
import { isSecretName, secretsOf } from '../../../src/transport/request-secrets.js';
import { requestUrl } from '../../../src/transport/request-url.js';

afterEach(() => vi.unstubAllGlobals());

const call = { wasRefused: false };

describe('the name of a header or parameter says whether its value is a secret', () => {
  test.each([
    'authorization',
    'Proxy-Authorization',
    'x-auth',
    'x-api-key',
    'api-key',
    'apikey',
    'x-goog-api-key',
    'key',
    'Ocp-Apim-Subscription-Key',
    'cookie',
    'x-jwt',
    'X-Amz-Security-Token',
    'X-Amz-Signature',
    'X-Amz-Credential',
    'client_secret',
    'passphrase',
    'password',
    'x-session',
    'access_token',
  ])('%s: yes', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    'accept',
    'content-type',
    'author',
    'x-authors',
    'x-keyboard',
    'idempotency-key',
    'Idempotency-Key',
    'api-version',
    'traceparent',
  ])('%s: no', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('the secrets of a request', () => {
  test.each<[Record<string, string>, string, boolean, string[]]>([
    [{}, '', false, []],
    [{ authorization: 'Bearer short' }, '', true, ['short']],
    [{ authorization: 'short' }, '', true, ['short']],
    [{ 'x-api-key': 'abc def' }, '', true, ['def']],
    // `user:pass:word`, as a browser encodes it.
    [
      { authorization: `Basic ${btoa('user:pass:word')}` },
      '',
      true,
      [btoa('user:pass:word'), 'pass:word'],
    ],
    [{ authorization: 'basic %' }, '', true, ['%']],
    [{ cookie: 'a=1; sid=a1b2c3d4e5f6' }, '', true, ['a=1; sid=a1b2c3d4e5f6', 'a1b2c3d4e5f6']],
    // Eleven characters are too few to be random, and words have no digits.
    [{ 'x-custom': 'a1b2c3d4e5f' }, '', false, []],
    [{ 'x-custom': 'abcdefghijklmnop' }, '', false, []],
    [{ 'x-custom': '1234567890123456' }, '', false, []],
    [{ 'x-custom': 'a1b2c3d4e5f6' }, '', false, ['a1b2c3d4e5f6']],
    [{ referer: 'https://x.example/a1b2c3d4e5f6' }, '', false, []],
    // Ids of a request are no secrets, however random.
    [{ 'x-request-id': 'a1b2c3d4e5f6' }, '', false, []],
    [{ traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-01' }, '', false, []],
    [{ 'idempotency-key': 'a1b2c3d4e5f6' }, '', false, []],
    [{}, '?key=short&alt=sse', true, ['short']],
    [{}, '?code=a1b2c3d4e5f6', false, ['a1b2c3d4e5f6']],
  ])('%j %s', (headers, query, hasKey, secrets) => {
    const found = secretsOf(new Headers(headers), new URL(`https://api.example/v1${query}`));
    expect(found.hasKey).toBe(hasKey);
    expect(new Set(found.secrets)).toEqual(new Set(secrets));
  });
});

describe('headers', () => {
  const request = { path: '', headers: { 'content-type': 'application/json', 'x-own': '1' } };
  const headersWith = async (headers?: HeadersInit) =>
    Object.fromEntries(
      await requestHeaders(
        { baseUrl: 'https://api.example', ...(headers && { headers: () => headers }) },
        request,
        'text/event-stream',
        call,
      ),
    );
  const own = {
    accept: 'text/event-stream',
    'content-type': 'application/json',
    'x-own': '1',
  };

  test('are those of the request, without an option', async () => {
    expect(await headersWith()).toEqual(own);
  });

  test.each([
    ['an object', { 'X-Own': '2', accept: 'a' }],
    [
      'a list',
      [
        ['x-own', '2'],
        ['accept', 'a'],
      ] satisfies [string, string][],
    ],
    ['Headers', new Headers({ 'x-own': '2', accept: 'a' })],
  ])('of the app replace them, given as %s', async (_, headers) => {
    expect(await headersWith(headers)).toEqual({ ...own, accept: 'a', 'x-own': '2' });
  });

  test('are asked for with what happened to the last ones', async () => {
    const headers = vi.fn(() => ({}));
    const options = { baseUrl: 'https://api.example', headers };
    await requestHeaders(options, { path: '' }, 'a', { wasRefused: true });
    expect(headers.mock.calls).toEqual([[{ wasRefused: true }]]);
  });

  test.each([
    ['authorization', 'Bearer sk\nline', 'key-refused'],
    ['x-api-key', 'sk–dash', 'key-refused'],
    ['x-title', 'line\nbreak', 'invalid-option'],
    ['x title', 'space', 'invalid-option'],
  ])('that cannot be sent are refused without their value: %s: %j', async (name, value, code) => {
    const error = await headersWith({ [name]: value }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code });
    expect(String(error)).not.toContain(value);
    expect(String(error).includes(`“${name}”`)).toBe(code === 'invalid-option');
  });

  test.each([
    [new Error('The sign-in is down.'), { code: 'unreachable', facts: { retryable: true } }],
    [new KitError('key-refused', { message: 'Signed out.' }), { code: 'key-refused' }],
  ])('that cannot be had: %s', async (cause, expected) => {
    const options = { baseUrl: 'https://api.example', headers: () => Promise.reject(cause) };
    const error = await requestHeaders(options, request, 'a', call).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject(expected);
    expect(error === cause || (error as KitError).cause === cause).toBe(true);
  });
});

describe('the address of a request', () => {
  test.each([
    ['https://app.example/chat/', '/api', 'https://app.example/api/models'],
    ['https://app.example/chat/', 'api', 'https://app.example/chat/api/models'],
    ['http://localhost:5173/', '/api', 'http://localhost:5173/api/models'],
    ['file:///home/page.html', 'https://api.example', 'https://api.example/models'],
  ])('on the page %s, %s is %s', (page, baseUrl, href) => {
    vi.stubGlobal('location', { href: page });
    expect(requestUrl(baseUrl, '/models').href).toBe(href);
  });

  test('of an app that answers itself needs no server', () => {
    vi.stubGlobal('location', { href: 'file:///home/page.html' });
    expect(requestUrl('/api', '/models', true).href).toBe('http://localhost/api/models');
  });

  test.each([
    ['file:///home/page.html', '/api', 'not loaded from a server'],
    [undefined, '/api', 'not a complete URL'],
    ['https://app.example/', 'http://[', 'not a complete URL'],
    [undefined, 'ftp://api.example', 'begin with https://'],
    [undefined, 'https://me@api.example', 'user name or password'],
    [undefined, 'https://:pass@api.example', 'user name or password'],
  ])('on the page %s, %s is refused: %s', (page, baseUrl, words) => {
    if (page !== undefined) vi.stubGlobal('location', { href: page });
    expect(() => requestUrl(baseUrl, '/models')).toThrowError(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining(words) as string,
      }),
    );
  });
});
