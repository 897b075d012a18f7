import {
  AbstractChat,
  convertToModelMessages,
  type ChatState,
  type ChatStatus,
  type UIMessage,
} from 'ai';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import {
  createImageChatTransport,
  fromUIMessages,
  toFileUIParts,
} from '../../../src/interop/ai-sdk.js';
import type { ImagePart } from '../../../src/messages/types.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import * as responses from '../../fixtures/answers/openai-responses.js';
import { eventually } from '../../helpers/eventually.js';
import { readFixture } from '../../helpers/read-fixture.js';

/** The state that the SDK's framework packages keep, without a framework. */
class PlainState implements ChatState<UIMessage> {
  status: ChatStatus = 'ready';
  error: Error | undefined = undefined;
  messages: UIMessage[] = [];
  pushMessage = (message: UIMessage): void => {
    this.messages = [...this.messages, message];
  };
  popMessage = (): void => {
    this.messages = this.messages.slice(0, -1);
  };
  replaceMessage = (index: number, message: UIMessage): void => {
    this.messages = this.messages.with(index, this.snapshot(message));
  };
  snapshot = <T>(value: T): T => structuredClone(value);
}

class PlainChat extends AbstractChat<UIMessage> {}

function setUp(demo: DemoBackendOptions = {}, options: Partial<Connection> = {}) {
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0, ...demo });
  const requests: { headers: Headers; body: string }[] = [];
  const state = new PlainState();
  const chat = new PlainChat({
    state,
    transport: createImageChatTransport({
      system: 'Be brief.',
      labels: true,
      connection: {
        baseUrl: 'https://demo.example/v1',
        wire: openaiChat,
        model: 'gpt-4o',
        maxRetries: 0,
        async fetch(input, init) {
          const request = new Request(input, init);
          requests.push({ headers: request.headers, body: await request.clone().text() });
          return backend(request);
        },
        ...options,
      },
    }),
  });
  return { chat, state, requests };
}

function image(id: string, detail: ImagePart['detail']): ImagePart {
  return {
    type: 'image',
    id,
    data: { kind: 'bytes', bytes: new Blob([readFixture('quad.png')], { type: 'image/png' }) },
    mediaType: 'image/png',
    detail,
    width: 96,
    height: 64,
    name: `${id}.png`,
    alt: 'Four squares',
  };
}

describe('toFileUIParts', () => {
  test('makes file parts that the SDK gives to a model with their detail', async () => {
    const files = await toFileUIParts([image('a', 'low'), image('b', 'original')]);
    expect(files[0]).toMatchObject({ type: 'file', mediaType: 'image/png', filename: 'a.png' });
    expect(files[0]?.url).toBe(
      `data:image/png;base64,${Buffer.from(readFixture('quad.png')).toString('base64')}`,
    );
    const [message] = await convertToModelMessages([{ role: 'user', parts: files }]);
    expect(message?.content).toMatchObject([
      { type: 'file', providerOptions: { openai: { imageDetail: 'low' } } },
      { type: 'file', providerOptions: { openai: { imageDetail: 'original' } } },
    ]);
  });

  test('and back again nothing is lost', async () => {
    const [file] = await toFileUIParts([image('a', 'low')]);
    const [message] = fromUIMessages([{ id: 'm', role: 'user', parts: file ? [file] : [] }]);
    const { data: _data, ...facts } = image('a', 'low');
    expect(message?.parts[0]).toEqual({ ...facts, data: { kind: 'url', url: file?.url } });
  });

  test('an uploaded image travels as the reference that the SDK prefers', async () => {
    const uploaded: ImagePart = {
      ...image('a', 'high'),
      data: { kind: 'file-id', fileId: 'f-1' },
    };
    const parts = await toFileUIParts([uploaded]);
    expect(parts[0]).toMatchObject({ providerReference: { openai: 'f-1' } });
    expect(fromUIMessages([{ id: 'm', role: 'user', parts }])[0]?.parts[0]).toMatchObject({
      data: { kind: 'file-id', fileId: 'f-1' },
    });
  });
});

