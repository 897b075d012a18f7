/** The kit's own uploads and lists of models, through the handler behind a Node server, to the demo backend behind another. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  deleteUploadedImage,
  listModels,
  uploadImage,
  type Connection,
} from '../../../src/core.js';
import { createDemoBackend, type DemoBackend } from '../../../src/demo/index.js';
import {
  createProxyHandler,
  toNodeListener,
  type ProxyLogEntry,
  type ProxyOptions,
} from '../../../src/server/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { ask, codeOf, KEY, ORIGIN, plain, testProxy } from './helpers.js';

const png = new File([readFixture('quad.png')], 'passport of J. Doe.png', { type: 'image/png' });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(handler: (request: Request) => Promise<Response>): Promise<string> {
  const server = createServer(toNodeListener(handler));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Both providers' shapes: where chats go, and how the key travels. */
const shapes = [
  { wire: openaiResponses, path: '/v1/responses', model: 'gpt-4o', options: {} },
  {
    wire: anthropicMessages,
    path: '/v1/messages',
    model: 'claude-sonnet-4-6',
    options: {
      keyHeader: { name: 'x-api-key', prefix: '' },
      headers: { 'anthropic-version': '2023-06-01' },
    },
  },
];

interface Seen {
  method: string;
  path: string;
  type: string | null;
  form?: FormData;
  body?: string;
}

interface Chain {
  connection: Connection;
  address: string;
  backend: DemoBackend;
  seen: Seen[];
  logged: ProxyLogEntry[];
}

async function chain(
  { wire, path, model, options }: (typeof shapes)[number],
  more: Partial<ProxyOptions> = {},
): Promise<Chain> {
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0, allowedKeys: [KEY] });
  const seen: Seen[] = [];
  const logged: ProxyLogEntry[] = [];
  const upstream = await listen(async (request) => {
    const type = request.headers.get('content-type');
    const copy = request.clone();
    seen.push({
      method: request.method,
      path: request.url.slice(upstream.length),
      type,
      ...(type?.startsWith('multipart/') && { form: await copy.formData() }),
      ...(type === 'application/json' && { body: await copy.text() }),
    });
    return backend(request);
  });
  const handler = createProxyHandler({
    upstream: upstream + path,
    key: KEY,
    models: [model],
    allowedOrigins: [ORIGIN],
    authorize: 'public',
    routes: { models: true, files: true },
    log: (entry) => logged.push(entry),
    ...options,
    ...more,
  });
  const address = await listen(handler);
  const connection = { wire, model, baseUrl: `${address}/api` };
  return { connection, address, backend, seen, logged };
}

const form = (...files: (string | Blob)[]): FormData => {
  const body = new FormData();
  for (const file of files) body.append('file', file as Blob);
  return body;
};

const preflight = async (options: Partial<ProxyOptions>, asked: string): Promise<Headers> => {
  const headers = { origin: ORIGIN, 'access-control-request-headers': asked };
  const request = new Request(`${ORIGIN}/api`, { method: 'OPTIONS', headers });
  return (await testProxy(options).handler(request)).headers;
};

