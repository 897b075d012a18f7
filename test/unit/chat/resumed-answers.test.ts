/** Servers on loopback that drop the connection after each event in turn: the answer is whole, and nothing twice. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createUIMessageStream, createUIMessageStreamResponse } from 'ai';
import { describe, expect, test } from 'vitest';
import { type ChatEntry, createChatStore, createTransport } from '../../../src/core.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { responseEvents, TEXT, WORDS } from '../../helpers/response-events.js';

/** The chunks of the real package, as its route would send and keep them. */
async function uiEvents(): Promise<string[]> {
  const stream = createUIMessageStream({
    execute({ writer }) {
      writer.write({ type: 'start', messageId: 'msg_1' });
      writer.write({ type: 'start-step' });
      writer.write({ type: 'text-start', id: 't' });
      for (const delta of WORDS) writer.write({ type: 'text-delta', id: 't', delta });
      writer.write({ type: 'text-end', id: 't' });
      writer.write({ type: 'finish-step' });
      writer.write({ type: 'finish' });
    },
  });
  const bytes = await createUIMessageStreamResponse({ stream }).text();
  return bytes.split(/(?<=\n\n)/);
}

interface Backend {
  baseUrl: string;
  seen: string[];
  bodies: string[];
}

/** Sends events to the first request up to `dropAfter`, and then what `again` returns for the others. */
async function backend(
  events: readonly string[],
  dropAfter: number,
  again: (url: URL, n: number) => readonly string[] | number | 'hang',
): Promise<Backend> {
  const seen: string[] = [];
  const bodies: string[] = [];
  let reads = 0;
  const baseUrl = await listen((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://server');
    seen.push(`${request.method} ${url.pathname}${url.search}`);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      if (url.pathname.endsWith('/cancel')) {
        response.setHeader('content-type', 'application/json').end('{}');
        return;
      }
      const isFirst = request.method === 'POST';
      if (!isFirst) reads += 1;
      const sent = isFirst ? events.slice(0, dropAfter) : again(url, reads);
      if (typeof sent === 'number') {
        response.writeHead(sent).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const bytes = sent === 'hang' ? events[0] : sent.join('');
      response.write(bytes ?? '', () => {
        const isWhole = sent !== 'hang' && sent.at(-1) === events.at(-1);
        if (isWhole) response.end();
        else if (sent !== 'hang' && !(isFirst && dropAfter === 0)) response.destroy();
      });
    });
  });
  return { baseUrl, seen, bodies };
}

function storeOf(wire: WireFormat, baseUrl: string, initialEntries: readonly ChatEntry[] = []) {
  return createChatStore({
    connection: {
      wire,
      baseUrl,
      model: 'm',
      sleep: () => Promise.resolve(),
      ...(wire === openaiResponses && { options: { background: true } }),
    },
    createTransport,
    initialEntries,
  });
}

type Store = ReturnType<typeof storeOf>;
const lastOf = (store: Store): ChatEntry | undefined => store.getSnapshot().entries.at(-1);
const textOf = (store: Store): string =>
  (lastOf(store)?.message.parts ?? [])
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('');

async function whenReady(store: Store, status: string): Promise<void> {
  await eventually(() => {
    expect(lastOf(store)?.answer?.status).toBe(status);
    expect(store.getSnapshot().status).toBe('ready');
  });
}

let conversations = 0;
/** A conversation as it was stored in the middle of an answer. Ids are not shared: a lock belongs to one. */
function stored(wire: string, text: string, id = `resp_${(conversations += 1)}`): ChatEntry[] {
  return [
    { message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'Where?' }] } },
    {
      message: {
        id: 'a',
        role: 'assistant',
        parts: text === '' ? [] : [{ type: 'text', text }],
      },
      answer: { status: 'streaming', startedAtMs: 1, resume: { wire, id } },
    },
  ];
}

const idOf = (entries: readonly ChatEntry[]): string => entries.at(-1)?.answer?.resume?.id ?? '';

