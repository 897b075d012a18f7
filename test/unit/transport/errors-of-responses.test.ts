/** Everything that an error says about an unsuccessful response, besides its code. */
import { describe, expect, test } from 'vitest';
import { errorFromResponse } from '../../../src/transport/error-from-response.js';
import type { ErrorResponseInput } from '../../../src/transport/error-from-response.js';
import { readRetryAfterMs, retryDelayMs } from '../../../src/transport/retry-delay.js';

const failure = (input: Partial<ErrorResponseInput>, headers: Record<string, string> = {}) =>
  errorFromResponse({
    status: 400,
    text: '',
    host: 'api.example',
    knownKeys: [],
    headers: new Headers(headers),
    ...input,
  });

describe('the facts of an error', () => {
  test('are few if the response says nothing', () => {
    const { error, mayRepeat } = failure({ status: 500 });
    expect(error.facts).toEqual({ status: 500, host: 'api.example', retryable: true });
    expect(mayRepeat).toBe(true);
  });

  test('have no status for a redirect, which browsers hide', () => {
    const { error } = failure({ status: 0 });
    expect(error.code).toBe('bad-response');
    expect(error.facts).toEqual({ host: 'api.example', retryable: false });
  });

  test.each<[string, string, Record<string, string>]>([
    ['body', '{"error":{"message":"m"},"request_id":"body"}', { 'x-request-id': 'x' }],
    ['x', '{"error":{"message":"m"}}', { 'x-request-id': 'x', 'request-id': 'plain' }],
    ['plain', '{"error":{"message":"m"}}', { 'request-id': 'plain' }],
  ])('name the request: %s', (requestId, text, headers) => {
    expect(failure({ text }, headers).error.facts.requestId).toBe(requestId);
  });

  test('hold no key', () => {
    const key = 'a1b2c3d4e5f6g7h8';
    const text = JSON.stringify({
      error: { message: `No ${key}.`, code: `c-${key}` },
      request_id: `r-${key}`,
    });
    const { error } = failure({ text, knownKeys: [key] });
    expect(error.facts).toMatchObject({
      providerCode: 'c-[key hidden]',
      providerMessage: 'No [key hidden].',
      requestId: 'r-[key hidden]',
    });
    expect(JSON.stringify(error)).not.toContain(key);
  });

  test('hold the first 600 characters of a long message', () => {
    const { error } = failure({ text: 'word '.repeat(300) });
    expect(error.facts.providerMessage).toHaveLength(600);
  });

  test.each([
    '<html>',
    '  <p>No.</p>',
    'Oops <!DOCTYPE html>',
    'Oops <HTML lang="en">',
    'Oops <head>',
    'Oops <body class="x">',
  ])('leave out a web page: %s', (text) => {
    expect(failure({ text }).error.facts).not.toHaveProperty('providerMessage');
    expect(failure({ text: JSON.stringify({ error: text }) }).error.facts).not.toHaveProperty(
      'providerMessage',
    );
  });

  test.each(['1 < 2', 'Use <image>', 'The <bodyguard>'])('but not “%s”', (text) => {
    expect(failure({ text }).error.facts.providerMessage).toBe(text);
  });

  test('take an error that has been read already', () => {
    const { error } = failure({
      text: '{"message":"other"}',
      said: { message: 'Read.', code: 'c' },
    });
    expect(error.facts).toMatchObject({ providerMessage: 'Read.', providerCode: 'c' });
  });
});

describe('an error in a success', () => {
  test.each([200, 299])('with %i has no code of its own, and is final', (status) => {
    const { error, mayRepeat } = failure({ status, text: '{"error":"No."}' });
    expect(error.code).toBe('provider-error');
    expect(error.message).toContain('No.');
    expect(mayRepeat).toBe(false);
  });

  test.each([199, 300])('but not with %i', (status) => {
    expect(failure({ status }).error.code).toBe('bad-response');
  });
});

describe('what is repeated', () => {
  test.each([
    [400, {}, '', false],
    [500, {}, '', true],
    [400, { 'x-should-retry': 'true' }, '', true],
    [500, { 'x-should-retry': 'false' }, '', false],
    [500, { 'x-should-retry': 'maybe' }, '', true],
    // No wish makes an account solvent.
    [402, { 'x-should-retry': 'true' }, '', false],
    [400, {}, 'The File abc is not in an ACTIVE state', true],
  ])('%i %j %s: %s', (status, headers, text, mayRepeat) => {
    const found = failure({ status, text }, headers);
    expect(found.mayRepeat).toBe(mayRepeat);
    expect(found.error.facts.retryable).toBe(mayRepeat);
  });

  test('a file that is still processed is waited for, as long as the server says or four seconds', () => {
    const text = 'The File abc is not in an ACTIVE state';
    const { error } = failure({ text });
    expect(error.code).toBe('overloaded');
    expect(error.facts.retryAfterMs).toBe(4000);
    expect(error.message).toContain('still processing');
    expect(failure({ text }, { 'retry-after': '9' }).error.facts.retryAfterMs).toBe(9000);
  });
});

