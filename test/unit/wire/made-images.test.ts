/** Images while they are made: exact bytes over loopback, read by each format that sends any. */
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatStore } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { ChatEvent, WireFormat } from '../../../src/wire/types.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';
import { chatEvents } from '../../helpers/read-stream.js';

const png = (tail: string) => `iVBORw0KGgoAAAANSUhEUgAA${tail}`;
const dataUrl = (tail: string) => `data:image/png;base64,${png(tail)}`;

const sse = (...events: readonly object[]) =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');

const typed = (type: string, fields: object) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;

const call = { id: 'ig_1', type: 'image_generation_call' };
const place = { item_id: 'ig_1', output_index: 0 };

const begin =
  typed('response.created', {
    response: {
      id: 'resp_1',
      object: 'response',
      status: 'in_progress',
      model: 'gpt-6-astra',
      output: [],
      tools: [{ type: 'image_generation', size: '1024x1536', partial_images: 2 }],
    },
  }) +
  typed('response.output_item.added', {
    output_index: 0,
    item: { ...call, status: 'in_progress' },
  }) +
  typed('response.image_generation_call.in_progress', place) +
  typed('response.image_generation_call.generating', place);

const partial = (index: number, base64: string) =>
  typed('response.image_generation_call.partial_image', {
    ...place,
    partial_image_index: index,
    partial_image_b64: base64,
    output_format: 'png',
    size: '1024x1536',
  });

const item = { ...call, status: 'completed', size: '1024x1536', result: png('ffff') };
const end =
  typed('response.output_item.done', { output_index: 0, item }) +
  typed('response.completed', {
    response: { id: 'resp_1', object: 'response', status: 'completed', output: [item] },
  });

function read(wire: WireFormat, bytes: string): Promise<ChatEvent[]> {
  return chatEvents(wire, [new TextEncoder().encode(bytes)]);
}

/** Asks a server on loopback that writes what the test tells it to. */
async function ask(): Promise<{
  store: ChatStore;
  write: (bytes: string) => void;
  end: () => void;
}> {
  let answering: ServerResponse | undefined;
  const baseUrl = await listen((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    answering = response;
  });
  const store = createChatStore({
    connection: { wire: openaiResponses, model: 'gpt-6-astra', baseUrl, maxRetries: 0 },
    createTransport,
  });
  void store.send({ text: 'Draw a cat.' });
  await eventually(() => expect(answering).toBeDefined());
  return {
    store,
    write: (bytes) => answering?.write(bytes),
    end: () => answering?.end(),
  };
}

const inlineImage = (tail: string, more: object = {}) => ({
  ...more,
  inlineData: { mimeType: 'image/png', data: png(tail) },
});

const geminiChunk = (...given: readonly object[]) => ({
  candidates: [{ content: { role: 'model', parts: given } }],
});

const parts = (store: ChatStore) => store.getSnapshot().entries.at(-1)?.message.parts;

describe('an image that Responses makes', () => {
  test('is announced in its shape, shown as previews, and complete once', async () => {
    const events = await read(
      openaiResponses,
      begin + partial(0, png('aaaa')) + partial(1, png('bbbb')) + end,
    );
    const size = { width: 1024, height: 1536 };
    expect(events.slice(1)).toEqual([
      { type: 'image-progress', id: 'ig_1', ...size },
      { type: 'image-progress', id: 'ig_1', url: dataUrl('aaaa'), mediaType: 'image/png', ...size },
      { type: 'image-progress', id: 'ig_1', url: dataUrl('bbbb'), mediaType: 'image/png', ...size },
      {
        type: 'image-add',
        url: dataUrl('ffff'),
        mediaType: 'image/png',
        ...size,
        progressId: 'ig_1',
      },
      { type: 'message-end', reason: 'complete' },
    ]);
  });

  test('replaces its preview in place, under the same id', async () => {
    const { store, write, end: close } = await ask();
    write(begin);
    await eventually(() =>
      expect(parts(store)).toMatchObject([
        { type: 'image-progress', state: 'making', width: 1024 },
      ]),
    );
    write(partial(0, png('aaaa')));
    await eventually(() => expect(parts(store)).toMatchObject([{ preview: { kind: 'bytes' } }]));
    const [preview] = parts(store) ?? [];
    write(end);
    close();
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    const id = preview?.type === 'image-progress' ? preview.id : '';
    expect(parts(store)).toMatchObject([
      { type: 'image', id, width: 1024, height: 1536, data: { kind: 'bytes' } },
    ]);
    expect(parts(store)?.[0]).not.toHaveProperty('isUnfinished');
  });

  test('that is stopped stays as its last preview, and says so', async () => {
    const { store, write } = await ask();
    write(begin + partial(0, png('aaaa')));
    await eventually(() => expect(parts(store)).toMatchObject([{ preview: { kind: 'bytes' } }]));
    store.stop();
    expect(parts(store)).toMatchObject([{ type: 'image', isUnfinished: true }]);
    expect(store.getSnapshot().entries.at(-1)?.answer?.status).toBe('stopped');
  });

  test('keeps the preview before one that cannot be read', async () => {
    const { store, write, end: close } = await ask();
    write(begin + partial(0, png('aaaa')) + partial(1, '%%%'));
    close();
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(parts(store)).toMatchObject([
      { type: 'image', isUnfinished: true, data: { kind: 'bytes' } },
    ]);
    expect(store.getSnapshot().entries.at(-1)?.answer?.status).toBe('incomplete');
  });

  test('that never arrives leaves its place, without a preview', async () => {
    const failed = typed('response.output_item.done', {
      output_index: 0,
      item: { ...call, status: 'failed' },
    });
    const text = typed('response.output_text.delta', {
      item_id: 'm',
      delta: 'I could not draw it.',
    });
    const done = typed('response.completed', { response: { status: 'completed', output: [] } });
    const { store, write, end: close } = await ask();
    write(begin + failed + text + done);
    close();
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(parts(store)).toMatchObject([
      { type: 'image-progress', state: 'unfinished' },
      { type: 'text', text: 'I could not draw it.' },
    ]);
    expect(store.getSnapshot().entries.at(-1)?.answer?.status).toBe('complete');
  });
});