describe('a background response', () => {
  const positions = responseEvents('resp_x').map((_, index) => index);

  test.each(positions.slice(1))(
    'reads on after a connection lost after event %i',
    async (count) => {
      const events = responseEvents(`resp_lost_${count}`);
      const server = await backend(events, count, (url) => {
        const after = Number(url.searchParams.get('starting_after'));
        return events.slice(after + 1);
      });
      const store = storeOf(openaiResponses, server.baseUrl);

      expect(await store.send({ text: 'Where?' })).toEqual({ accepted: true });
      await whenReady(store, 'complete');
      expect(textOf(store)).toBe(TEXT);
      expect(lastOf(store)?.answer).toMatchObject({ inputTokens: 11, outputTokens: 7 });
      expect(lastOf(store)?.answer?.resume).toBeUndefined();
      expect(server.seen).toEqual([
        'POST /responses',
        `GET /responses/resp_lost_${count}?stream=true&starting_after=${count - 1}`,
      ]);
      expect(JSON.parse(server.bodies[0] ?? '')).toMatchObject({ background: true, store: true });
    },
  );

  test('reads on however often the connection is lost, and drops what arrives twice', async () => {
    const events = responseEvents('resp_often');
    const server = await backend(events, 1, (url) => {
      const after = Number(url.searchParams.get('starting_after'));
      return events.slice(after, after + 2);
    });
    const store = storeOf(openaiResponses, server.baseUrl);

    await store.send({ text: 'Where?' });
    await whenReady(store, 'complete');
    expect(textOf(store)).toBe(TEXT);
    expect(server.seen).toHaveLength(events.length);
  });

  test('keeps what came, and the way back, if the server does not come back', async () => {
    const events = responseEvents('resp_away');
    const server = await backend(events, 7, () => []);
    const store = storeOf(openaiResponses, server.baseUrl);

    await store.send({ text: 'Where?' });
    await whenReady(store, 'incomplete');
    expect(textOf(store)).toBe('The red square ');
    expect(lastOf(store)?.answer?.resume).toEqual({ wire: 'openai-responses', id: 'resp_away' });
  });

  test.each(positions)(
    'is read again after a reload, and after a loss after event %i',
    async (count) => {
      const entries = stored('openai-responses', 'The red ');
      const events = responseEvents(idOf(entries));
      const server = await backend(events, 0, (url, n) => {
        const after = url.searchParams.get('starting_after');
        if (after === null) return n === 1 && count > 0 ? events.slice(0, count) : events;
        return events.slice(Number(after) + 1);
      });
      const store = storeOf(openaiResponses, server.baseUrl, entries);
      const disconnect = store.connect();

      await whenReady(store, 'complete');
      expect(textOf(store)).toBe(TEXT);
      expect(store.getSnapshot().usage).toEqual({ inputTokens: 11, outputTokens: 7 });
      expect(server.seen[0]).toBe(`GET /responses/${idOf(entries)}?stream=true`);
      disconnect();
    },
  );

  test('is cancelled by Stop, and not by leaving the page', async () => {
    const entries = stored('openai-responses', 'The red ');
    const events = responseEvents(idOf(entries));
    const server = await backend(events, 0, () => 'hang');
    const store = storeOf(openaiResponses, server.baseUrl, entries);

    const disconnect = store.connect();
    await eventually(() => expect(server.seen).toHaveLength(1));
    disconnect();
    expect(lastOf(store)?.answer).toMatchObject({
      status: 'incomplete',
      resume: { id: idOf(entries) },
    });

    store.connect();
    await eventually(() => expect(server.seen).toHaveLength(2));
    store.stop();
    await eventually(() =>
      expect(server.seen.at(-1)).toBe(`POST /responses/${idOf(entries)}/cancel`),
    );
    expect(lastOf(store)?.answer).toMatchObject({ status: 'stopped' });
    expect(lastOf(store)?.answer?.resume).toBeUndefined();
    expect(textOf(store)).toBe('The red ');
  });

  test('is not asked for unless the app wants it', async () => {
    const request = await openaiResponses.buildRequest(
      [{ id: 'q', role: 'user', parts: [{ type: 'text', text: 'Where?' }] }],
      { model: 'm' },
    );
    expect(JSON.parse(await request.body.text())).toMatchObject({ store: false });
    expect(request.resume).toBeUndefined();
  });

  test('is a warning where the format has none', async () => {
    const server = await backend(['data: [DONE]\n\n'], 1, () => 404);
    const store = createChatStore({
      connection: {
        wire: openaiChat,
        baseUrl: server.baseUrl,
        model: 'm',
        options: { background: true },
        maxRetries: 0,
      },
      createTransport,
    });
    const codes: unknown[] = [];
    store.subscribe(() => {
      codes.push(...store.getSnapshot().entries.flatMap(({ warnings = [] }) => warnings));
    });
    await store.send({ text: 'Where?' });
    await eventually(() =>
      expect(codes).toContainEqual(expect.objectContaining({ code: 'option-dropped' })),
    );
  });
});