/** Servers tell what is wrong with whatever status; the words say more. */
describe('a status that misleads', () => {
  test.each([
    [400, 'Your credit balance is too low to access the API.', 'quota-exceeded', false],
    [400, 'Billing hard limit has been reached', 'quota-exceeded', false],
    [400, 'Budget has been exceeded! Current cost: 20.1', 'quota-exceeded', false],
    [403, 'Key limit exceeded (monthly limit).', 'quota-exceeded', false],
    [403, "Your team doesn't have any credits yet.", 'quota-exceeded', false],
    [429, 'Your team has used all available credits.', 'quota-exceeded', false],
    [429, '余额不足或无可用资源包,请充值。', 'quota-exceeded', false],
    // A limit per minute that only advises to look at the bill.
    [429, 'Please check your plan and billing details.', 'rate-limited', true],
    [429, 'Rate limit exceeded: free-models-per-day', 'rate-limited', false],
    [400, 'Incorrect API key provided: xa***23.', 'key-refused', false],
    [400, 'Missing or invalid Authorization header.', 'key-refused', false],
    [400, 'User location is not supported for the API use.', 'forbidden', false],
    [400, 'Content Exists Risk', 'content-filter', false],
    [403, 'Content violates usage guidelines.', 'content-filter', false],
    [424, 'Prompt blocked due to security configurations', 'content-filter', false],
    [400, 'the input image may contain sensitive information', 'content-filter', false],
    [400, 'Invalid model: acme-9', 'not-found', false],
    [400, 'acme/nine is not a valid model ID', 'not-found', false],
    [400, 'The model `acme-9` has been decommissioned', 'not-found', false],
    [400, 'Model Not Exist', 'not-found', false],
    [405, 'Method Not Allowed', 'not-found', false],
    [501, 'Not Implemented', 'not-found', false],
    [400, 'Invalid model_kwargs', 'bad-request', false],
    [498, 'capacity_exceeded: try again later', 'overloaded', true],
    [400, 'Request payload size exceeds the limit: 20971520 bytes.', 'request-too-large', false],
    [417, 'Request size limit exceeded', 'request-too-large', false],
    [500, 'Body exceeded 1mb limit', 'request-too-large', false],
    [500, 'input (1025 tokens) is too large to process.', 'server-error', false],
  ])('%i “%s” is %s', (status, message, code, mayRepeat) => {
    const found = failure({ status, text: JSON.stringify({ error: { message } }) });
    expect(found.error.code).toBe(code);
    expect(found.mayRepeat).toBe(mayRepeat);
  });

  test.each([
    [403, '<!DOCTYPE html><html><title>Just a moment...</title></html>'],
    [403, '\n<html><h1>403 Forbidden</h1>You are blocked by a security service.</html>'],
    [511, '<html><title>Network sign-in</title></html>'],
    [511, ''],
  ])('%i with a page of a firewall or a network says nothing about the key: %s', (status, text) => {
    const { error, mayRepeat } = failure({ status, text });
    expect(error).toMatchObject({ code: 'bad-response', facts: { status, retryable: false } });
    expect(error.message).toContain(`most likely a web page (status ${status})`);
    expect(error.message).not.toMatch(/key|redirect/);
    expect(mayRepeat).toBe(false);
  });

  test('but the XML of a provider does', () => {
    const text = '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>';
    expect(failure({ status: 403, text }).error.code).toBe('forbidden');
  });

  test('errors in a list are read', () => {
    const text = '{"success":false,"result":[],"error":[{"code":2009,"message":"Unauthorized"}]}';
    expect(failure({ status: 401, text }).error.facts.providerMessage).toBe('Unauthorized');
  });
});