describe('createImageChatTransport', () => {
  test('carries words, images and detail to the endpoint, and the answer back', async () => {
    const { chat, state, requests } = setUp();
    const files = await toFileUIParts([image('a', 'low'), image('b', 'high')]);
    await chat.sendMessage(
      { text: 'What are these?', files },
      { headers: { 'x-one': '1' }, body: { seed: 7 } },
    );
    expect(state.error).toBeUndefined();
    expect(state.status).toBe('ready');
    const body = JSON.parse(requests[0]?.body ?? '') as {
      seed: number;
      messages: { role: string; content: { image_url?: { detail: string } }[] }[];
    };
    expect(body.seed).toBe(7);
    expect(requests[0]?.headers.get('x-one')).toBe('1');
    expect(body.messages[0]).toMatchObject({ role: 'system' });
    const details = body.messages[1]?.content.flatMap((part) => part.image_url?.detail ?? []);
    expect(details).toEqual(['low', 'high']);

    const answer = state.messages.at(-1);
    expect(answer).toMatchObject({ role: 'assistant' });
    expect(answer?.parts.find((part) => part.type === 'text')).toMatchObject({ state: 'done' });
    expect(answer?.metadata).toMatchObject({ usage: { inputTokens: expect.any(Number) } });

    await chat.regenerate();
    expect(state.messages).toHaveLength(2);
    expect(requests).toHaveLength(2);
  });

  test('hands over thoughts, sources and tool calls as the parts that the SDK has for them', async () => {
    const recorded = responses.events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
    const { chat, state } = setUp(
      {},
      {
        wire: openaiResponses,
        fetch: () =>
          Promise.resolve(
            new Response(recorded, { headers: { 'content-type': 'text/event-stream' } }),
          ),
      },
    );
    await chat.sendMessage({ text: 'Cats?' });
    expect(state.error).toBeUndefined();
    expect(state.messages.at(-1)?.parts).toMatchObject([
      { type: 'step-start' },
      { type: 'reasoning', text: 'Looking for cats.\n\nThey sleep.', state: 'done' },
      {
        type: 'dynamic-tool',
        toolName: 'web_search',
        state: 'output-available',
        output: 'https://cats.example/sleep',
      },
      { type: 'text', text: 'Cats sleep long 😀.' },
      { type: 'source-url', url: 'https://cats.example/sleep', title: 'How cats sleep' },
      { type: 'dynamic-tool', toolName: 'count_cats', input: { room: 'blue' } },
    ]);
  });

  test('begins a part of its own for an answer whose thinking came as text', async () => {
    const said = ['They sleep.\n</think>\n', '\nCats sleep long.'];
    const chunks = said.map((content) => JSON.stringify({ choices: [{ delta: { content } }] }));
    const body = [...chunks, '[DONE]'].map((data) => `data: ${data}\n\n`).join('');
    const { chat, state } = setUp(
      {},
      {
        wire: openaiChat,
        fetch: () =>
          Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } })),
      },
    );
    await chat.sendMessage({ text: 'Cats?' });
    expect(state.messages.at(-1)?.parts).toMatchObject([
      { type: 'step-start' },
      { type: 'text', text: 'They sleep.' },
      { type: 'text', text: 'Cats sleep long.' },
    ]);
  });

  test('rejects with the typed error of a question that was not taken', async () => {
    const { chat, state } = setUp({ fault: '500' });
    await chat.sendMessage({ text: 'Hi' });
    expect(state.status).toBe('error');
    expect(state.error).toMatchObject({ code: 'server-error' });
  });

  test('keeps the text of an answer that is cut off, and tells of the error', async () => {
    const { chat, state } = setUp({ fault: 'truncated-mid-event' });
    await chat.sendMessage({ text: 'Hi' });
    expect(state.status).toBe('error');
    expect(state.error?.message).toBeTruthy();
    expect(state.messages.at(-1)?.parts.some((part) => part.type === 'text')).toBe(true);
  });

  test('stops at once, with the text so far', async () => {
    const { chat, state } = setUp({ tokensPerSecond: 30 });
    const sent = chat.sendMessage({ text: 'Tell me everything.' });
    await eventually(() => expect(state.status).toBe('streaming'));
    await eventually(() => expect(state.messages.at(-1)?.parts.length).toBeGreaterThan(1));
    await chat.stop();
    await sent;
    expect(state.status).toBe('ready');
    expect(state.error).toBeUndefined();
    expect(state.messages.at(-1)?.parts.at(-1)).toMatchObject({ type: 'text' });
  });
});
