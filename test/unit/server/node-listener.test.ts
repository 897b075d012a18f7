import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import http2 from 'node:http2';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { toNodeListener, type NodeRequest, type NodeResponse } from '../../../src/server/index.js';

type Listener = (incoming: NodeRequest, outgoing: NodeResponse) => void;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(listener: Listener): Promise<string> {
  server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Bytes that are let go one call at a time. */
function tap() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  return { readable, write: (text: string) => writer.write(encoder.encode(text)), writer };
}

const echo = toNodeListener(async (incoming) =>
  Response.json({
    url: incoming.url,
    method: incoming.method,
    text: await incoming.text(),
    headers: Object.fromEntries(incoming.headers),
  }),
);

interface Echo {
  url: string;
  method: string;
  text: string;
  headers: Record<string, string>;
}

/** What body parsers do: they read everything and leave what they made of it. */
function behindParser(parse: (bytes: Buffer) => Partial<NodeRequest>): Promise<string> {
  return listen(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as IncomingMessage) chunks.push(chunk as Buffer);
    echo(Object.assign(incoming, parse(Buffer.concat(chunks))), outgoing);
  });
}

describe('what the handler gets', () => {
  test('method, address, headers and body as the client sent them', async () => {
    const address = await listen(echo);
    const response = await fetch(`${address}/api/chat?x=1`, {
      method: 'PUT',
      headers: { 'x-own': 'a' },
      body: 'ä'.repeat(100_000),
    });
    expect(await response.json()).toMatchObject({
      url: `${address}/api/chat?x=1`,
      method: 'PUT',
      text: 'ä'.repeat(100_000),
      headers: { 'x-own': 'a' },
    });
  });

  test('below a path of a router, the address that the client asked for', async () => {
    const address = await listen((incoming, outgoing) => {
      incoming.originalUrl = incoming.url;
      incoming.url = '/files';
      echo(incoming, outgoing);
    });
    const { url } = (await (await fetch(`${address}/api/files`)).json()) as Echo;
    expect(url).toBe(`${address}/api/files`);
  });

  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' };

  test.each([
    { what: 'an object', parse: (bytes: Buffer) => ({ body: JSON.parse(bytes.toString()) }) },
    { what: 'bytes', parse: (bytes: Buffer) => ({ body: bytes }) },
    { what: 'text', parse: (bytes: Buffer) => ({ body: bytes.toString() }) },
    {
      what: 'an object beside the bytes',
      parse: (bytes: Buffer) => ({ body: {}, rawBody: bytes }),
    },
  ])('a body that was parsed into $what arrives all the same', async ({ parse }) => {
    const response = await fetch(await behindParser(parse), post);
    const { text, headers } = (await response.json()) as Echo;
    expect(text).toBe('{"a":1}');
    expect(headers['content-length']).toBeUndefined();
  });

  test('a body of which nothing was kept is refused in true words', async () => {
    for (const given of [{}, { body: {} }]) {
      const response = await fetch(await behindParser(() => given), {
        method: 'POST',
        headers: { 'content-type': given.body ? 'multipart/form-data' : 'application/json' },
        body: '{"a":1}',
      });
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ error: { code: 'body-already-read' } });
    }
  });

  test('a parser that left the body alone does not matter', async () => {
    const address = await listen((incoming, outgoing) => {
      incoming.body = {};
      echo(incoming, outgoing);
    });
    const { text } = (await (await fetch(address, post)).json()) as Echo;
    expect(text).toBe('{"a":1}');
  });
});

