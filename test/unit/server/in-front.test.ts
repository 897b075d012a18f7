/**
 * Servers in front of the handler collect or pack what they pass on, and an answer that streams then arrives whole, at its end.
 * Each piece has to be here before the upstream goes on, whoever stands between. The upstream waits for the page, so that an
 * answer that is held back never comes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import compression from 'compression';
import express from 'express';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createProxyHandler,
  toNodeListener,
  type ProxyHandler,
} from '../../../src/server/index.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { KEY, ORIGIN, plain } from './helpers.js';

const hasNginx = spawnSync('nginx', ['-v']).status === 0;

/** As frameworks write a response that they are given: its status, its headers, its body, and nothing of their own. */
function asFramework(handler: ProxyHandler): RequestListener {
  return async (incoming, outgoing) => {
    const response = await handler(
      new Request(`http://host${incoming.url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
        duplex: 'half',
      } as RequestInit),
    );
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body) Readable.fromWeb(response.body as NodeStream).pipe(outgoing);
    else outgoing.end();
  };
}

const adapters: Record<string, (handler: ProxyHandler) => RequestListener> = {
  toNodeListener,
  'a framework of its own': asFramework,
};

/** Packs everything that may be packed. */
const gzip = 'gzip on; gzip_proxied any; gzip_min_length 0; gzip_types *;';

const fronts: Record<string, (listener: RequestListener) => Promise<string>> = {
  'Express with compression()': (listener) =>
    listen(
      express()
        .use(compression({ filter: () => true, threshold: 0 }))
        .use('/api', listener),
    ),
  'nginx with its defaults': async (listener) => nginx(await listen(listener), ''),
  'nginx with gzip': async (listener) => nginx(await listen(listener), gzip),
};

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function nginx(target: string, settings: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kit-nginx-'));
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const server = `server { listen 127.0.0.1:${port}; location / { proxy_pass ${target}; } }`;
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr crit; events {}
     http { access_log off; ${temporary} ${settings} ${server} }`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  });
  cleanups.push(async () => {
    if (child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });
  await eventually(async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
  });
  return `http://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** An upstream that writes a piece each time it is told to, and its handler. */
function steppedAnswer(contentType: string) {
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      writer = controller;
    },
  });
  const handler = createProxyHandler({
    upstream: 'https://provider.example/v1/chat/completions',
    key: KEY,
    models: ['m-small'],
    allowedOrigins: [ORIGIN],
    authorize: 'public',
    log: () => undefined,
    fetch: async () => new Response(body, { headers: { 'content-type': contentType } }),
  });
  return {
    handler,
    write: (text: string) => writer?.enqueue(new TextEncoder().encode(text)),
    end: () => writer?.close(),
  };
}

describe.each(Object.entries(fronts))('behind %s', (front, stand) => {
  const isSkipped = front.startsWith('nginx') && !hasNginx;
  const why = isSkipped
    ? ' (skipped: nginx is not installed here; apt-get install nginx-light)'
    : '';

  describe.each(Object.entries(adapters))(`mounted by %s${why}`, (_, mount) => {
    test.skipIf(isSkipped).each([
      ['text/event-stream', 'data: '],
      ['application/x-ndjson; charset=utf-8', ''],
    ])('each piece of %s arrives before the next is written', async (contentType, prefix) => {
      const { handler, write, end } = steppedAnswer(contentType);
      const address = await stand(mount(handler));
      const asked = fetch(`${address}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip, deflate' },
        body: JSON.stringify(plain),
      });
      write(`${prefix}{"n":0}\n\n`);
      const response = await asked;
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (let n = 0; n < 4; n += 1) {
        if (n > 0) write(`${prefix}{"n":${n}}\n\n`);
        let piece = '';
        while (!piece.endsWith('\n\n')) piece += (await reader.read()).value ?? '';
        expect(piece).toBe(`${prefix}{"n":${n}}\n\n`);
      }
      end();
      expect((await reader.read()).done).toBe(true);
      expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    });
  });
});

test('an answer that does not stream is packed as any other', async () => {
  const answer = toNodeListener(() => Response.json({ text: 'x'.repeat(5000) }));
  const app = express().use(compression()).use('/api', answer);
  const response = await fetch(`${await listen(app)}/api`, {
    headers: { 'accept-encoding': 'gzip' },
  });
  expect(response.headers.get('content-encoding')).toBe('gzip');
});
