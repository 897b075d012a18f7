import { describe, expect, test } from 'vitest';
import { createChatStore, createTransport } from '../../../src/core.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { ChatStoreOptions } from '../../../src/core.js';
import { arabicWords } from '../../../src/components/words/arabic/index.js';
import { germanWords } from '../../../src/components/words/german/index.js';
import { KitError } from '../../../src/errors.js';
import { canTryAgain } from '../../../src/components/styled/chat/request-failure.js';
import { proxyRefusals } from '../../../src/internal/proxy-refusals.js';
import { createRequestPreparation } from '../../../src/request/create-request-preparation.js';
import { createProxyHandler, toNodeListener } from '../../../src/server/index.js';
import type { ProxyOptions, ProxyRefusalCode } from '../../../src/server/index.js';
import { classifyFailure } from '../../../src/wire/classify-failure.js';
import { listen } from '../../helpers/listen.js';

interface Asked {
  proxy?: Partial<ProxyOptions>;
  /** Status of the provider behind the proxy. */
  upstreamStatus?: number;
  connection?: Partial<ChatStoreOptions['connection']>;
  text?: string;
}

/** Asks a real proxy in front of a real provider, and returns what the chat makes of its refusal. */
async function refusalOf({ proxy, upstreamStatus = 200, connection, text = 'Hello' }: Asked) {
  const upstream = await listen((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(upstreamStatus, { 'content-type': 'application/json' });
    outgoing.end('{"error":{"message":"Incorrect API key provided: sk-up***am."}}');
  });
  const handler = createProxyHandler({
    upstream: `${upstream}/v1/chat/completions`,
    key: 'sk-upstream',
    models: ['m-small'],
    allowedOrigins: ['https://app.example'],
    authorize: 'public',
    log: () => undefined,
    ...proxy,
  });
  let requests = 0;
  const listener = toNodeListener(handler);
  const baseUrl = await listen((incoming, outgoing) => {
    requests += 1;
    listener(incoming, outgoing);
  });
  const whole = { baseUrl: `${baseUrl}/api`, model: 'm-small', wire: openaiChat, ...connection };
  const store = createChatStore({
    ...createRequestPreparation({ connection: whole }),
    connection: whole,
    // Waits between attempts are skipped, attempts are not.
    createTransport: (options) => createTransport({ ...options, sleep: async () => undefined }),
  });
  const outcome = await store.send({ text });
  const error = outcome.accepted ? undefined : outcome.error;
  if (!error) throw new Error('The proxy accepted the request.');
  return { error, requests };
}

