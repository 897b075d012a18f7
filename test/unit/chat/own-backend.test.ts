/** A backend of the app's own, on loopback: a token that has run out, cookies, and a body in its own shape. */
import { describe, expect, test, vi } from 'vitest';
import {
  createChatStore,
  createTransport,
  KitError,
  probeVision,
  type ChatTrace,
  type Connection,
} from '../../../src/core.js';
import { toNodeListener } from '../../../src/server/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { readFixture } from '../../helpers/read-fixture.js';

const bytes = new Blob([readFixture('quad.png')], { type: 'image/png' });
const image = {
  type: 'image' as const,
  id: 'i',
  mediaType: 'image/png' as const,
  detail: 'auto' as const,
  data: { kind: 'bytes' as const, bytes },
};

function streamed(text: string): Response {
  const chunk = { choices: [{ index: 0, delta: { content: text }, finish_reason: 'stop' }] };
  return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`, {
    headers: { 'content-type': 'text/event-stream' },
  });
}

const refusal = (status: number, message: string): Response =>
  Response.json({ error: { message } }, { status });

async function backend(answer: (request: Request, n: number) => Response | Promise<Response>) {
  const seen: Request[] = [];
  const baseUrl = await listen(
    toNodeListener((request) => {
      seen.push(request);
      return answer(request, seen.length);
    }),
  );
  return { baseUrl, seen };
}

async function send(connection: Partial<Connection> & { baseUrl: string }, images = [image]) {
  const traces: ChatTrace[] = [];
  const store = createChatStore({
    connection: { wire: openaiChat, model: 'm', sleep: () => Promise.resolve(), ...connection },
    createTransport,
    onTrace: (trace) => traces.push(trace),
  });
  const outcome = await store.send({ text: 'What is it?', images });
  await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
  const parts = store.getSnapshot().entries.at(-1)?.message.parts ?? [];
  return { outcome, answer: parts[0]?.type === 'text' ? parts[0].text : '', traces };
}

const guarded = (token: string) => (request: Request) =>
  request.headers.get('authorization') === `Bearer ${token}`
    ? streamed('A cat.')
    : refusal(401, 'The token has expired.');

describe('a token that has run out', () => {
  test('is asked for once more, and the question is sent once more', async () => {
    const { baseUrl, seen } = await backend(guarded('token-2-fresh'));
    const calls: boolean[] = [];
    let token = 'token-1-old';
    const { outcome, answer } = await send({
      baseUrl,
      headers({ wasRefused }) {
        calls.push(wasRefused);
        if (wasRefused) token = 'token-2-fresh';
        return { authorization: `Bearer ${token}` };
      },
    });
    expect([outcome.accepted, answer]).toEqual([true, 'A cat.']);
    expect(calls).toEqual([false, true]);
    expect(seen).toHaveLength(2);
  });

  test('is renewed once only, and then the person is told to sign in', async () => {
    const { baseUrl, seen } = await backend(guarded('never'));
    let calls = 0;
    const { outcome } = await send({
      baseUrl,
      headers: () => ({ authorization: `Bearer token-${(calls += 1)}-refused` }),
    });
    expect(outcome).toMatchObject({
      accepted: false,
      error: {
        code: 'key-refused',
        message: expect.stringMatching(
          /not even a renewed one\. Sign in again\. The server said: “The token has expired\.”$/,
        ) as string,
        facts: { status: 401, retryable: false },
      },
    });
    expect([calls, seen.length]).toEqual([2, 2]);
  });

  test('is not asked for again where the headers stand fast, or the key is the user’s own', async () => {
    const { baseUrl, seen } = await backend(guarded('never'));
    const fixed = { headers: { authorization: 'Bearer token-1-fixed' } };
    for (const own of [fixed, { apiKey: () => 'sk-of-the-user-0123456789' }]) {
      const { outcome } = await send({ baseUrl, ...own });
      expect(outcome).toMatchObject({ accepted: false, error: { code: 'key-refused' } });
    }
    expect(seen).toHaveLength(2);
  });

  test('leaves the tries after it as they are', async () => {
    const { baseUrl, seen } = await backend(
      (_, n) =>
        [refusal(503, 'busy'), refusal(401, 'old'), refusal(503, 'busy'), streamed('A cat.')][
          n - 1
        ]!,
    );
    const { outcome } = await send({ baseUrl, headers: () => ({ 'x-token': 'token-of-mine-1' }) });
    expect(outcome.accepted).toBe(true);
    expect(seen).toHaveLength(4);
  });

  test('a renewal that fails is an error of its own, and nothing is sent', async () => {
    const { baseUrl, seen } = await backend(guarded('never'));
    const { outcome } = await send({
      baseUrl,
      headers({ wasRefused }) {
        if (wasRefused) throw new Error('no session');
        return { authorization: 'Bearer token-1-old' };
      },
    });
    expect(outcome).toMatchObject({ accepted: false, error: { code: 'unreachable' } });
    expect(seen).toHaveLength(1);
  });

  test('that a stream tells of before anything else is renewed as well', async () => {
    const { baseUrl } = await backend((request) =>
      request.headers.get('x-token') === 'fresh-token-22'
        ? streamed('A cat.')
        : new Response('data: {"error":{"code":401,"message":"Unauthorized"}}\n\n', {
            headers: { 'content-type': 'text/event-stream' },
          }),
    );
    const { answer } = await send({
      baseUrl,
      headers: ({ wasRefused }) => ({ 'x-token': wasRefused ? 'fresh-token-22' : 'old-token-11' }),
    });
    expect(answer).toBe('A cat.');
  });
});

/** A form as many backends take it: the text, and each image as a file. */
const form: Connection['body'] = ({ messages, model }) => {
  const body = new FormData();
  body.append('model', model);
  for (const { role, parts } of messages) {
    for (const part of parts) {
      if (part.type === 'text') body.append(role, part.text);
      else if (part.type === 'image' && part.data.kind === 'bytes') {
        body.append('images', part.data.bytes, `${part.id}.png`);
      }
    }
  }
  return body;
};

describe('a body of its own', () => {
  test('is a form, its images as files, and each try sends all of it', async () => {
    const forms: FormData[] = [];
    const { baseUrl } = await backend(async (request, n) => {
      forms.push(await request.formData());
      return n < 3 ? refusal(503, 'busy') : streamed('A cat.');
    });
    const { answer, traces } = await send({ baseUrl, body: form });
    expect(answer).toBe('A cat.');
    expect(forms).toHaveLength(3);
    for (const seen of forms) {
      const file = seen.get('images') as File;
      expect([seen.get('model'), seen.get('user')]).toEqual(['m', 'What is it?']);
      expect([file.name, file.type]).toEqual(['i.png', 'image/png']);
      expect(new Uint8Array(await file.arrayBuffer())).toEqual(readFixture('quad.png'));
    }
    const [trace] = traces;
    const sent = trace?.type === 'request' ? await trace.request.body.text() : '';
    expect(sent).toContain('name="images"; filename="i.png"');
  });

  test.each<[string, Connection['body'], string]>([
    ['text', () => '{"question":1}', 'application/json'],
    ['bytes', () => new TextEncoder().encode('{"question":1}'), 'application/json'],
    ['a Blob', () => new Blob(['{"question":1}']), 'application/json'],
    [
      'a Blob with a type',
      () => new Blob(['{"question":1}'], { type: 'text/x-own' }),
      'text/x-own',
    ],
    [
      'the body of the format, changed',
      async ({ body }) => {
        const { model } = JSON.parse(await body.text()) as { model: string };
        return JSON.stringify({ question: model === 'm' ? 1 : 0 });
      },
      'application/json',
    ],
  ])('is %s', async (_, body, type) => {
    const { baseUrl } = await backend(async (request) => {
      const text = await request.text();
      return text === '{"question":1}'
        ? streamed(`${request.headers.get('content-type')}`)
        : refusal(400, text);
    });
    expect((await send({ baseUrl, body: body! })).answer).toBe(type);
  });

  test('goes with a renewed token as it is, and is written once', async () => {
    const { baseUrl } = await backend(async (request, n) => {
      const text = await request.text();
      return n === 1 ? refusal(401, 'old') : streamed(text);
    });
    const body = vi.fn(() => 'written');
    const { answer } = await send({ baseUrl, body, headers: () => ({}) });
    expect([answer, body.mock.calls.length]).toEqual(['written', 1]);
  });

  test('is stopped while it is written', async () => {
    const { baseUrl, seen } = await backend(() => streamed('A cat.'));
    const connection: Connection = {
      wire: openaiChat,
      model: 'm',
      baseUrl,
      body: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          store.stop();
        }),
    };
    const store = createChatStore({ connection, createTransport });
    await store.send({ text: 'What is it?' });
    expect(store.getSnapshot().status).toBe('ready');
    expect(seen).toHaveLength(0);
  });

  test('is no stream, which could be sent once only', async () => {
    const { baseUrl, seen } = await backend(() => streamed('A cat.'));
    const { outcome } = await send({ baseUrl, body: () => new Response('x').body as never });
    expect(outcome).toMatchObject({ accepted: false, error: { code: 'invalid-option' } });
    expect(seen).toHaveLength(0);
  });

  test('that cannot be written is told in its own words', async () => {
    const { baseUrl } = await backend(() => streamed('A cat.'));
    const error = new KitError('unsupported-by-wire', { message: 'No links.' });
    const { outcome } = await send({ baseUrl, body: () => Promise.reject(error) });
    expect(outcome).toMatchObject({ accepted: false, error: { message: 'No links.' } });
  });

  test('carries the image that asks whether a model can see', async () => {
    const { baseUrl } = await backend(async (request) =>
      (await request.formData()).has('images') ? streamed('Orange and blue.') : refusal(400, 'x'),
    );
    const connection: Connection = { wire: openaiChat, model: 'm', baseUrl, body: form };
    expect(await probeVision(connection)).toBe(true);
  });
});

test('cookies go along where the connection says so', async () => {
  const inits: RequestInit[] = [];
  for (const credentials of [undefined, 'include'] as const) {
    await send({
      baseUrl: 'https://api.example',
      ...(credentials && { credentials }),
      async fetch(_, init) {
        inits.push(init ?? {});
        return streamed('A cat.');
      },
    });
  }
  expect(inits.map((init) => init.credentials)).toEqual([undefined, 'include']);
});
