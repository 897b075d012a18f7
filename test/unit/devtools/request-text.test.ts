import { describe, expect, test } from 'vitest';
import { asCurl, readableBody, requestAddress } from '../../../src/react/devtools/request-text.js';

const KEY = 'a1b2c3d4e5f6g7h8';
/** Of an image, with letters in which a common form of keys begins. */
const base64 = `/AIzaSyD3adb33f/${'Zm9v'.repeat(200)}==`;

const bodyOf = (value: unknown): Blob => new Blob([JSON.stringify(value)]);

describe('a request that is shown', () => {
  test('has its base64 shortened, and nothing else', async () => {
    const body = bodyOf({ text: 'Hello', url: `data:image/png;base64,${base64}` });
    const text = await readableBody(body);
    expect(text).toMatch(/"text": "Hello"/);
    expect(text).toMatch(/base64,\/AIza[^"]* \(1 kB of base64\)"/);
    expect(text.length).toBeLessThan(200);
  });

  test('is shown as it is if it is no JSON', async () => {
    expect(await readableBody(new Blob(['--form\r\nHello']))).toBe('--form\r\nHello');
  });

  test.each([
    ['a field', { settings: { api_key: KEY } }],
    ['a field in another style', { accessToken: KEY }],
    ['a long token', { token: KEY + base64 }],
    ['text', { text: `Use sk-${KEY} please` }],
    ['a header in text', { text: `Authorization: Bearer ${KEY}` }],
  ])('has no key: %s', async (_place, value) => {
    const shown = await readableBody(bodyOf(value));
    const copied = await asCurl('https://a.example', { headers: {}, body: bodyOf(value) });
    for (const text of [shown, copied]) {
      expect(text).toContain('[key hidden]');
      expect(text).not.toContain(KEY);
    }
  });

  test('keeps numbers of tokens, signatures of reasoning and keys of caches', async () => {
    const value = { max_tokens: 100, signature: 'c2lnbmVk', prompt_cache_key: 'cats', key: 'name' };
    expect(JSON.parse(await readableBody(bodyOf(value)))).toEqual(value);
  });

  test.each([
    [`https://a.example/v1?key=${KEY}`, 'https://a.example/v1/chat?key=[key hidden]'],
    [
      `https://a.example/v1?a=1&access_token=${KEY}`,
      'https://a.example/v1/chat?a=1&access_token=[key hidden]',
    ],
    [`https://me:${KEY}@a.example/v1`, 'https://[key hidden]@a.example/v1/chat'],
    ['https://a.example/v1?api-version=2', 'https://a.example/v1/chat?api-version=2'],
    ['/api', '/api/chat'],
  ])('has no key in its address: %s', (baseUrl, shown) => {
    expect(requestAddress({ baseUrl }, '/chat')).toBe(shown);
  });
});

describe('a request that is copied as curl', () => {
  test('has whole images, and a variable for the key', async () => {
    const curl = await asCurl(
      'https://a.example/v1/chat',
      { headers: { 'content-type': 'application/json' }, body: bodyOf({ url: base64 }) },
      { keyHeader: { name: 'authorization', prefix: 'Bearer ' } },
    );
    expect(curl).toBe(
      [
        "curl 'https://a.example/v1/chat' \\",
        "  -H 'content-type: application/json' \\",
        '  -H "authorization: Bearer $API_KEY" \\',
        "  --data-binary @- <<'BODY'",
        JSON.stringify({ url: base64 }),
        'BODY',
      ].join('\n'),
    );
  });

  test('has no key in a header', async () => {
    const headers = { 'x-api-key': KEY, cookie: `id=${KEY}`, 'x-note': `sk-${KEY}` };
    const curl = await asCurl('https://a.example', { headers, body: bodyOf({}) });
    expect(curl).not.toContain(KEY);
    expect(curl).toContain('x-api-key: [key hidden]');
  });
});
