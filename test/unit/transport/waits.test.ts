/** What a server asks to wait, wherever it says so, and what no wait helps against. */
import { describe, expect, test } from 'vitest';
import { errorFromResponse } from '../../../src/transport/error-from-response.js';
import { readRetryAfterMs } from '../../../src/transport/retry-delay.js';

const none = new Headers();

test.each([
  ['{"details":[{"@type":"google.rpc.RetryInfo","retryDelay":"3.5s"}]}', 3_500],
  ['{"retry_after": 7}', 7_000],
  ['{"retry_after_ms": 250}', 250],
  ['Please retry in 58.9s.', 58_900],
  ['Please try again in 1m12.5s. Visit', 72_500],
  ['Please try again in 20ms.', 20],
  ['Try again in 2h3m.', 7_380_000],
  ['retry after 20 seconds', 20_000],
  ['Please wait for 2 minutes and 5 seconds', 125_000],
  ['{"error":"Model is currently loading","estimated_time":20.0}', 20_000],
  ['Request was throttled. Expected available in 30 seconds.', 30_000],
  ['Limit 30000, Used 29011, Requested 2741. Please try again later.', undefined],
  ['try again with fewer than 5 images', undefined],
])('%s', (body, waitMs) => {
  expect(readRetryAfterMs(none, body)).toBe(waitMs);
});

test('a header comes before the body', () => {
  expect(readRetryAfterMs(new Headers({ 'retry-after': '2' }), 'try again in 9s')).toBe(2_000);
});

const NOW = Date.UTC(2026, 0, 1);
const soon = NOW + 30_000;
test.each<[Record<string, string>, number | undefined]>([
  [{ 'retry-after': '15s' }, 15_000],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'x-ratelimit-reset-requests': '1m5s', 'x-ratelimit-remaining-requests': '0' }, 65_000],
  [{ 'x-ratelimit-reset-requests': '1m5s', 'x-ratelimit-remaining-requests': '9' }, undefined],
  [{ 'x-ratelimit-reset-requests': '1m5s' }, undefined],
  [{ 'ratelimit-reset': '12', 'ratelimit-remaining': '0' }, 12_000],
  [{ 'x-ratelimit-reset': String(soon / 1000), 'x-ratelimit-remaining': '0' }, 30_000],
  [{ 'x-ratelimit-reset': String(soon), 'x-ratelimit-remaining': '0' }, 30_000],
  [
    {
      'acme-ratelimit-requests-reset': new Date(soon).toISOString(),
      'acme-ratelimit-requests-remaining': '0',
      'acme-ratelimit-tokens-reset': new Date(soon + 5000).toISOString(),
      'acme-ratelimit-tokens-remaining': '0',
    },
    35_000,
  ],
])('%j', (headers, waitMs) => {
  expect(readRetryAfterMs(new Headers(headers), '', NOW)).toBe(waitMs);
});

test('a router quotes the header of the server behind it', () => {
  const body = JSON.stringify({
    error: { metadata: { headers: { 'X-RateLimit-Reset': `${soon}` } } },
  });
  expect(readRetryAfterMs(none, body, NOW)).toBe(30_000);
});

function failure(status: number, message: string) {
  const text = JSON.stringify({ error: { message } });
  const { error, mayRepeat } = errorFromResponse({
    status,
    text,
    headers: none,
    host: 'api.example',
    knownKeys: [],
  });
  return [error.code, mayRepeat];
}

describe('is told at once', () => {
  test.each([
    [
      429,
      'Request too large for m on tokens per min (TPM): Limit 30000, Requested 47512.',
      'request-too-large',
    ],
    [429, 'Quota exceeded for metric: GenerateRequestsPerDayPerProject', 'rate-limited'],
    [429, 'Rate limit reached on tokens per day (TPD): Limit 500000, Used 499000', 'rate-limited'],
    [500, 'image input is not supported by this server', 'server-error'],
    [500, 'height:27 or width:257 must be larger than factor:28', 'server-error'],
    [500, 'the request exceeds the available context size', 'server-error'],
    [403, 'Input was flagged', 'content-filter'],
  ])('%i %s', (status, message, code) => {
    expect(failure(status, message)).toEqual([code, false]);
  });
});

describe('is tried again', () => {
  test.each([
    [
      429,
      'Rate limit reached on tokens per min (TPM): Limit 30000, Used 29011, Requested 2741.',
      'rate-limited',
    ],
    [500, 'The server had an error.', 'server-error'],
    [503, 'The model is overloaded.', 'overloaded'],
  ])('%i %s', (status, message, code) => {
    expect(failure(status, message)).toEqual([code, true]);
  });
});