describe('an image that is made elsewhere', () => {
  test('by the tool of a provider behind the AI SDK is shown while it is made', async () => {
    const tool = { toolCallId: 't', toolName: 'image_generation', providerExecuted: true };
    const output = (tail: string) => ({
      type: 'tool-output-available',
      toolCallId: 't',
      output: { result: png(tail) },
    });
    const events = await read(
      aiSdkUi,
      sse(
        { type: 'start' },
        { type: 'tool-input-available', ...tool, input: {} },
        { ...output('aaaa'), preliminary: true },
        output('ffff'),
        { type: 'finish', finishReason: 'stop' },
      ),
    );
    expect(events.filter(({ type }) => type.startsWith('image-'))).toEqual([
      { type: 'image-progress', id: 't' },
      { type: 'image-progress', id: 't', url: dataUrl('aaaa'), mediaType: 'image/png' },
      {
        type: 'image-add',
        url: dataUrl('ffff'),
        mediaType: 'image/png',
        toolCallId: 't',
        progressId: 't',
      },
    ]);
    expect(JSON.stringify(events.filter(({ type }) => type === 'tool-update'))).not.toContain(
      png(''),
    );
  });

  test('by Gemini in its thoughts is a preview of the one that follows', async () => {
    const events = await read(
      geminiGenerate,
      sse(
        geminiChunk(
          { text: 'A sketch first.', thought: true },
          inlineImage('aaaa', { thought: true }),
        ),
        geminiChunk(inlineImage('ffff')),
        geminiChunk(inlineImage('eeee')),
        { candidates: [{ content: { parts: [] }, finishReason: 'STOP' }] },
      ),
    );
    expect(events.filter(({ type }) => type.startsWith('image-'))).toEqual([
      { type: 'image-progress', id: 'image-1', url: dataUrl('aaaa'), mediaType: 'image/png' },
      { type: 'image-add', url: dataUrl('ffff'), mediaType: 'image/png', progressId: 'image-1' },
      { type: 'image-add', url: dataUrl('eeee'), mediaType: 'image/png' },
    ]);
  });

  test('by the demo backend has the shape that was asked for, and becomes finer', async () => {
    const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
    const store = createChatStore({
      connection: {
        wire: openaiResponses,
        model: 'gpt-5.6-terra',
        baseUrl: 'https://demo.invalid/v1',
        fetch: backend,
        options: {
          extraBody: {
            tools: [{ type: 'image_generation', size: '1536x1024', partial_images: 3 }],
          },
        },
      },
      createTransport,
      onTrace: (trace) => {
        if (trace.type === 'chat-event') seen.push(trace.event.type);
      },
    });
    const seen: string[] = [];
    await store.send({ text: 'Draw hills.' });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(seen.filter((type) => type === 'image-progress')).toHaveLength(4);
    expect(parts(store)?.[0]).toMatchObject({ type: 'image', width: 1536, height: 1024 });
  });
});