describe('what the client gets', () => {
  test('headers at once, and each chunk when it comes', async () => {
    const { readable, write, writer } = tap();
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
    const address = await listen(toNodeListener(() => new Response(readable, { headers })));
    // Nothing has been written by the time the headers are here.
    const response = await fetch(address);
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    const reader = response.body?.getReader();
    for (const text of ['data: 1\n\n', 'data: 2\n\n']) {
      await write(text);
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(text);
    }
    await writer.close();
    expect((await reader?.read())?.done).toBe(true);
  });

  test('what is no stream as it was made, with each of its cookies', async () => {
    const address = await listen(
      toNodeListener(() => {
        const response = Response.json({});
        response.headers.append('set-cookie', 'a=1');
        response.headers.append('set-cookie', 'b=2');
        response.headers.set('transfer-encoding', 'gzip');
        return response;
      }),
    );
    const response = await fetch(address);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('x-accel-buffering')).toBe(null);
    expect(await response.json()).toEqual({});
  });

  test('no more than it reads', async () => {
    let chunks = 0;
    const address = await listen(
      toNodeListener(
        () =>
          new Response(
            new ReadableStream({
              pull(controller) {
                chunks += 1;
                controller.enqueue(new Uint8Array(65_536));
                if (chunks === 2000) controller.close();
              },
            }),
          ),
      ),
    );
    const [incoming] = (await once(request(address).end(), 'response')) as [IncomingMessage];
    incoming.pause();
    let before = -1;
    // The buffers between here and there are full once nothing more is made.
    await expect
      .poll(() => {
        const isFull = before === chunks;
        before = chunks;
        return isFull;
      })
      .toBe(true);
    expect(chunks).toBeLessThan(1000);
    let bytes = 0;
    for await (const chunk of incoming) bytes += (chunk as Buffer).length;
    expect(bytes).toBe(2000 * 65_536);
  });

  test('a client that leaves aborts the request and cancels the answer', async () => {
    const ended: string[] = [];
    const { readable, write } = tap();
    const address = await listen(
      toNodeListener(({ signal }) => {
        signal.addEventListener('abort', () => ended.push('aborted'));
        const reader = readable.getReader();
        return new Response(
          new ReadableStream({
            async pull(controller) {
              controller.enqueue((await reader.read()).value);
            },
            cancel: () => void ended.push('cancelled'),
          }),
        );
      }),
    );
    const client = new AbortController();
    const response = await fetch(address, { signal: client.signal });
    void write('1');
    await response.body?.getReader().read();
    client.abort();
    await expect.poll(() => ended.toSorted()).toEqual(['aborted', 'cancelled']);
  });

  test('a whole answer aborts nothing', async () => {
    let signal: AbortSignal | undefined;
    const address = await listen(
      toNodeListener((incoming) => {
        ({ signal } = incoming);
        return new Response('x');
      }),
    );
    const closed = once(server as Server, 'connection').then(async ([socket]) =>
      once(socket as IncomingMessage['socket'], 'close'),
    );
    const response = await fetch(address, { headers: { connection: 'close' } });
    await response.text();
    server?.closeAllConnections();
    await closed;
    expect(signal?.aborted).toBe(false);
  });

  test('nothing of a body for HEAD', async () => {
    const address = await listen(toNodeListener(() => new Response('x'.repeat(10))));
    const response = await fetch(address, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('the head for HEAD, also from a source that never ends', async () => {
    const body = new ReadableStream({ cancel: () => new Promise(() => undefined) });
    const address = await listen(toNodeListener(() => new Response(body, { status: 203 })));
    const response = await fetch(address, { method: 'HEAD' });
    expect(response.status).toBe(203);
  });

  test('what came of an answer that breaks off', async () => {
    let count = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        count += 1;
        if (count > 3) throw new Error('the upstream broke off');
        controller.enqueue(new TextEncoder().encode(`data: ${count}\n\n`));
      },
    });
    const address = await listen(toNodeListener(() => new Response(body)));
    const reader = (await fetch(address)).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const read = async (): Promise<void> => {
      for (;;) {
        const { value = '' } = (await reader?.read()) ?? {};
        text += value;
      }
    };
    await expect(read()).rejects.toThrow('terminated');
    expect(text).toBe('data: 1\n\ndata: 2\n\ndata: 3\n\n');
  });

  test('an early answer to a body that is still coming', async () => {
    const address = await listen(toNodeListener(() => new Response('no', { status: 413 })));
    const response = await fetch(address, { method: 'POST', body: new Uint8Array(30_000_000) });
    expect([response.status, await response.text()]).toEqual([413, 'no']);
    // The connection goes on.
    expect((await fetch(address)).status).toBe(413);
  });
});

describe('HTTP/2', () => {
  test('works, with its pseudo headers left out', async () => {
    const secure = http2.createServer(echo);
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const origin = `http://127.0.0.1:${(secure.address() as AddressInfo).port}`;
    const session = http2.connect(origin);
    const stream = session.request({ ':method': 'POST', ':path': '/api?x', 'x-own': 'a' });
    stream.end('body');
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    const { url, method, text: got, headers } = JSON.parse(text) as Echo;
    expect([url, method, got, headers['x-own']]).toEqual([`${origin}/api?x`, 'POST', 'body', 'a']);
    expect(Object.keys(headers).filter((name) => name.startsWith(':'))).toEqual([]);
    session.close();
    secure.close();
  });

  test('a client that leaves aborts the request', async () => {
    let signal: AbortSignal | undefined;
    const secure = http2.createServer(
      toNodeListener((incoming) => {
        ({ signal } = incoming);
        return new Promise(() => undefined);
      }),
    );
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const session = http2.connect(`http://127.0.0.1:${(secure.address() as AddressInfo).port}`);
    session.on('error', () => undefined);
    const stream = session.request({ ':path': '/' });
    stream.on('error', () => undefined);
    await expect.poll(() => signal !== undefined).toBe(true);
    session.destroy();
    await expect.poll(() => signal?.aborted).toBe(true);
    secure.close();
  });
});
