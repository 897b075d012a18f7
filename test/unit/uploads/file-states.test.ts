/** Files that a server still works on after the upload: straight from the page, and through the kit's own proxy. */
import { describe, expect, test } from 'vitest';
import {
  createChatStore,
  createRequestPreparation,
  createTransport,
  deleteUploadedImage,
  uploadImage,
  type Connection,
} from '../../../src/core.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { createProxyHandler, toNodeListener } from '../../../src/server/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { readFixture } from '../../helpers/read-fixture.js';

const KEY = 'sk-demo-key-0123456789';
const MODEL = 'gemini-3.8-flash';
const png = () => new Blob([readFixture('quad.png')], { type: 'image/png' });

interface FileServer {
  connection: Connection;
  /** `METHOD /path status`, in the order they came to the provider. */
  asked: string[];
  waits: number[];
  /** Ends the work on the file. */
  finish: (state?: 'ACTIVE' | 'FAILED' | 'PROCESSING') => void;
  /** Answers the question for its state. */
  answerState?: () => Response;
}

/** The demo backend, whose files are worked on until the question for their state was asked so often. */
async function fileServer(way: 'page' | 'proxy', questions: number): Promise<FileServer> {
  const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  let state = 'PROCESSING';
  let left = questions;
  const upstream = await listen(
    toNodeListener(async (request) => {
      const { pathname } = new URL(request.url);
      const answer = await answerTo(request, pathname);
      server.asked.push(
        `${request.method} ${pathname.replace(/\/files\/.*/, '/files/…')} ${answer.status}`,
      );
      return answer;
    }),
  );
  async function answerTo(request: Request, pathname: string): Promise<Response> {
    const isState = request.method === 'GET' && pathname.includes('/files/');
    if (isState && server.answerState) return server.answerState();
    if (isState) left -= 1;
    if (left <= 0 && state === 'PROCESSING') state = 'ACTIVE';
    if (pathname.includes(':') && state !== 'ACTIVE') {
      const message = 'The File abc is not in an ACTIVE state and usage is not allowed.';
      const error = { code: 400, message, status: 'FAILED_PRECONDITION' };
      return Response.json({ error }, { status: 400 });
    }
    const answer = await demo(request);
    if (!pathname.includes('/files') || !answer.ok || answer.body === null) return answer;
    const text = await answer.text();
    const error = state === 'FAILED' ? ',"error":{"code":3,"message":"Unreadable."}' : '';
    return new Response(text.replace('"state":"ACTIVE"', `"state":"${state}"${error}`), answer);
  }
  const handler = createProxyHandler({
    upstream: `${upstream}/v1beta/models`,
    key: KEY,
    models: [MODEL],
    allowedOrigins: ['https://app.example'],
    authorize: 'public',
    routes: { files: true, models: true },
    log: () => undefined,
  });
  const baseUrl = way === 'page' ? upstream : `${await listen(toNodeListener(handler))}/api`;
  const waits: number[] = [];
  const server: FileServer = {
    connection: {
      wire: geminiGenerate,
      model: MODEL,
      baseUrl,
      ...(way === 'page' && { apiKey: () => KEY }),
      async sleep(ms) {
        waits.push(ms);
      },
    },
    asked: [],
    waits,
    finish: (end = 'ACTIVE') => {
      state = end;
    },
  };
  return server;
}

const imagePart = (fileId: string) => ({
  type: 'image' as const,
  id: 'i',
  mediaType: 'image/png' as const,
  detail: 'auto' as const,
  width: 96,
  height: 64,
  data: { kind: 'file-id' as const, fileId },
});

