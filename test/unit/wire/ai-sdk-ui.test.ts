/** The kit's own chat on a real route of the AI SDK: its functions, its mock model, over loopback. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { convertToModelMessages, jsonSchema, stepCountIs, streamText, tool } from 'ai';
import type { UIMessage, UIMessageChunk } from 'ai';
import { MockLanguageModelV4, simulateReadableStream } from 'ai/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatEntry } from '../../../src/chat/types.js';
import type { ImagePart } from '../../../src/messages/types.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { eventually } from '../../helpers/eventually.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { chatEvents } from '../../helpers/read-stream.js';

type Stream = Awaited<ReturnType<MockLanguageModelV4['doStream']>>['stream'];
type Chunk = Stream extends ReadableStream<infer Part> ? Part : never;

const usage = {
  inputTokens: { total: 40, noCache: 40, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 9, text: 9, reasoning: undefined },
};
const finish = (unified: 'stop' | 'tool-calls' | 'length' = 'stop'): Chunk => ({
  type: 'finish',
  usage,
  finishReason: { unified, raw: undefined },
});
const text = (words: string, id = '0'): Chunk[] => [
  { type: 'text-start', id },
  { type: 'text-delta', id, delta: words },
  { type: 'text-end', id },
];

/** What the model says in each step. */
let steps: Chunk[][];
let model: MockLanguageModelV4;
let bodies: Array<Record<string, unknown>>;
let server: Server;

beforeEach(() => {
  bodies = [];
  let step = 0;
  model = new MockLanguageModelV4({
    doStream: () =>
      Promise.resolve({
        stream: simulateReadableStream({
          initialDelayInMs: null,
          chunkDelayInMs: null,
          chunks: steps[step++] ?? [],
        }),
      }),
  });
});

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const piece of request) body += String(piece);
      const asked = JSON.parse(body) as { messages: UIMessage[] };
      bodies.push(asked);
      // As the SDK's own documentation writes a route.
      const result = streamText({
        model,
        messages: await convertToModelMessages(asked.messages),
        tools: {
          look: tool({
            inputSchema: jsonSchema<{ room: string }>({ type: 'object' }),
            execute: ({ room }) => ({ cats: 2, room }),
          }),
          fail: tool({
            inputSchema: jsonSchema({ type: 'object' }),
            execute: (): string => {
              throw new Error('No such room.');
            },
          }),
        },
        stopWhen: stepCountIs(3),
        maxRetries: 0,
        onError: () => undefined,
      });
      const answer = result.toUIMessageStreamResponse({
        sendSources: true,
        messageMetadata: ({ part }) =>
          part.type === 'finish' ? { totalUsage: part.totalUsage } : undefined,
        onError: (error) => (error instanceof Error ? error.message : 'failed'),
      });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      for await (const bytes of answer.body ?? []) response.write(bytes);
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

function chat() {
  const { port } = server.address() as AddressInfo;
  return createChatStore({
    connection: {
      wire: aiSdkUi,
      model: '',
      baseUrl: `http://127.0.0.1:${port}/api/chat`,
      maxRetries: 0,
    },
    createTransport,
    system: 'Be brief.',
    createId: (() => {
      let count = 0;
      return () => `m${(count += 1)}`;
    })(),
  });
}

async function answerOf(
  store: ReturnType<typeof chat>,
  words = 'Cats?',
  images: readonly ImagePart[] = [],
): Promise<ChatEntry> {
  await store.send({ text: words, images });
  await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
  return store.getSnapshot().entries.at(-1) as ChatEntry;
}

const photo = (detail: ImagePart['detail']): ImagePart => ({
  type: 'image',
  id: `image-${detail}`,
  data: { kind: 'bytes', bytes: new Blob([readFixture('quad.png')]) },
  mediaType: 'image/png',
  detail,
});

