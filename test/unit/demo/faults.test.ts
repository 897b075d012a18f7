import { existsSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { demoFaults } from '../../../src/demo/index.js';
import { post, question, quickBackend } from './helpers.js';

declare const __SHARED_FOLDER__: string;

const streamed = { ...question('long'), stream: true };
const backend = quickBackend();

function order(name: string, init: RequestInit = {}): Promise<Response> {
  return backend(new Request(post('/chat/completions', streamed, { 'x-demo-fault': name }), init));
}

/** Everything that came, and how it ended. */
async function readAll(response: Response): Promise<{ text: string; error?: unknown }> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return { text };
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    return { text, error };
  }
}

describe('faults on order', () => {
  test('each has a name of its own and says in words what happens', () => {
    expect(new Set(demoFaults.map(({ name }) => name)).size).toBe(demoFaults.length);
    expect(demoFaults.every(({ what }) => what.length > 10)).toBe(true);
  });

  test.each([
    { name: '400', status: 400, body: /"code":"invalid_image"/ },
    { name: '401', status: 401, body: /"code":"invalid_api_key"/ },
    { name: '403', status: 403, body: /"error"/ },
    { name: '404', status: 404, body: /"code":"model_not_found"/ },
    { name: '408', status: 408, body: /timeout/ },
    { name: '413-json', status: 413, body: /^\{"error"/ },
    { name: '413-html', status: 413, body: /^<html>/ },
    { name: '429-retry-after-1', status: 429, body: /rate_limit_exceeded/, retryAfter: '1' },
    { name: '429-quota', status: 429, body: /"code":"insufficient_quota"/ },
    { name: '500', status: 500, body: /server_error/ },
    { name: '502-html', status: 502, body: /^<html>/ },
    { name: '503-retry-after', status: 503, body: /server_error/, retryAfter: '1' },
    { name: '529', status: 529, body: /overloaded_error/ },
    { name: 'html-200', status: 200, body: /^<!doctype html>/ },
    { name: 'empty-200', status: 200, body: /^$/ },
  ])('$name', async ({ name, status, body, retryAfter = null }) => {
    const response = await order(name);
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(await response.text()).toMatch(body);
  });

  test('429-then-ok fails every first time', async () => {
    const statuses = [await order('429-then-ok'), await order('429-then-ok')].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([429, 200]);
  });

  test('truncated ends as if all were well, without a finish reason and without [DONE]', async () => {
    const { text, error } = await readAll(await order('truncated'));
    expect(error).toBeUndefined();
    expect(text).toContain('"content"');
    expect(text).not.toMatch(/"finish_reason":"|\[DONE\]/);
  });

  test('reset-mid-stream breaks after some text', async () => {
    const { text, error } = await readAll(await order('reset-mid-stream'));
    expect(text).toContain('"content"');
    expect(error).toBeInstanceOf(TypeError);
  });

  test('bad-json-chunk has one event that does not parse', async () => {
    const { text } = await readAll(await order('bad-json-chunk'));
    const broken = text.split('\n\n').filter((event) => {
      if (event === '' || event === 'data: [DONE]') return false;
      try {
        return JSON.parse(event.slice(6)) === undefined;
      } catch {
        return true;
      }
    });
    expect(broken).toHaveLength(1);
  });

  test('error-event-mid-stream has an error, and ends', async () => {
    const { text } = await readAll(await order('error-event-mid-stream'));
    expect(text).toMatch(/data: \{"error":\{[^\n]+\}\}\n\n$/);
  });

  test.each([
    { name: 'length', reason: 'length' },
    { name: 'content-filter', reason: 'content_filter' },
    { name: 'refusal', reason: 'stop' },
  ])('$name ends with finish_reason $reason', async ({ name, reason }) => {
    const { text } = await readAll(await order(name));
    expect(text).toContain(`"finish_reason":"${reason}"`);
    expect(text.includes('"refusal":"')).toBe(name === 'refusal');
  });

  test('no-first-byte never answers', async () => {
    const client = new AbortController();
    const answered = order('no-first-byte', { signal: client.signal });
    client.abort();
    await expect(answered).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('reset-before-head breaks off without an answer', async () => {
    await expect(order('reset-before-head')).rejects.toMatchObject({ name: 'TypeError' });
  });

  test.each(['stall-mid-stream', 'head-then-silence', 'keepalive-for-ever', 'endless-line'])(
    '%s goes on until the client gives up',
    async (name) => {
      const client = new AbortController();
      const response = await order(name, { signal: client.signal });
      const read = readAll(response);
      setTimeout(() => client.abort(), 30);
      const { text, error } = await read;
      expect(error).toMatchObject({ name: 'AbortError' });
      expect(text).not.toContain('[DONE]');
    },
  );

  test('byte-by-byte says the same in single bytes', async () => {
    const { text } = await readAll(await order('byte-by-byte'));
    expect(text).toContain('“long”');
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  test.each(demoFaults.map(({ name }) => name))(
    '%s can be ordered by the question',
    async (name) => {
      const client = new AbortController();
      const request = new Request(
        post('/chat/completions', { ...question(`Hi /fault ${name}`), stream: true }),
        { signal: client.signal },
      );
      setTimeout(() => client.abort(), 40);
      const outcome = await backend(request).then(readAll, (error: unknown) => ({
        text: '',
        error,
      }));
      expect(outcome.text).not.toContain('/fault');
      expect(outcome.text).not.toContain('knows no fault');
    },
  );

  test('a fault set by option is asked for at each request, and leaves the model list alone', async () => {
    const faults = ['500', undefined];
    const moody = quickBackend({ fault: () => faults.shift() });
    const ask = () => moody(post('/chat/completions', streamed));
    expect((await ask()).status).toBe(500);
    expect((await ask()).status).toBe(200);
    const broken = quickBackend({ fault: '500' });
    expect((await broken('/v1/models')).status).toBe(200);
  });

  test('a name nobody knows is told the names there are', async () => {
    const response = await order('no-such-fault');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('stall-mid-stream');
  });
});

const list = `${__SHARED_FOLDER__}/corpus/text/http-faults.json`;
const isListThere = __SHARED_FOLDER__ !== '' && existsSync(list);

test.skipIf(!isListThere)(
  'every fault of the list beside the checkout has a name here',
  async () => {
    const { cases } = JSON.parse(readFileSync(list, 'utf8')) as { cases: { id: string }[] };
    const unknown: string[] = [];
    for (const { id } of cases) {
      const client = new AbortController();
      setTimeout(() => client.abort(), 20);
      const text = await order(id, { signal: client.signal })
        .then((response) => response.text())
        .catch(() => '');
      if (text.includes('knows no fault')) unknown.push(id);
    }
    expect(unknown).toEqual([]);
  },
);

describe('a client that gives up', () => {
  test.each(['no-first-byte', 'head-then-silence', 'keepalive-for-ever'])(
    'is noticed after memory was swept: %s',
    async (name) => {
      setFlagsFromString('--expose_gc');
      const sweep = runInNewContext('gc') as () => void;
      const client = new AbortController();
      const read = order(name, { signal: client.signal }).then((response) => response.text());
      for (let round = 0; round < 3; round++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        sweep();
      }
      client.abort();
      await expect(read).rejects.toMatchObject({ name: 'AbortError' });
    },
  );
});

describe('a streamed answer', () => {
  test('stops at once when the client does', async () => {
    const client = new AbortController();
    // The whole answer would take longer than a test may.
    const slow = quickBackend({ tokensPerSecond: 2 });
    const request = new Request(post('/chat/completions', streamed), { signal: client.signal });
    const { body } = await slow(request);
    let text = '';
    const reading = (async () => {
      for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += piece;
        if (text.includes('"content":"This "')) client.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(text).toContain('"content":"This "');
  });

  test('keeps its pace by the clock', async () => {
    const paced = quickBackend({ tokensPerSecond: 200 });
    const startedAtMs = performance.now();
    const { text } = await readAll(
      await paced(post('/chat/completions', { ...question('Hi'), stream: true })),
    );
    const words = text.split('"content":').length - 2;
    expect(performance.now() - startedAtMs).toBeGreaterThan((words / 200) * 1000 * 0.8);
  });
});
