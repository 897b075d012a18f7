/** No client, no upstream and no handler ends a server that is made as documented. It runs in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'x' }] });
const head = (length: number): string =>
  `POST /api HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
const chat = head(body.length) + body;

/** What the upstream does with the next request. */
let answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
const upstream = createServer((incoming, outgoing) => answer(incoming, outgoing));
let child: ChildProcess;
let port: number;
let said = '';

function answerWell(_: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"answer":1}');
}

beforeAll(async () => {
  answer = answerWell;
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const { port: upstreamPort } = upstream.address() as AddressInfo;
  const file = fileURLToPath(new URL('child-server.mjs', import.meta.url));
  child = spawn(process.execPath, [file, `http://127.0.0.1:${upstreamPort}/v1/chat/completions`]);
  child.stderr?.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const [line] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [
    Buffer,
  ];
  port = Number(line.toString());
});

afterAll(async () => {
  child.kill();
  upstream.closeAllConnections();
  upstream.close();
});

/** Connects and writes. Errors of the connection are what is expected here. */
function client(text: string): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  socket.on('error', () => undefined);
  return socket;
}

/** All that comes until the connection ends. */
function read(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (data) => {
      text += data.toString('latin1');
    });
    socket.on('close', () => resolve(text));
  });
}

/** A whole answer to a usual request shows that the server is there. */
async function answerOfServer(): Promise<unknown> {
  answer = answerWell;
  const response = await fetch(`http://127.0.0.1:${port}/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { status: response.status, text: await response.text(), exitCode: child.exitCode };
}

const whole = { status: 200, text: '{"answer":1}', exitCode: null };

describe('a client that leaves', () => {
  test('before the answer begins', async () => {
    const gone = new Promise<void>((resolve) => {
      answer = (incoming) => incoming.on('close', resolve);
    });
    const asked = new Promise<void>((resolve) => upstream.once('request', () => resolve()));
    const socket = client(chat);
    await asked;
    socket.destroy();
    // The upstream is told as well.
    await gone;
    expect(await answerOfServer()).toEqual(whole);
  });

  test('in the middle of the answer', async () => {
    const gone = new Promise<void>((resolve) => {
      answer = (_, outgoing) => {
        outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
        outgoing.write('data: 1\n\n');
        outgoing.on('close', resolve);
      };
    });
    const socket = client(chat);
    await once(socket, 'data');
    socket.destroy();
    await gone;
    expect(await answerOfServer()).toEqual(whole);
  });

  test('in the middle of its own body, or before it', async () => {
    for (const text of [head(5000) + body, head(5000), 'POST /api HT']) {
      const socket = client(text);
      await once(socket, 'connect');
      socket.destroy();
      await once(socket, 'close');
    }
    expect(await answerOfServer()).toEqual(whole);
  });

  test('without reading an answer that never ends', async () => {
    const socket = client('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.pause();
    expect(await answerOfServer()).toEqual(whole);
    socket.destroy();
    expect(await answerOfServer()).toEqual(whole);
  });
});

describe('a request that is none', () => {
  const end = 'Host: x\r\nConnection: close\r\n\r\n';
  test.each([
    { text: `TRACE / HTTP/1.1\r\n${end}`, status: 405 },
    { text: `GET //:99999999 HTTP/1.1\r\n${end}`, status: 405 },
    { text: `GET //evil.example:9/x HTTP/1.1\r\n${end}`, status: 405 },
    { text: `GET http://evil.example:99999/ HTTP/1.1\r\n${end}`, status: 405 },
    { text: `GET \\\\evil HTTP/1.1\r\n${end}`, status: 400 },
    { text: `GET ?x HTTP/1.1\r\n${end}`, status: 400 },
    { text: `GET /%ff%00%zz HTTP/1.1\r\n${end}`, status: 405 },
    { text: `OPTIONS * HTTP/1.1\r\n${end}`, status: 204 },
    { text: `PROPFIND / HTTP/1.1\r\n${end}`, status: 405 },
    { text: 'GET / HTTP/1.1\r\nHost: ://[::\r\nConnection: close\r\n\r\n', status: 405 },
    { text: 'GET / HTTP/1.1\r\nHost: a b@c/d?e#f\r\nConnection: close\r\n\r\n', status: 405 },
    { text: 'GET / HTTP/1.0\r\n\r\n', status: 405 },
    { text: `GET / HTTP/1.1\r\nUpgrade: websocket\r\n${end}`, status: 405 },
    { text: `GET / HTTP/1.1\r\nX-Y: \xff\xfe\r\n${end}`, status: 405 },
    { text: 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', status: undefined },
    { text: 'nonsense\r\n\r\n', status: 400 },
  ])('$text', async ({ text, status }) => {
    const answered = await read(client(text));
    const seen = /^HTTP\/1\.1 (\d+)/.exec(answered)?.[1];
    expect(seen).toBe(status === undefined ? undefined : String(status));
    expect(await answerOfServer()).toEqual(whole);
  });
});

describe('an upstream', () => {
  test('that dies in the middle of its answer ends the connection, so that half an answer is not whole', async () => {
    answer = (_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      outgoing.write('data: 1\n\n', () => outgoing.destroy());
    };
    const text = await read(client(chat));
    expect(text).toContain('data: 1');
    // The chunk that ends a whole answer.
    expect(text).not.toMatch(/\r\n0\r\n\r\n$/);
    expect(await answerOfServer()).toEqual(whole);
  });

  test('that hangs up at once', async () => {
    answer = (incoming) => incoming.socket.destroy();
    expect(await read(client(chat.replace('Host: x', 'Host: x\r\nConnection: close')))).toMatch(
      /^HTTP\/1\.1 502/,
    );
    expect(await answerOfServer()).toEqual(whole);
  });
});

describe('a handler', () => {
  test.each(['/throws', '/rejects', '/nothing', '/used'])(
    '%s: the client is answered with 500, the console has the reason',
    async (path) => {
      said = '';
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ error: { code: 'internal-error' } });
      expect(response.headers.get('cache-control')).toBe('no-store');
      await expect.poll(() => said).toContain('the handler failed');
      expect(await answerOfServer()).toEqual(whole);
    },
  );

  test('whose body breaks ends the connection', async () => {
    const text = await read(client('GET /breaks HTTP/1.1\r\nHost: x\r\n\r\n'));
    expect(text).toMatch(/^HTTP\/1\.1 200/);
    expect(text).not.toMatch(/\r\n0\r\n\r\n$/);
    expect(await answerOfServer()).toEqual(whole);
  });
});