describe('the sentence of an error', () => {
  test.each([
    [400, 'refused the request', true],
    [401, 'did not accept the key', true],
    [402, 'no credit left', true],
    [403, 'does not allow this', true],
    [404, 'does not know this address', true],
    [413, 'too large', true],
    [429, 'accepts no more requests', true],
    [500, 'internal error', true],
    [503, 'is busy', true],
    [200, 'answered with an error', true],
    // A redirect has no words of the provider.
    [302, 'redirect', false],
  ])('of %i: …%s…', (status, words, quotes) => {
    const { message } = failure({ status, text: '{"error":"Because."}' }).error;
    expect(message).toMatch(/^api\.example |The message is|The account/);
    expect(message).toContain(words);
    expect(message.includes('“Because.”')).toBe(quotes);
    expect(failure({ status }).error.message).not.toContain('said');
  });

  test('of a filter', () => {
    const { error } = failure({ text: '{"error":{"message":"Flagged.","code":"content_filter"}}' });
    expect(error.code).toBe('content-filter');
    expect(error.message).toContain('filter of api.example');
    expect(error.message).toContain('“Flagged.”');
  });

  test.each([
    ['0', '0 s'],
    ['1.2', '2 s'],
    ['119', '119 s'],
    ['119.1', '2 minutes'],
    ['120', '2 minutes'],
    ['121', '3 minutes'],
    ['7140', '119 minutes'],
    ['7141', '2 hours'],
    ['10801', '4 hours'],
  ])('asked to wait %s s, it says %s', (seconds, words) => {
    for (const status of [429, 503]) {
      const { message } = failure({ status }, { 'retry-after': seconds }).error;
      expect(message).toContain(`a wait of ${words}.`);
    }
  });

  test.each([429, 503])('of %i without a wish says to wait a little', (status) => {
    expect(failure({ status }).error.message).toContain('Wait a little');
  });
});

describe('the wait that a server asks for in its headers', () => {
  const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
  const at = Date.parse(date);
  test.each<[Record<string, string>, number, number | undefined]>([
    [{}, at, undefined],
    [{ 'retry-after-ms': '0' }, at, 0],
    [{ 'retry-after-ms': '12.5', 'retry-after': '9' }, at, 12.5],
    [{ 'retry-after-ms': 'soon', 'retry-after': '9' }, at, 9000],
    [{ 'retry-after-ms': '-1', 'retry-after': '9' }, at, 9000],
    [{ 'retry-after-ms': '', 'retry-after': '9' }, at, 9000],
    [{ 'retry-after': '' }, at, undefined],
    [{ 'retry-after': 'Infinity' }, at, undefined],
    [{ 'retry-after': 'soon' }, at, undefined],
    [{ 'retry-after': date }, at - 5000, 5000],
    [{ 'retry-after': date }, at + 5000, 0],
    // By the server's own clock.
    [{ 'retry-after': date, date: 'Wed, 21 Oct 2026 07:27:50 GMT' }, at + 99_000, 10_000],
    [{ 'retry-after': date, date: 'today' }, at - 5000, 5000],
  ])('%j', (headers, nowMs, waitMs) => {
    expect(readRetryAfterMs(new Headers(headers), 'try again in 1s', nowMs)).toBe(waitMs ?? 1000);
    expect(readRetryAfterMs(new Headers(headers), undefined, nowMs)).toBe(waitMs);
  });
});

describe('or in its body', () => {
  test.each([
    ['{"retryDelay":"250ms"}', 250],
    ['{"retry_delay": 2}', 2000],
    ['{"retry_delay_seconds":"2"}', 2000],
    ['{"retryAfterMilliseconds": 300}', 300],
    ['{"retry_after_s":1.5}', 1500],
    ['{"retryAfter":"soon"}', undefined],
    ['Please retry in 250 milliseconds.', 250],
    ['Retrying in 3 secs', 3000],
    ['Come back in 2 mins', 120_000],
    ['Wait 1 minute', 60_000],
    ['It resets in 1 hour, 30 minutes', 5_400_000],
    ['available again in 2 hrs', 7_200_000],
    ['Limit resets in 1 day', 86_400_000],
    ['TRY AGAIN IN 2S', 2000],
    ['Wait 5 months', undefined],
    ['It took 20 seconds', undefined],
    // Another sentence, or too far away.
    ['Try again. It took 20 seconds', undefined],
    [`Try again ${'later '.repeat(10)}20 s`, undefined],
  ])('%s', (body, waitMs) => {
    expect(readRetryAfterMs(new Headers(), body)).toBe(waitMs);
  });
});

test.each([
  [0, 0, 500],
  [0, 1, 375],
  [1, 0, 1000],
  [3, 0, 4000],
  [4, 0, 8000],
  [9, 0, 8000],
  [9, 1, 6000],
])('without a wish, attempt %i is waited for, by chance %i: %i ms', (attempt, random, waitMs) => {
  expect(retryDelayMs(attempt, () => random)).toBe(waitMs);
});