describe.each(['page', 'proxy'] as const)('from the %s', (way) => {
  test('an upload is done once its file may be named', async () => {
    const { connection, asked, waits } = await fileServer(way, 4);
    const told: number[] = [];
    const { fileId } = await uploadImage(connection, png(), {
      onProgress: (fraction) => told.push(fraction),
    });
    expect(asked.filter((line) => line === 'GET /v1beta/files/… 200')).toHaveLength(4);
    expect(waits).toEqual([500, 750, 1125, 1687.5]);
    expect(told).toEqual([0, 1]);

    const store = createChatStore({ connection, createTransport });
    expect(await store.send({ text: 'What is it?', images: [imagePart(fileId)] })).toEqual({
      accepted: true,
    });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(JSON.stringify(store.getSnapshot().entries.at(-1)?.message.parts)).toContain('1 image');
    await deleteUploadedImage(connection, fileId);
    expect(asked.at(-1)).toBe('DELETE /v1beta/files/… 200');
  });

  test('one that the server could not use is an error in its words, and is deleted', async () => {
    const server = await fileServer(way, 9);
    server.connection.sleep = async () => server.finish('FAILED');
    await expect(uploadImage(server.connection, png())).rejects.toMatchObject({
      code: 'provider-error',
      message: expect.stringContaining('“Unreadable.”') as string,
      facts: { retryable: false, providerMessage: 'Unreadable.' },
    });
    expect(server.asked.at(-1)).toBe('DELETE /v1beta/files/… 200');
  });

  test('one that is never ready ends in words after two minutes, and is deleted', async () => {
    const { connection, asked, waits } = await fileServer(way, Infinity);
    await expect(uploadImage(connection, png())).rejects.toMatchObject({
      code: 'total-timeout',
      facts: { limit: 120_000 },
    });
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(126_000);
    expect(asked.at(-1)).toBe('DELETE /v1beta/files/… 200');
  });

  test('an abort ends the waiting, and the file is deleted', async () => {
    const { connection, asked } = await fileServer(way, Infinity);
    const controller = new AbortController();
    let waits = 0;
    connection.sleep = async () => {
      waits += 1;
      if (waits === 3) controller.abort();
    };
    await expect(
      uploadImage(connection, png(), { signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'aborted' });
    await eventually(() => expect(asked.at(-1)).toBe('DELETE /v1beta/files/… 200'));
  });

  test('a message that comes too early waits, and nothing is uploaded again', async () => {
    const server = await fileServer(way, Infinity);
    const { connection, asked, waits } = server;
    let uploads = 0;
    const preparation = createRequestPreparation({
      connection,
      async upload({ bytes }) {
        uploads += 1;
        server.finish();
        const file = await uploadImage(connection, bytes);
        server.finish('PROCESSING');
        return file;
      },
    });
    connection.sleep = async (ms) => {
      waits.push(ms);
      if (waits.length === 2) server.finish();
    };
    const store = createChatStore({ connection, createTransport, ...preparation });
    const image = { ...imagePart(''), data: { kind: 'bytes' as const, bytes: png() } };
    expect(await store.send({ text: 'What is it?', images: [image] })).toEqual({ accepted: true });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(store.getSnapshot().error).toBeUndefined();
    expect(uploads).toBe(1);
    expect(waits).toEqual([4000, 4000]);
    expect(asked.filter((line) => line.includes(':stream')).map((line) => line.slice(-3))).toEqual([
      '400',
      '400',
      '200',
    ]);
  });

  test('a file that is gone is uploaded again', async () => {
    const server = await fileServer(way, 0);
    const { connection, asked } = server;
    const ids: string[] = [];
    const preparation = createRequestPreparation({
      connection,
      async upload({ bytes }) {
        const file = await uploadImage(connection, bytes);
        // Gone before it could be named, the first time.
        if (ids.length === 0) await deleteUploadedImage(connection, file.fileId);
        ids.push(file.fileId);
        return file;
      },
    });
    const store = createChatStore({ connection, createTransport, ...preparation });
    const image = { ...imagePart(''), data: { kind: 'bytes' as const, bytes: png() } };
    expect(await store.send({ text: 'What is it?', images: [image] })).toEqual({ accepted: true });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(ids).toHaveLength(2);
    expect(asked.filter((line) => line.includes(':stream'))).toHaveLength(2);
  });
});

test('a server in between that knows no states gives the file as it came', async () => {
  const server = await fileServer('page', Infinity);
  server.answerState = () => Response.json({ error: { message: 'No route.' } }, { status: 405 });
  expect(await uploadImage(server.connection, png())).toMatchObject({ kind: 'file-id' });
});

test('a message whose file is never ready says so', async () => {
  const { connection, asked } = await fileServer('page', Infinity);
  const store = createChatStore({ connection, createTransport });
  const outcome = await store.send({ text: 'What is it?', images: [imagePart('files/abc')] });
  expect(outcome).toMatchObject({
    accepted: false,
    error: {
      code: 'overloaded',
      message: expect.stringContaining('still processing an uploaded image') as string,
      facts: { retryable: true, retryAfterMs: 4000 },
    },
  });
  expect(asked).toHaveLength(3);
});
