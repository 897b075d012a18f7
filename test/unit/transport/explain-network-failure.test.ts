import { afterEach, expect, test, vi } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';

afterEach(() => vi.unstubAllGlobals());

/** A fetch as a page knows it, to a server that allows no other origin. */
function fetchWithoutCors(isThere: boolean): { fetch: typeof fetch; modes: string[] } {
  const modes: string[] = [];
  return {
    modes,
    fetch: (_input, init) => {
      modes.push(init?.mode ?? 'cors');
      return init?.mode === 'no-cors' && isThere
        ? Promise.resolve(new Response(null))
        : Promise.reject(new TypeError('Failed to fetch'));
    },
  };
}

test.each([
  { isThere: true, page: 'https://app.example', words: /CORS/ },
  { isThere: false, page: 'https://app.example', words: /cannot be reached/ },
  { isThere: true, page: 'https://api.example', words: /cannot be reached/ },
])('from $page, server there: $isThere, says $words', async ({ isThere, page, words }) => {
  vi.stubGlobal('location', new URL(page));
  const { fetch, modes } = fetchWithoutCors(isThere);
  const transport = createTransport({
    baseUrl: 'https://api.example/v1',
    fetch,
    sleep: () => Promise.resolve(),
  });
  await expect(transport.send({ path: '/models' })).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(words) as string,
    facts: { host: 'api.example' },
  });
  expect(modes.filter((mode) => mode === 'cors')).toHaveLength(3);
  expect(modes.filter((mode) => mode === 'no-cors').length).toBeLessThanOrEqual(1);
});

test('offline is told at once, and nothing is sent', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const transport = createTransport({ baseUrl: 'https://api.example/v1' });
  await expect(transport.send({ path: '/models' })).rejects.toMatchObject({ code: 'offline' });
});