describe('a stream of the AI SDK', () => {
  test('is replayed from its start after a loss after each event', async () => {
    const events = await uiEvents();
    for (let count = 4; count < events.length - 1; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- One server at a time.
      const server = await backend(events, count, () => events);
      const store = storeOf(aiSdkUi, server.baseUrl);
      // oxlint-disable-next-line no-await-in-loop -- In order.
      await store.send({ id: `chat-${count}`, text: 'Where?' });
      // oxlint-disable-next-line no-await-in-loop -- In order.
      await whenReady(store, 'complete');
      expect(textOf(store)).toBe(TEXT);
      expect(server.seen.slice(1).every((seen) => seen === `GET /chat-${count}/stream`)).toBe(true);
    }
  });

  test('replaces what was kept before a reload', async () => {
    const events = await uiEvents();
    const server = await backend(events, 0, () => events);
    const entries = stored('ai-sdk-ui', 'The red sq');
    const store = storeOf(aiSdkUi, `${server.baseUrl}/api/chat`);
    // As a conversation arrives that was stored.
    store.setEntries(() => entries);

    await whenReady(store, 'complete');
    expect(textOf(store)).toBe(TEXT);
    expect(server.seen).toEqual([`GET /api/chat/${idOf(entries)}/stream`]);
  });

  test.each([204, 404])('keeps what came if the server answers %i', async (status) => {
    const server = await backend([], 0, () => status);
    const entries = stored('ai-sdk-ui', 'The red ');
    const store = storeOf(aiSdkUi, server.baseUrl, entries);
    store.connect();

    await eventually(() => expect(lastOf(store)?.answer?.resume).toBeUndefined());
    expect(lastOf(store)?.answer).toMatchObject({ status: 'incomplete' });
    expect(textOf(store)).toBe('The red ');
    expect(store.getSnapshot()).toMatchObject({ status: 'ready' });
    expect(store.getSnapshot().error).toBeUndefined();
    expect(server.seen).toHaveLength(1);
  });

  test('keeps what came if less of it arrives again', async () => {
    const events = await uiEvents();
    const server = await backend(events, 0, () => events.slice(0, 4));
    const entries = stored('ai-sdk-ui', 'The red square ');
    const store = storeOf(aiSdkUi, server.baseUrl, entries);
    store.connect();

    await eventually(() => expect(lastOf(store)?.answer?.error?.code).toBe('incomplete'));
    expect(textOf(store)).toBe('The red square ');
    expect(lastOf(store)?.answer?.resume?.id).toBe(idOf(entries));
  });

  test('is read by one of two tabs', async () => {
    const events = await uiEvents();
    const server = await backend(events, 0, () => 'hang');
    const entries = stored('ai-sdk-ui', 'The ');
    const first = storeOf(aiSdkUi, server.baseUrl, entries);
    const second = storeOf(aiSdkUi, server.baseUrl, entries);
    first.connect();
    await eventually(() => expect(server.seen).toHaveLength(1));
    second.connect();
    await eventually(() => expect(first.getSnapshot().status).toBe('streaming'));
    expect(second.getSnapshot().status).toBe('ready');
    expect(server.seen).toHaveLength(1);
    first.stop();
  });

  test('of another wire format is left alone', async () => {
    const server = await backend([], 0, () => 404);
    const store = storeOf(openaiResponses, server.baseUrl, stored('ai-sdk-ui', 'The '));
    store.connect();
    expect(store.getSnapshot().status).toBe('ready');
    expect(lastOf(store)?.answer?.resume?.wire).toBe('ai-sdk-ui');
  });
});