describe('what the proxy of the kit refuses', () => {
  test.each<[ProxyRefusalCode, Asked, string]>([
    [
      'not-configured',
      { proxy: { key: () => undefined } },
      'This server has no key for the model. Report this to the operator of this app.',
    ],
    [
      'key-refused',
      { upstreamStatus: 401 },
      'The server could not sign in to the model. Report this to the operator of this app.',
    ],
    [
      'origin-not-allowed',
      { connection: { headers: { origin: 'https://other.example' } } },
      'This page may not use this server. Add its origin to allowedOrigins if it should.',
    ],
    [
      'model-not-allowed',
      { connection: { model: 'm-large' } },
      'This server does not offer the model that was asked for. Choose another one.',
    ],
    [
      'unknown-path',
      { proxy: { upstream: 'https://provider.example/v1/images' } },
      'This address is not answered by the server.',
    ],
    ['body-too-large', { proxy: { maxBodyBytes: 20 } }, 'The request is larger than the'],
    [
      'text-too-long',
      { proxy: { maxTextCharacters: 3 } },
      'The chat has more than the 3 characters of text this server accepts.',
    ],
    [
      'refused-by-policy',
      { proxy: { policy: () => 'Ask about receipts only.' } },
      'Ask about receipts only.',
    ],
    ['not-authorized', { proxy: { authorize: () => false } }, 'Sign in first, then try again.'],
  ])('%s is shown in its own words, and not asked again', async (proxyCode, asked, words) => {
    const { error, requests } = await refusalOf(asked);
    expect(error.message.startsWith(words)).toBe(true);
    expect(error.message).not.toMatch(/127\.0\.0\.1|said:|Try again in a moment|Change what/);
    expect(error.facts).toMatchObject({ proxyCode, retryable: false });
    expect(requests).toBe(1);
    expect(canTryAgain(error)).toBe(proxyCode === 'not-authorized');
  });

  test.each<[ProxyRefusalCode, Asked, string]>([
    [
      'rate-limited',
      { proxy: { rateLimit: () => ({ retryAfter: 7 }) } },
      'Too many requests. Try again in 7 s.',
    ],
    [
      'busy',
      { proxy: { maxConcurrentRequests: 0 } },
      'This server is handling as many requests as it allows. Try again in 5 s.',
    ],
    [
      'upstream-unreachable',
      {
        proxy: {
          fetch: () => Promise.reject(new TypeError('fetch failed')),
        },
      },
      'The model cannot be reached from this server. Try again later.',
    ],
  ])('%s is asked again, and can be by hand', async (proxyCode, asked, words) => {
    const { error, requests } = await refusalOf(asked);
    expect(error.message).toBe(words);
    expect(error.facts).toMatchObject({ proxyCode, retryable: true });
    expect(requests).toBe(3);
    expect(canTryAgain(error)).toBe(true);
  });

  test('a policy that fails is asked again, and one that objects is not', async () => {
    const failing = { policy: () => Promise.reject(new Error('down')) };
    const { error, requests } = await refusalOf({ proxy: failing });
    expect(error).toMatchObject({ code: 'overloaded', facts: { retryable: true } });
    expect(requests).toBe(3);
  });

  test('what is too large keeps the fix for it', async () => {
    const { error } = await refusalOf({ proxy: { maxBodyBytes: 20 } });
    expect(error).toMatchObject({ code: 'request-too-large', facts: { problem: 'request-bytes' } });
  });

  test('words of the proxy are not read as those of a provider', () => {
    const message = 'This server accepts no images: image input is not supported.';
    const body = JSON.stringify({
      error: { message, type: 'proxy_error', code: 'refused-by-policy' },
    });
    expect(classifyFailure(400, body, 'openai-chat')).toEqual({
      code: 'bad-request',
      advice: message,
    });
  });
});

/** The compiler asks for each code. */
const allCodes: Record<ProxyRefusalCode, true> = {
  'method-not-allowed': true,
  'route-not-enabled': true,
  'origin-not-allowed': true,
  'not-authorized': true,
  'rate-limited': true,
  'rate-limit-failed': true,
  busy: true,
  'body-too-large': true,
  'body-timeout': true,
  'unknown-path': true,
  'not-json': true,
  'not-a-form': true,
  'bad-body': true,
  'model-not-allowed': true,
  'too-many-parts': true,
  'text-too-long': true,
  'system-not-allowed': true,
  'too-many-images': true,
  'bad-image': true,
  'remote-image': true,
  'too-many-files': true,
  'bad-file': true,
  'file-id': true,
  'response-id': true,
  'unsupported-part': true,
  'refused-by-policy': true,
  'not-configured': true,
  'key-refused': true,
  'upstream-unreachable': true,
  'upstream-timeout': true,
  'upstream-bad-response': true,
  'client-gone': true,
  'internal-error': true,
};

test('every code of the proxy is known, and has words in every language', () => {
  expect(Object.keys(proxyRefusals)).toEqual(expect.arrayContaining(Object.keys(allCodes)));
  for (const proxyCode of Object.keys(proxyRefusals)) {
    // Its words are the app's own, and nobody reads what a client that is gone was told.
    if (proxyCode === 'refused-by-policy' || proxyCode === 'client-gone') continue;
    const facts = { proxyCode, providerMessage: 'English.' };
    const error = new KitError('bad-request', { message: 'English.', facts });
    for (const words of [germanWords, arabicWords]) {
      expect(words.error(error)).not.toContain('English');
    }
  }
  const facts = { proxyCode: 'refused-by-policy', providerMessage: 'Nur Belege.' };
  const objection = new KitError('bad-request', { message: 'Nur Belege.', facts });
  expect(germanWords.error(objection)).toBe('Nur Belege.');
});
