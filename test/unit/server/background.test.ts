/**
 * Answers in the background through the handler behind a Node server, to an upstream behind another that drops the
 * connection after each event in turn.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createChatStore, createTransport, type ChatEntry } from '../../../src/core.js';
import {
  createProxyHandler,
  toNodeListener,
  type ProxyLogEntry,
  type ProxyOptions,
} from '../../../src/server/index.js';
import { signResponseIds } from '../../../src/server/sign-response-ids.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { responseEvents, TEXT } from '../../helpers/response-events.js';
import { ask, codeOf, KEY, ORIGIN, testProxy } from './helpers.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Upstream {
  url: string;
  seen: string[];
  bodies: Record<string, unknown>[];
  keys: Set<string | undefined>;
}

/** Sends what `eventsOf` returns of the answer, and drops the connection unless that is its end. */
async function startUpstream(
  id: string,
  eventsOf: (after: number | undefined, n: number) => readonly string[] | 'hang',
): Promise<Upstream> {
  const seen: string[] = [];
  const bodies: Record<string, unknown>[] = [];
  const keys = new Set<string | undefined>();
  const last = responseEvents(id).at(-1);
  const url = await listen((request, response) => {
    const address = new URL(request.url ?? '', 'http://upstream');
    seen.push(`${request.method} ${address.pathname}${address.search}`);
    keys.add(request.headers.authorization);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (body !== '') bodies.push(JSON.parse(body) as Record<string, unknown>);
      if (address.pathname.endsWith('/cancel')) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ id, object: 'response', status: 'cancelled' }));
        return;
      }
      const after = address.searchParams.get('starting_after');
      const events = eventsOf(after === null ? undefined : Number(after), seen.length);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(events === 'hang' ? responseEvents(id)[0] : events.join(''), () => {
        if (events === 'hang') return;
        if (events.at(-1) === last) response.end();
        else response.destroy();
      });
    });
  });
  return { url, seen, bodies, keys };
}

async function startProxy(
  { url }: Upstream,
  options: Partial<ProxyOptions> = {},
): Promise<{ baseUrl: string; logged: ProxyLogEntry[] }> {
  const logged: ProxyLogEntry[] = [];
  const handler = createProxyHandler({
    upstream: `${url}/v1/responses`,
    key: KEY,
    models: ['m'],
    allowedOrigins: [ORIGIN],
    authorize: 'public',
    routes: { background: true },
    log: (entry) => logged.push(entry),
    ...options,
  });
  const server = createServer(toNodeListener(handler));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, logged };
}

function storeOf(baseUrl: string, initialEntries: readonly ChatEntry[] = []) {
  return createChatStore({
    connection: {
      wire: openaiResponses,
      baseUrl,
      model: 'm',
      sleep: () => Promise.resolve(),
      options: { background: true },
    },
    createTransport,
    initialEntries,
  });
}

const lastOf = (store: ReturnType<typeof storeOf>): ChatEntry | undefined =>
  store.getSnapshot().entries.at(-1);
const textOf = (store: ReturnType<typeof storeOf>): string =>
  (lastOf(store)?.message.parts ?? [])
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('');

const both = (code: string): string[] => [code, code];