describe.each(shapes)('$wire.name', (shape) => {
  test('an image goes up under a neutral name, is named in a chat, and is deleted', async () => {
    const { connection, seen, logged, address } = await chain(shape);
    const { fileId } = await uploadImage(connection, png);
    const [upload] = seen;
    expect(upload).toMatchObject({ method: 'POST', path: '/v1/files' });
    const fields = [...(upload?.form?.entries() ?? [])];
    const file = upload?.form?.get('file') as File;
    expect([file.name, file.type, file.size]).toEqual(['image.png', 'image/png', png.size]);
    expect(fields.map(([name]) => name)).toEqual(
      shape.wire === anthropicMessages ? ['file'] : ['purpose', 'file'],
    );

    const { path, body } = await shape.wire.buildRequest(
      [
        {
          id: 'q',
          role: 'user',
          parts: [
            {
              type: 'image',
              id: 'i',
              mediaType: 'image/png',
              detail: 'auto',
              width: 16,
              height: 16,
              data: { kind: 'file-id', fileId },
            },
            { type: 'text', text: 'What is it?' },
          ],
        },
      ],
      { model: shape.model },
    );
    const url = `${address}/api/${path}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: await body.text() });
    expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
    expect(seen[1]?.body).toContain(`"file_id":"${fileId.slice(0, fileId.lastIndexOf('.'))}"`);

    await deleteUploadedImage(connection, fileId);
    expect(seen[2]).toMatchObject({
      method: 'DELETE',
      path: `/v1/files/${fileId.slice(0, fileId.lastIndexOf('.'))}`,
    });
    // Gone is as good as deleted, also through the handler.
    await deleteUploadedImage(connection, fileId);
    expect(logged.map(({ route, status }) => `${route} ${status}`)).toEqual([
      'file-upload 200',
      'chat 200',
      'file-deletion 200',
      'file-deletion 404',
    ]);
  });

  test('only models that may be asked for are listed', async () => {
    const { connection, seen } = await chain(shape);
    const models = await listModels(connection);
    expect(models.map(({ id }) => id)).toEqual([shape.model]);
    expect(models[0]?.vision).toBe(true);
    expect(seen[0]?.method).toBe('GET');
  });

  test("an id that is the provider's own, changed or somebody else's opens and deletes nothing", async () => {
    let user = 'ann';
    const { connection, seen } = await chain(shape, { routes: { files: { owner: () => user } } });
    const { fileId } = await uploadImage(connection, png);
    const bare = fileId.slice(0, fileId.lastIndexOf('.'));
    const changed = fileId.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const id of [bare, changed, `${bare}.`, '%2e%2e', `../models/${fileId}`, 'x y']) {
      await expect(deleteUploadedImage(connection, id)).rejects.toMatchObject({
        code: 'forbidden',
        facts: { providerCode: 'file-id' },
      });
    }
    user = 'bob';
    await expect(deleteUploadedImage(connection, fileId)).rejects.toMatchObject({
      code: 'forbidden',
    });
    user = 'ann';
    await deleteUploadedImage(connection, fileId);
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });
});

describe('uploads', () => {
  const [shape] = shapes as [(typeof shapes)[number]];
  const text = new File(['not an image, whatever it says'], 'a.png', { type: 'image/png' });
  const svg = new File(
    ['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    'a.png',
    {
      type: 'image/png',
    },
  );

  test.each([
    { what: 'text under the name of an image', body: form(text), code: '400 bad-image' },
    { what: 'SVG', body: form(svg), code: '400 bad-image' },
    { what: 'an empty file', body: form(new File([], 'a.png')), code: '400 bad-image' },
    { what: 'two images', body: form(png, png), code: '400 bad-body' },
    { what: 'no image', body: form('words'), code: '400 bad-body' },
    {
      what: 'more bytes than allowed',
      body: form(new Blob([new Uint8Array(2000)])),
      code: '400 bad-image',
    },
    {
      what: 'far more bytes',
      body: form(new Blob([new Uint8Array(200_000)])),
      code: '413 body-too-large',
    },
  ])('$what is refused', async ({ body, code }) => {
    const { address, seen } = await chain(shape, { routes: { files: { maxBytes: 1000 } } });
    const response = await fetch(`${address}/api/files`, { method: 'POST', body });
    expect(await codeOf(response)).toBe(code);
    expect(seen).toHaveLength(0);
  });

  test('a form that is none is refused', async () => {
    const { address } = await chain(shape);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const init = { method: 'POST', headers, body: '--x\r\nno form' };
    expect(await codeOf(await fetch(`${address}/files`, init))).toBe('400 bad-body');
    const mixed = { ...init, headers: { 'content-type': 'multipart/mixed; boundary=x' } };
    expect(await codeOf(await fetch(`${address}/files`, mixed))).toBe('415 not-a-form');
  });

  test("nothing that the client writes beside the image goes upstream, and the type is the bytes' own", async () => {
    const { address, seen } = await chain(shape);
    const body = form(
      new File([readFixture('quad.png')], '../../x.svg', { type: 'image/svg+xml' }),
    );
    body.append('purpose', 'fine-tune');
    body.append('extra', '1');
    const response = await fetch(`${address}/api/files?target=x`, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(seen[0]?.path).toBe('/v1/files');
    const sent = [...(seen[0]?.form?.entries() ?? [])];
    expect(
      sent.map(([name, value]) => (typeof value === 'string' ? `${name}=${value}` : value.type)),
    ).toEqual(['purpose=vision', 'image/png']);
  });

  test('who asks is checked as for a chat', async () => {
    const { address, seen } = await chain(shape, { authorize: () => false });
    const response = await fetch(`${address}/files`, { method: 'POST', body: form(png) });
    expect(await codeOf(response)).toBe('401 not-authorized');
    expect(await codeOf(await fetch(`${address}/models`))).toBe('401 not-authorized');
    expect(seen).toHaveLength(0);
  });

  test.each([
    { what: 'knows nobody', owner: () => undefined },
    { what: 'fails', owner: () => Promise.reject(new Error('database')) },
    { what: 'never ends', owner: () => new Promise<never>(() => undefined) },
  ])('an owner hook that $what lets nobody through', async ({ owner }) => {
    const { address } = await chain(shape, { routes: { files: { owner } }, hookTimeoutMs: 20 });
    const response = await fetch(`${address}/files`, { method: 'POST', body: form(png) });
    expect(await codeOf(response)).toBe('401 not-authorized');
  });

  test('ids stay valid under another key where a secret of its own signs them', async () => {
    let key = KEY;
    const files = { secret: 'a secret that stays' };
    const { connection } = await chain(shape, { key: () => key, routes: { files } });
    const { fileId } = await uploadImage(connection, png);
    key = 'sk-another-key';
    // The upstream knows the other key not, and it was asked.
    await expect(deleteUploadedImage(connection, fileId)).rejects.toMatchObject({
      facts: { providerCode: 'key-refused' },
    });
  });
});

describe('settings of routes', () => {
  test.each([
    {
      what: 'an upstream that tells nothing of the others',
      upstream: 'https://provider.example/ask',
    },
    {
      what: 'models without https',
      routes: { models: { upstream: 'http://provider.example/models' } },
    },
    { what: 'a limit that is none', routes: { files: { maxBytes: Number.NaN } } },
  ])('$what is refused at once', ({ upstream, routes = { files: true as const } }) => {
    expect(() => testProxy({ routes, ...(upstream !== undefined && { upstream }) })).toThrow(
      /createProxyHandler: routes/,
    );
  });
});

test('ids of its own take a server that hands them out', () => {
  expect(() => testProxy({ fileIds: 'own' })).toThrow(/createProxyHandler: fileIds/);
});

describe('a route that is not enabled', () => {
  const upload = new FormData();
  upload.append('file', png);
  test.each([
    { method: 'GET', path: '/api/models', route: 'models' },
    { method: 'DELETE', path: '/api/files/file-1', route: 'files' },
    { method: 'POST', path: '/api/files', route: 'files', body: upload },
    { method: 'POST', path: '/api/upload/v1beta/files', route: 'files', body: '{}' },
  ])('$method $path says how to enable it', async ({ method, path, route, body = null }) => {
    const { handler, calls } = testProxy();
    const init: RequestInit = { method, body };
    const response = await handler(new Request(ORIGIN + path, init));
    const { error } = (await response.clone().json()) as { error: { message: string } };
    expect(await codeOf(response)).toBe('405 route-not-enabled');
    expect(error.message).toContain(`routes: { ${route}: true }`);
    expect(calls).toHaveLength(0);
  });

  test('a chat is answered at every path, also at those', async () => {
    const { handler } = testProxy({ routes: { files: true, models: true } });
    for (const path of ['/files', '/models', '/api/files/']) {
      expect((await handler(new Request(ORIGIN + path, ask(plain)))).status).toBe(200);
    }
  });

  test('a chat names no ids unless images may be uploaded', async () => {
    const body = {
      model: 'm-small',
      input: [{ role: 'user', content: [{ type: 'input_image', file_id: 'file-1' }] }],
    };
    expect(await codeOf(await testProxy().handler(ask(body)))).toBe('400 file-id');
    const signed = testProxy({ routes: { files: true } });
    expect(await codeOf(await signed.handler(ask(body)))).toBe('403 file-id');
    for (const routes of [{}, { files: true as const }]) {
      const { handler, calls } = testProxy({ routes, fileIds: 'pass' });
      expect((await handler(ask(body))).status).toBe(200);
      expect(JSON.stringify(calls[0]?.body)).toContain('"file_id":"file-1"');
    }
  });

  test('a page elsewhere may send what its formats send, to the routes that are enabled', async () => {
    const asked = 'anthropic-version,content-type';
    const usual = await preflight({}, asked);
    expect(usual.get('access-control-allow-methods')).toBe('POST');
    expect(usual.get('access-control-allow-headers')).toBe(asked);
    const more = await preflight({ routes: { models: true, files: true } }, 'x: y\u00e9');
    expect(more.get('access-control-allow-methods')).toBe('POST, GET, DELETE');
    expect(more.get('access-control-allow-headers')).toBe('content-type, authorization');
  });
});

test('beside chat/completions too, the list of models is found', async () => {
  const [shape] = shapes as [(typeof shapes)[number]];
  const { connection } = await chain({ ...shape, wire: openaiChat, path: '/v1/chat/completions' });
  expect((await listModels(connection)).map(({ id }) => id)).toEqual(['gpt-4o']);
});
