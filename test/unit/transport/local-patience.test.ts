/** How long a server may be silent, without any option of the app. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Returns what became of a request to a server that never answers, after this many seconds. */
async function after(seconds: number, baseUrl: string, body?: string): Promise<string> {
  const control = new AbortController();
  const transport = createTransport({ baseUrl, fetch: () => new Promise(() => undefined) });
  let state = 'waiting';
  const request = body === undefined ? { path: '/models' } : { path: '/chat', body };
  transport.send(request, { signal: control.signal }).catch((error: { code: string }) => {
    state = error.code;
  });
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  const seen = state;
  control.abort();
  return seen;
}

test.each(['http://localhost:11434/v1', 'http://192.168.1.20:8000', 'http://gpu-box.lan'])(
  'a model at %s may take minutes to load',
  async (baseUrl) => {
    expect(await after(880, baseUrl, '{}')).toBe('waiting');
    expect(await after(910, baseUrl, '{}')).toBe('first-byte-timeout');
  },
);

test('a public server, and a list of models, may not', async () => {
  expect(await after(70, 'https://api.example.com', '{}')).toBe('first-byte-timeout');
  expect(await after(70, 'http://localhost:11434')).toBe('first-byte-timeout');
});