describe('an answer in the background, through the server', () => {
  const positions = responseEvents('resp_x').map((_, index) => index);

  test.each(positions.slice(1))(
    'is whole after a connection lost after event %i',
    async (count) => {
      const id = `resp_proxied_${count}`;
      const events = responseEvents(id);
      const upstream = await startUpstream(id, (after) =>
        after === undefined ? events.slice(0, count) : events.slice(after + 1),
      );
      const { baseUrl, logged } = await startProxy(upstream);
      const store = storeOf(baseUrl);

      expect(await store.send({ text: 'Where?' })).toEqual({ accepted: true });
      await eventually(() => expect(lastOf(store)?.answer?.status).toBe('complete'));
      expect(textOf(store)).toBe(TEXT);
      expect(upstream.seen).toEqual([
        'POST /v1/responses',
        `GET /v1/responses/${id}?stream=true&starting_after=${count - 1}`,
      ]);
      expect(upstream.bodies[0]).toMatchObject({ background: true, store: true });
      expect(upstream.keys).toEqual(new Set([`Bearer ${KEY}`]));
      expect(logged.map(({ route }) => route)).toEqual(['chat', 'response']);
    },
  );

  test('is read again after a reload by its signed id, and Stop stops it upstream', async () => {
    const id = 'resp_stopped';
    const upstream = await startUpstream(id, () => 'hang');
    const { baseUrl, logged } = await startProxy(upstream);
    const before = storeOf(baseUrl);
    void before.send({ text: 'Where?' });
    await eventually(() => expect(lastOf(before)?.answer?.resume).toBeDefined());
    const signed = lastOf(before)?.answer?.resume?.id ?? '';
    expect(signed).toMatch(/^resp_stopped\.[\w-]{22}$/);
    before.leave();

    const after = storeOf(baseUrl, before.getSnapshot().entries);
    after.connect();
    await eventually(() =>
      expect(upstream.seen.at(-1)).toBe(`GET /v1/responses/${id}?stream=true`),
    );
    after.stop();
    await eventually(() => expect(upstream.seen.at(-1)).toBe(`POST /v1/responses/${id}/cancel`));
    await eventually(() => expect(logged.at(-1)?.route).toBe('response-cancellation'));
    expect(lastOf(after)?.answer).toMatchObject({ status: 'stopped' });
  });

  test('is neither read nor stopped by an id that was not issued, or not to this user', async () => {
    const events = responseEvents('resp_mine');
    const upstream = await startUpstream('resp_mine', () => events);
    const { baseUrl, logged } = await startProxy(upstream, {
      routes: {
        background: { owner: (request) => request.headers.get('x-user') ?? undefined },
        files: true,
      },
    });
    const mine = { 'content-type': 'application/json', 'x-user': 'me' };
    const body = { model: 'm', input: 'Where?', stream: true, background: true, store: true };
    const answer = await fetch(`${baseUrl}/responses`, {
      method: 'POST',
      headers: mine,
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    const [, signed = ''] = /"id":"(resp_mine\.[^"]+)"/.exec(text) ?? [];
    expect(text).not.toContain('"resp_mine"');
    const asked = upstream.seen.length;

    const read = async (id: string, user: string, method = 'GET', end = ''): Promise<string> =>
      codeOf(
        await fetch(`${baseUrl}/responses/${id}${end}`, { method, headers: { 'x-user': user } }),
      );
    for (const end of ['', '/cancel']) {
      const method = end === '' ? 'GET' : 'POST';
      // oxlint-disable-next-line no-await-in-loop -- In order.
      expect(await read('resp_mine', 'me', method, end)).toBe('403 response-id');
      // oxlint-disable-next-line no-await-in-loop -- In order.
      expect(await read(`${signed}x`, 'me', method, end)).toBe('403 response-id');
      // oxlint-disable-next-line no-await-in-loop -- In order.
      expect(await read(signed, 'somebody', method, end)).toBe('403 response-id');
      // oxlint-disable-next-line no-await-in-loop -- In order.
      expect(await read(signed, '', method, end)).toBe('401 not-authorized');
    }
    expect(await read(signed, 'me', 'GET', '?starting_after=1%262')).toBe('400 bad-body');
    expect(upstream.seen).toHaveLength(asked);

    const again = await fetch(`${baseUrl}/responses/${signed}`, { headers: { 'x-user': 'me' } });
    expect(await again.text()).toBe(text);
    expect(logged.at(-1)).toMatchObject({ route: 'response', outcome: 'answered' });
  });

  test('passes the same checks as a chat', async () => {
    const options: Partial<ProxyOptions> = {
      upstream: 'https://provider.example/v1/responses',
      routes: { background: true },
    };
    const address = 'https://app.example/api/responses/resp_x.0123456789012345678901';
    const codes = async (more: Partial<ProxyOptions>, headers = {}): Promise<string[]> => {
      const { handler, calls } = testProxy({ ...options, ...more });
      const requests = [
        new Request(address, { headers }),
        new Request(`${address}/cancel`, { method: 'POST', headers }),
      ];
      const found = await Promise.all(requests.map(async (one) => codeOf(await handler(one))));
      expect(calls).toHaveLength(0);
      return found;
    };
    expect(await codes({}, { origin: 'https://evil.example' })).toEqual(
      both('403 origin-not-allowed'),
    );
    expect(await codes({ authorize: () => false })).toEqual(both('401 not-authorized'));
    expect(await codes({ rateLimit: () => ({ retryAfter: 3 }) })).toEqual(both('429 rate-limited'));
    expect(await codes({ routes: {} })).toEqual(both('405 route-not-enabled'));
  });

  test('is only let through where the app allows it, and only as a stream', async () => {
    const body = { model: 'm-small', input: 'x', stream: true, background: true, store: true };
    const sent = async (
      routes: ProxyOptions['routes'],
      more: object,
    ): Promise<Record<string, unknown> | undefined> => {
      const upstream = 'https://provider.example/v1/responses';
      const { handler, calls } = testProxy({ upstream, ...(routes && { routes }) });
      await handler(ask({ ...body, ...more }));
      return calls[0]?.body;
    };
    expect(await sent({ background: true }, {})).toMatchObject({ background: true, store: true });
    const refused = [
      await sent(undefined, {}),
      await sent({ background: true }, { stream: false }),
      await sent({ background: true }, { background: 'true' }),
      await sent({ background: true }, { background: false }),
    ];
    for (const passed of refused) {
      expect(passed).not.toHaveProperty('background');
      expect(passed).not.toHaveProperty('store');
    }
    expect(await sent({ background: true }, { store: false })).not.toHaveProperty('background');
  });

  test('needs an upstream that keeps answers', () => {
    expect(() => testProxy({ routes: { background: true } })).toThrow(/\/responses/);
  });
});

const sign = (id: string): Promise<string> => Promise.resolve(`${id}.signed`);

test.each([1, 2, 3, 7, 64])('an id is signed in chunks of %i bytes', async (size) => {
  const bytes = new TextEncoder().encode(`: hello\n\n${responseEvents('resp_').join('')}é`);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const text = await new Response(source.pipeThrough(signResponseIds(sign))).text();
  expect(text).toBe(new TextDecoder().decode(bytes).replaceAll('"resp_"', '"resp_.signed"'));
});

test('a stream without an id passes as it is', async () => {
  const events = 'event: error\ndata: {"type":"error"}\n\ndata: {"response":{"id":"resp_1"}}\n\n';
  const source = new Blob([events]).stream();
  expect(await new Response(source.pipeThrough(signResponseIds(sign))).text()).toBe(events);
});