const read = (...chunks: UIMessageChunk[]) =>
  chatEvents(aiSdkUi, [
    new TextEncoder().encode(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')),
  ]);

describe('on a route of the AI SDK', () => {
  test('images reach the model with the detail of each, behind words that stay words', async () => {
    steps = [[...text('Two cats.'), finish()]];
    const entry = await answerOf(chat(), 'Which?', [photo('low'), photo('high')]);
    expect(entry.message.parts).toEqual([{ type: 'text', text: 'Two cats.' }]);
    expect(entry.answer).toMatchObject({
      status: 'complete',
      endReason: 'complete',
      inputTokens: 40,
      outputTokens: 9,
    });
    expect(model.doStreamCalls[0]?.prompt).toMatchObject([
      {
        role: 'user',
        content: [
          {
            type: 'file',
            mediaType: 'image/png',
            providerOptions: { openai: { imageDetail: 'low' } },
          },
          {
            type: 'file',
            mediaType: 'image/png',
            providerOptions: { openai: { imageDetail: 'high' } },
          },
          { type: 'text', text: 'Which?' },
        ],
      },
    ]);
    expect(bodies[0]).toMatchObject({ id: 'm1', trigger: 'submit-message', system: 'Be brief.' });
  });

  test('thoughts, sources, files and tools of several steps are shown in their order', async () => {
    steps = [
      [
        { type: 'reasoning-start', id: 'r' },
        { type: 'reasoning-delta', id: 'r', delta: 'Where are ' },
        { type: 'reasoning-delta', id: 'r', delta: 'they?' },
        { type: 'reasoning-end', id: 'r' },
        ...text('I look.'),
        { type: 'tool-input-start', id: 't', toolName: 'look' },
        { type: 'tool-input-delta', id: 't', delta: '{"room":' },
        { type: 'tool-input-delta', id: 't', delta: '"blue"}' },
        { type: 'tool-input-end', id: 't' },
        { type: 'tool-call', toolCallId: 't', toolName: 'look', input: '{"room":"blue"}' },
        { type: 'tool-call', toolCallId: 'f', toolName: 'fail', input: '{}' },
        finish('tool-calls'),
      ],
      [
        ...text('Two cats.'),
        {
          type: 'source',
          sourceType: 'url',
          id: 's',
          url: 'https://cats.example',
          title: 'Cats',
        },
        {
          type: 'file',
          mediaType: 'image/png',
          data: { type: 'data', data: new Uint8Array(readFixture('quad.png')) },
        },
        {
          type: 'file',
          mediaType: 'text/plain',
          data: { type: 'data', data: new TextEncoder().encode('meow') },
        },
        finish(),
      ],
    ];
    const entry = await answerOf(chat());
    expect(entry.message.parts).toMatchObject([
      { type: 'reasoning', text: 'Where are they?' },
      { type: 'text', text: 'I look.' },
      {
        type: 'tool-call',
        name: 'look',
        arguments: '{"room":"blue"}',
        state: 'done',
        result: '{"cats":2,"room":"blue"}',
      },
      { type: 'tool-call', name: 'fail', state: 'failed', result: expect.stringContaining('room') },
      { type: 'text', text: '\n\nTwo cats.' },
      { type: 'source', url: 'https://cats.example', title: 'Cats' },
      { type: 'image', mediaType: 'image/png', data: { kind: 'bytes' } },
      { type: 'file', mediaType: 'text/plain', data: { kind: 'bytes' } },
    ]);
    expect(entry.answer?.status).toBe('complete');
  });

  test('the conversation goes on, and every message is one that the SDK takes', async () => {
    steps = [
      [
        { type: 'reasoning-start', id: 'r' },
        { type: 'reasoning-delta', id: 'r', delta: 'Hm.' },
        { type: 'reasoning-end', id: 'r' },
        ...text('Two cats.'),
        finish(),
      ],
      [...text('Grey.'), finish()],
    ];
    const store = chat();
    await answerOf(store, 'Which?', [photo('auto')]);
    const entry = await answerOf(store, 'What colour?');
    expect(entry.message.parts).toEqual([{ type: 'text', text: 'Grey.' }]);
    expect(model.doStreamCalls[1]?.prompt).toMatchObject([
      { role: 'user' },
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Hm.' },
          { type: 'text', text: 'Two cats.' },
        ],
      },
      { role: 'user', content: [{ type: 'text', text: 'What colour?' }] },
    ]);
    expect(bodies.map(({ id }) => id)).toEqual(['m1', 'm1']);
  });

  test('an answer at the limit of its length is not complete', async () => {
    steps = [[...text('Two'), finish('length')]];
    expect((await answerOf(chat())).answer).toMatchObject({
      status: 'incomplete',
      endReason: 'length',
    });
  });

  test('an error in the middle keeps what came, and says what the route says', async () => {
    steps = [[...text('Two'), { type: 'error', error: new Error('The cats ran away.') }]];
    const entry = await answerOf(chat());
    expect(entry.message.parts).toEqual([{ type: 'text', text: 'Two' }]);
    expect(entry.answer).toMatchObject({
      status: 'incomplete',
      error: { facts: { providerMessage: 'The cats ran away.' } },
    });
  });

  test('an error in the place of an answer leaves the question with the person', async () => {
    steps = [[{ type: 'error', error: new Error('The cats ran away.') }]];
    const outcome = await chat().send({ text: 'Cats?' });
    expect(outcome).toMatchObject({
      accepted: false,
      error: { facts: { providerMessage: 'The cats ran away.' } },
    });
  });
});

describe('a stream of UI message chunks', () => {
  test('that the route aborts is not complete', async () => {
    const events = await read(
      { type: 'start' },
      { type: 'text-start', id: '1' },
      { type: 'text-delta', id: '1', delta: 'Two' },
      { type: 'abort' },
    );
    expect(events.at(-1)).toMatchObject({
      type: 'message-fail',
      code: 'incomplete',
      facts: { providerCode: 'aborted' },
    });
  });

  test('of version 5, which names no reason for its end, is complete', async () => {
    const events = await read(
      { type: 'start' },
      { type: 'text-delta', id: '1', delta: 'Two' },
      { type: 'finish' },
    );
    expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
  });

  test('brings the images that a tool answers with', async () => {
    const events = await read(
      { type: 'start' },
      { type: 'tool-input-available', toolCallId: 't', toolName: 'shoot', input: {} },
      {
        type: 'tool-output-available',
        toolCallId: 't',
        output: {
          content: [
            { type: 'text', text: 'Here.' },
            { type: 'image', data: 'iVBORw0KGgo=', mimeType: 'image/png' },
          ],
        },
      },
      { type: 'finish', finishReason: 'stop' },
    );
    expect(events).toContainEqual({
      type: 'image-add',
      url: 'data:image/png;base64,iVBORw0KGgo=',
      mediaType: 'image/png',
      toolCallId: 't',
    });
    expect(events).toContainEqual({ type: 'tool-update', id: 't', state: 'done', result: 'Here.' });
  });

  test('is named where another format was expected', async () => {
    const bytes = new TextEncoder().encode(
      'data: {"type":"start"}\n\ndata: {"type":"text-delta","id":"1","delta":"Two"}\n\ndata: {"type":"finish"}\n\n',
    );
    const [end] = await chatEvents(openaiChat, [bytes]);
    expect(end).toMatchObject({ code: 'bad-response', facts: { format: 'ai-sdk-ui' } });
  });
});
