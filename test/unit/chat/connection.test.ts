import { describe, expect, test } from 'vitest';
import { createRequestHeaders } from '../../../src/chat/connection.js';
import type { Connection } from '../../../src/chat/types.js';
import type { ChatTrace } from '../../../src/chat/types.js';
import { createFakeServer, createTestStore, plainWire, settle } from './fakes.js';

const KEY = 'sk-CANARY-0123456789';

function connection(options: Partial<Connection> = {}): Connection {
  return {
    baseUrl: 'https://chat.example/v1',
    wire: plainWire,
    model: 'model-a',
    apiKey: () => KEY,
    ...options,
  };
}

describe('createRequestHeaders', () => {
  test('puts the key where the wire format wants it, beside the headers of the app', async () => {
    const headers = await createRequestHeaders(connection({ headers: () => ({ 'x-app': '1' }) }));
    expect(Object.fromEntries(headers)).toEqual({ authorization: `Bearer ${KEY}`, 'x-app': '1' });
  });

  test('puts the key where the server wants it, if that is elsewhere', async () => {
    const keyHeader = { name: 'api-key', prefix: '' };
    const headers = await createRequestHeaders(connection({ keyHeader }));
    expect([...headers]).toEqual([['api-key', KEY]]);
  });

  test('lets a key go unencrypted only where the app says so', async () => {
    const own = connection({ baseUrl: 'http://api.example', allowInsecureKey: true });
    expect((await createRequestHeaders(own)).has('authorization')).toBe(true);
  });

  test('asks for the key anew each time', async () => {
    let count = 0;
    const own = connection({ apiKey: () => `key-${(count += 1)}` });
    await createRequestHeaders(own);
    expect((await createRequestHeaders(own)).get('authorization')).toBe('Bearer key-2');
  });

  test('sends no header without a key', async () => {
    const headers = await createRequestHeaders(connection({ apiKey: () => '  ' }));
    expect([...headers]).toEqual([]);
  });

  test.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:8080',
    'http://[::1]:3000',
    'http://app.localhost',
    'http://192.168.1.20:11434/v1',
    'http://ollama:11434',
    'http://nas.local:1234/v1',
    'https://api.example',
  ])('lets a key go to %s', async (baseUrl) => {
    expect((await createRequestHeaders(connection({ baseUrl }))).has('authorization')).toBe(true);
  });

  test.each([
    'http://api.example',
    'http://localhost.api.example',
    'http://127.0.0.1.api.example',
    'http://[2002:7f00:1::]',
    'http://224.0.0.1',
    'ws://localhost',
    'not a url',
  ])('lets no key go to %s', async (baseUrl) => {
    await expect(createRequestHeaders(connection({ baseUrl }))).rejects.toMatchObject({
      code: 'invalid-option',
    });
  });

  test('refuses a key with a line break without repeating it', async () => {
    const refusal = createRequestHeaders(connection({ apiKey: () => `${KEY}\nX-Evil: 1` }));
    await expect(refusal).rejects.toMatchObject({
      code: 'key-refused',
      message: expect.not.stringContaining('CANARY'),
    });
  });
});

describe('traces', () => {
  test('tell every step, and hold neither a key nor base64', async () => {
    const server = createFakeServer();
    const traces: ChatTrace[] = [];
    const store = createTestStore(server, {
      connection: connection(),
      onTrace: (trace) => traces.push(trace),
    });
    void store.send({ text: 'Draw a cat' });
    const exchange = await server.next();
    exchange.accept();
    exchange.emit(
      {
        type: 'image-add',
        url: `data:image/png;base64,${'iVBORw0K'.repeat(200)}`,
        mediaType: 'image/png',
      },
      { type: 'message-end', reason: 'complete' },
    );
    await settle();

    expect(traces.map(({ type }) => type)).toEqual([
      'request',
      'response',
      'server-event',
      'chat-event',
      'server-event',
      'chat-event',
    ]);
    expect(JSON.stringify(traces)).not.toMatch(/CANARY|iVBORw0KiVBORw0K/);

    const image = store.getSnapshot().entries.at(-1)?.message.parts[0];
    expect(image).toMatchObject({ type: 'image', data: { kind: 'bytes', bytes: { size: 1200 } } });
  });
});
