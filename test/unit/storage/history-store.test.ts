import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createHistoryStore, type HistoryAdapter } from '../../../src/storage/history-store.js';

/** A small server on loopback: messages as JSON, bytes next to them. */
const records = new Map<string, Map<string, unknown>>();
const bytes = new Map<string, Uint8Array>();
const puts: string[] = [];
let failures = 0;
let base = '';

const server = createServer((request, response) => {
  void (async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const body = Buffer.concat(chunks);
    const [, kind, id = '', part = ''] = (request.url ?? '').split('/');
    if (request.method === 'PUT') puts.push(`${kind} ${part} ${body.length}`);
    if (request.method === 'PUT' && failures > 0) {
      failures -= 1;
      response.writeHead(503).end();
      return;
    }
    if (kind === 'bytes') {
      if (request.method === 'PUT') bytes.set(part, new Uint8Array(body));
      response.end(bytes.get(part) ?? '');
      return;
    }
    const messages = records.get(id) ?? new Map<string, unknown>();
    if (request.method === 'PUT') {
      messages.set(part, JSON.parse(body.toString()));
      records.set(id, messages);
    }
    if (request.method === 'DELETE') {
      if (part === '') records.delete(id);
      else messages.delete(part);
    }
    response.end(JSON.stringify([...messages.values()]));
  })();
});

async function call(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(`${base}/${path}`, init);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response;
}

/** The recipe of docs/history.md. */
const adapter: HistoryAdapter = {
  list: async () => [...records.keys()].map((id) => ({ id, title: '', savedAtMs: 0 })),
  async load(id) {
    const items = (await (await call(`messages/${id}`)).json()) as unknown[];
    return items.length > 0 ? items : undefined;
  },
  loadBytes: async (id, blobId) => (await call(`bytes/${id}/${blobId}`)).blob(),
  async append(id, { messageId, json, blobs }) {
    for (const [blobId, blob] of blobs) {
      // oxlint-disable-next-line no-await-in-loop -- In order, as a small server likes it.
      await call(`bytes/${id}/${blobId}`, { method: 'PUT', body: await blob.arrayBuffer() });
    }
    await call(`messages/${id}/${messageId}`, { method: 'PUT', body: JSON.stringify(json) });
  },
  async removeMessages(id, messageIds) {
    await Promise.all(
      messageIds.map((messageId) => call(`messages/${id}/${messageId}`, { method: 'DELETE' })),
    );
  },
  async remove(id) {
    await call(`messages/${id}/`, { method: 'DELETE' });
  },
};

beforeEach(async () => {
  records.clear();
  bytes.clear();
  puts.length = 0;
  failures = 0;
  if (server.listening) return;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const question = (id: string): ChatEntry => ({
  message: {
    id,
    role: 'user',
    parts: [
      {
        type: 'image',
        id: `image-${id}`,
        data: { kind: 'bytes', bytes: new Blob([new Uint8Array(5000)], { type: 'image/png' }) },
        mediaType: 'image/png',
        detail: 'auto',
      },
      { type: 'text', text: `question ${id}` },
    ],
  },
});

const answer = (id: string, status: 'streaming' | 'complete', text: string): ChatEntry => ({
  message: { id, role: 'assistant', parts: [{ type: 'text', text }] },
  answer: { status, startedAtMs: 1 },
});

const putMessages = (): readonly string[] =>
  puts.flatMap((put) => (put.startsWith('messages') ? (put.split(' ')[1] ?? []) : []));

describe('a history on a server', () => {
  test('gets each message once, with its bytes, and an answer when it has ended', async () => {
    const store = createHistoryStore(adapter);
    const [q1, q2] = [question('q1'), question('q2')];
    const done = answer('a1', 'complete', 'all of it');
    await store.save('c', [q1, answer('a1', 'streaming', 'all')]);
    await store.save('c', [q1, answer('a1', 'streaming', 'all of')]);
    await store.save('c', [q1, done]);
    await store.save('c', [q1, done, q2]);
    expect(putMessages()).toEqual(['q1', 'a1', 'q2']);
    expect(puts.filter((put) => put.startsWith('bytes'))).toEqual([
      'bytes image-q1 5000',
      'bytes image-q2 5000',
    ]);

    const read = await createHistoryStore(adapter).load('c');
    expect(read?.map(({ message }) => message.id)).toEqual(['q1', 'a1', 'q2']);
    const [part] = read?.[0]?.message.parts ?? [];
    if (part?.type !== 'image' || part.data.kind !== 'bytes') throw new Error('no image');
    expect(part.data.bytes.size).toBe(5000);
  });

  test('that fails half-way gets the rest with the next save, and nothing twice', async () => {
    const errors: unknown[] = [];
    const store = createHistoryStore(adapter, { onFailure: (error) => errors.push(error) });
    const [q1, q2] = [question('q1'), question('q2')];
    const done = answer('a1', 'complete', 'answer');
    await store.save('c', [q1]);
    failures = 1;
    await store.save('c', [q1, done]);
    expect(errors).toHaveLength(1);
    await store.save('c', [q1, done, q2]);
    expect([...(records.get('c')?.keys() ?? [])]).toEqual(['q1', 'a1', 'q2']);
    expect(putMessages()).toEqual(['q1', 'a1', 'a1', 'q2']);
  });

  test('forgets what is removed', async () => {
    const store = createHistoryStore(adapter);
    const [q1, q2] = [question('q1'), question('q2')];
    await store.save('c', [q1, q2]);
    await store.save('c', [q1]);
    expect([...(records.get('c')?.keys() ?? [])]).toEqual(['q1']);
    await store.remove('c');
    expect(await store.load('c')).toBeUndefined();
  });
});
