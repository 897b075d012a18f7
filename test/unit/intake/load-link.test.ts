import { expect, test, vi } from 'vitest';
import { loadLink } from '../../../src/intake/load-link.js';

const url = 'https://images.example/cat.png';

/** The network of a browser: without CORS, only whether there was an answer. */
function stubNetwork(isThere: boolean): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (given: string, init: RequestInit) => {
    requests.push(new Request(given, init));
    if (!isThere || init.mode !== 'no-cors') throw new TypeError('Failed to fetch');
    return new Response(null);
  });
  return requests;
}

test.each([
  [true, 'not-allowed', /^images\.example does not let its images be copied\. Save the image/],
  [false, 'unreachable', /^The image could not be loaded from images\.example\. Check the address/],
])('a link that fails, on a site that answers: %s', async (isThere, linkFailure, message) => {
  const requests = stubNetwork(isThere);
  const result = await loadLink(url, { fetchLinks: true });
  expect(result).toMatchObject({ code: 'fetch-blocked', linkFailure, name: 'cat.png', url });
  expect(result).toHaveProperty('message', expect.stringMatching(message));
  expect(requests.map(({ method, credentials }) => `${method} ${credentials}`)).toEqual([
    'GET omit',
    'HEAD omit',
  ]);
});

test('a link that is given up asks no second time', async () => {
  const requests = stubNetwork(true);
  const aborter = new AbortController();
  aborter.abort();
  await expect(loadLink(url, { fetchLinks: true, signal: aborter.signal })).rejects.toMatchObject({
    code: 'aborted',
  });
  expect(requests).toHaveLength(1);
});
