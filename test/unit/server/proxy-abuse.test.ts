/** Every case of the abuse list beside the checkout. Skipped where that folder is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KEY, ORIGIN, streamed, testProxy, UPSTREAM, type TestProxy } from './helpers.js';

declare const __SHARED_FOLDER__: string;

interface AbuseCase {
  id: string;
  request: {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: unknown;
    rawBody?: string;
    upstream?: string;
    abortAfterMs?: number;
    note?: string;
  };
  expect: {
    status?: number | string;
    upstream?: number | string;
    header?: string;
    upstreamHeaders?: string;
  };
}

const list = `${__SHARED_FOLDER__}/corpus/text/proxy-abuse.json`;
const isThere = __SHARED_FOLDER__ !== '' && existsSync(list);
const { cases } = isThere
  ? (JSON.parse(readFileSync(list, 'utf8')) as { cases: AbuseCase[] })
  : { cases: [] };

const usual = { model: 'm-small', messages: [{ role: 'user', content: 'x' }] };

function requestOf({ request }: AbuseCase, signal: AbortSignal): Request {
  const { method = 'POST', path = '/api/chat', headers = {}, body = usual, rawBody } = request;
  const hasBody = method === 'POST';
  return new Request(new URL(path, ORIGIN), {
    method,
    headers: { ...(hasBody && { 'content-type': 'application/json' }), ...headers },
    ...(hasBody && { body: rawBody ?? (typeof body === 'string' ? body : JSON.stringify(body)) }),
    signal,
  });
}

/** What the upstream does in a case: repeats the key, shows too much of itself, or never ends. */
function upstreamOf({ id, request }: AbuseCase): () => Response {
  if (request.upstream) {
    const error = { message: `Incorrect API key provided: ${KEY}` };
    return () => Response.json({ error }, { status: 401 });
  }
  if (id === 'client-abort') {
    return () =>
      new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), {
        headers: { 'content-type': 'text/event-stream' },
      });
  }
  return () =>
    streamed(`data: {"echo":"${KEY}"}\n\n`, {
      'set-cookie': 'a=1',
      server: 'secret',
      'openai-organization': 'org',
      'access-control-allow-origin': '*',
      'x-request-id': 'req_1',
    });
}

const headersOfAnswers = [
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
  'allow',
  'cache-control',
  'content-type',
  'retry-after',
  'vary',
  'x-accel-buffering',
  'x-content-type-options',
  'x-request-id',
];

function isStatusAsExpected({ expect: { status = '' } }: AbuseCase, seen: number): boolean {
  return status === '' || String(status).includes(String(seen));
}

function areCallsAsExpected({ expect: { upstream } }: AbuseCase, seen: number): boolean {
  return typeof upstream === 'number' ? seen === upstream : seen <= 1;
}

function hasExpectedHeader({ expect: { header } }: AbuseCase, { headers }: Response): boolean {
  if (header === undefined) return true;
  const [name = '', value = ''] = header.split(': ');
  return headers.get(name) === value;
}

function proxyFor(abuse: AbuseCase): TestProxy {
  const isLimited = abuse.id === 'rate-limit-hook';
  return testProxy(
    { maxBodyBytes: 20_000_000, ...(isLimited && { rateLimit: () => ({ retryAfter: 7 }) }) },
    upstreamOf(abuse),
  );
}

describe.skipIf(!isThere)('the abuse list', () => {
  test.each(cases.filter(({ request }) => request.abortAfterMs === undefined))(
    '$id',
    async (abuse) => {
      const { handler, calls, logged } = proxyFor(abuse);
      const response = await handler(requestOf(abuse, new AbortController().signal));
      expect(response.status).toSatisfy((seen: number) => isStatusAsExpected(abuse, seen));
      expect(calls.length).toSatisfy((seen: number) => areCallsAsExpected(abuse, seen));
      expect(hasExpectedHeader(abuse, response)).toBe(true);
      for (const { url, method, headers, body } of calls) {
        expect([method, url]).toEqual(['POST', UPSTREAM]);
        expect(headers.get('authorization')).toBe(`Bearer ${KEY}`);
        expect([...headers.keys()].toSorted()).toEqual(['accept', 'authorization', 'content-type']);
        expect(body['model']).toBe('m-small');
        const fields = Object.keys(body).toSorted();
        expect(fields).toEqual(['max_completion_tokens', 'messages', 'model']);
      }
      expect(headersOfAnswers).toEqual(expect.arrayContaining([...response.headers.keys()]));
      expect(response.headers.get('access-control-allow-origin')).not.toBe('*');
      const isStream = response.headers.get('content-type') === 'text/event-stream';
      const caching = isStream ? 'no-store, no-transform' : 'no-store';
      expect(response.headers.get('cache-control')).toBe(caching);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const bytes = (await response.text()) + JSON.stringify([[...response.headers], logged]);
      expect(bytes).not.toContain(KEY);
    },
  );

  test.each(cases.filter(({ request }) => request.abortAfterMs !== undefined))(
    '$id',
    async (abuse) => {
      const { handler, calls } = proxyFor(abuse);
      const client = new AbortController();
      const response = await handler(requestOf(abuse, client.signal));
      setTimeout(() => client.abort(), abuse.request.abortAfterMs);
      await expect(response.text()).rejects.toMatchObject({ name: 'AbortError' });
      expect(calls[0]?.signal.aborted).toBe(true);
    },
  );
});
