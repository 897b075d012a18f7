/** The official clients: through our proxy to the demo backend, and as a second opinion on the bodies that we write. */
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI, type GenerateContentParameters } from '@google/genai';
import { Ollama, type ChatRequest } from 'ollama';
import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src/core.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import {
  createProxyHandler,
  toNodeListener,
  type ProxyOptions,
} from '../../../src/server/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { listen } from '../../helpers/listen.js';
import { readFixture } from '../../helpers/read-fixture.js';

const KEY = 'sk-demo-key-0123456789';

type Json = Record<string, unknown>;

/** What a client is asked with: the body that our format wrote. It returns the text of the answer. */
interface Client {
  wire: WireFormat;
  path: string;
  model: string;
  options?: Partial<ProxyOptions>;
  /** What its error says, where it cannot read the words. */
  refusal?: RegExp;
  whole: (address: string, body: Json, fetch?: typeof globalThis.fetch) => Promise<string>;
  streamed: (address: string, body: Json, fetch?: typeof globalThis.fetch) => Promise<string>;
}

const openai = (address: string, fetch = globalThis.fetch) =>
  new OpenAI({ apiKey: 'none-of-the-page', baseURL: `${address}/v1`, maxRetries: 0, fetch });
const anthropic = (address: string, fetch = globalThis.fetch) =>
  new Anthropic({ apiKey: 'none-of-the-page', baseURL: address, maxRetries: 0, fetch });
const google = (address: string, fetch = globalThis.fetch) =>
  new GoogleGenAI({ apiKey: 'none-of-the-page', httpOptions: { baseUrl: address, fetch } });
const ollama = (address: string, fetch = globalThis.fetch) => new Ollama({ host: address, fetch });

/** Its client takes the settings apart from the conversation. */
function geminiParameters({ contents, ...config }: Json): GenerateContentParameters {
  const { systemInstruction, generationConfig } = config as Record<string, Json>;
  return {
    model: 'gemini-3.8-flash',
    contents: contents as [],
    config: { ...generationConfig, ...(systemInstruction && { systemInstruction }) },
  };
}

const clients: readonly Client[] = [
  {
    wire: openaiChat,
    path: '/v1/chat/completions',
    model: 'gpt-4o',
    async whole(address, body, fetch) {
      const { stream_options: _, ...request } =
        body as unknown as OpenAI.ChatCompletionCreateParams;
      const answer = await openai(address, fetch).chat.completions.create({
        ...request,
        stream: false,
      });
      return answer.choices[0]?.message.content ?? '';
    },
    async streamed(address, body, fetch) {
      const request = body as unknown as OpenAI.ChatCompletionCreateParamsStreaming;
      let text = '';
      for await (const { choices } of await openai(address, fetch).chat.completions.create(
        request,
      )) {
        text += choices[0]?.delta.content ?? '';
      }
      return text;
    },
  },
  {
    wire: openaiResponses,
    path: '/v1/responses',
    model: 'gpt-4o',
    async whole(address, body, fetch) {
      const request = body as unknown as OpenAI.Responses.ResponseCreateParams;
      const answer = await openai(address, fetch).responses.create({ ...request, stream: false });
      return answer.output_text;
    },
    async streamed(address, body, fetch) {
      const request = body as unknown as OpenAI.Responses.ResponseCreateParamsStreaming;
      let text = '';
      for await (const event of await openai(address, fetch).responses.create(request)) {
        if (event.type === 'response.output_text.delta') text += event.delta;
      }
      return text;
    },
  },
  {
    wire: anthropicMessages,
    path: '/v1/messages',
    model: 'claude-sonnet-4-6',
    options: {
      keyHeader: { name: 'x-api-key', prefix: '' },
      headers: { 'anthropic-version': '2023-06-01' },
    },
    async whole(address, body, fetch) {
      const request = body as unknown as Anthropic.MessageCreateParams;
      const { content } = await anthropic(address, fetch).messages.create({
        ...request,
        stream: false,
      });
      return content.map((block) => (block.type === 'text' ? block.text : '')).join('');
    },
    async streamed(address, body, fetch) {
      const request = body as unknown as Anthropic.MessageCreateParamsStreaming;
      let text = '';
      for await (const event of await anthropic(address, fetch).messages.create(request)) {
        if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
          text += event.delta.text;
        }
      }
      return text;
    },
  },
  {
    wire: geminiGenerate,
    path: '/v1beta/models',
    model: 'gemini-3.8-flash',
    async whole(address, body, fetch) {
      const { models } = google(address, fetch);
      return (await models.generateContent(geminiParameters(body))).text ?? '';
    },
    async streamed(address, body, fetch) {
      let text = '';
      const { models } = google(address, fetch);
      for await (const chunk of await models.generateContentStream(geminiParameters(body))) {
        text += chunk.text ?? '';
      }
      return text;
    },
  },
  {
    wire: ollamaChat,
    path: '/api/chat',
    model: 'gemma3:4b',
    refusal: /./,
    async whole(address, body, fetch) {
      const request = { ...(body as unknown as ChatRequest), stream: false as const };
      return (await ollama(address, fetch).chat(request)).message.content;
    },
    async streamed(address, body, fetch) {
      const request = { ...(body as unknown as ChatRequest), stream: true as const };
      let text = '';
      for await (const { message } of await ollama(address, fetch).chat(request)) {
        text += message.content;
      }
      return text;
    },
  },
];

const bytes = new Blob([readFixture('quad.png')], { type: 'image/png' });
const text = (value: string) => ({ type: 'text' as const, text: value });
const image = (detail: 'low' | 'high' | 'auto') => ({
  type: 'image' as const,
  id: `i-${detail}`,
  mediaType: 'image/png' as const,
  detail,
  data: { kind: 'bytes' as const, bytes },
});
const conversation: readonly ChatMessage[] = [
  { id: 's', role: 'system', parts: [text('Be brief.')] },
  { id: 'a0', role: 'assistant', parts: [text('Hello! Drop an image.')] },
  { id: 'q1', role: 'user', parts: [image('low'), text('What is it?')] },
  { id: 'a1', role: 'assistant', parts: [text('Four colours.')] },
  { id: 'q2', role: 'user', parts: [image('high'), text('And this?')] },
];

async function writtenBody({ wire, model }: Client): Promise<Json> {
  const options = { model, maxOutputTokens: 400, temperature: 0.5 };
  const { body } = await wire.buildRequest(conversation, options);
  return JSON.parse(await body.text()) as Json;
}

const demo = () => createDemoBackend({ delayMs: 0, tokensPerSecond: 0, allowedKeys: [KEY] });

describe.each(clients)('the client of $wire.name', (client) => {
  test('gets the same answer whole and streamed, through the proxy', async () => {
    const { path, model, options } = client;
    const upstream = await listen(toNodeListener(demo()));
    const handler = createProxyHandler({
      upstream: upstream + path,
      key: KEY,
      models: [model],
      allowedOrigins: ['https://app.example'],
      authorize: 'public',
      log: () => undefined,
      ...options,
    });
    const address = await listen(toNodeListener(handler));
    const body = await writtenBody(client);
    const whole = await client.whole(address, body);
    expect(whole).toContain('| 1 earlier image | sent again |');
    expect(await client.streamed(address, body)).toBe(whole);
  });

  test('is told in words what the proxy refuses', async () => {
    const { path } = client;
    const handler = createProxyHandler({
      upstream: `https://provider.example${path}`,
      key: KEY,
      models: ['another'],
      allowedOrigins: ['https://app.example'],
      authorize: 'public',
      log: () => undefined,
    });
    const address = await listen(toNodeListener(handler));
    const refused = client.whole(address, await writtenBody(client));
    await expect(refused).rejects.toThrow(client.refusal ?? /does not offer the model/);
  });

  test('sends what we send', async () => {
    const body = await writtenBody(client);
    const sent: unknown[] = [];
    const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
    const answer = await client.streamed('http://demo.invalid', body, async (input, init) => {
      const request = new Request(input, init);
      sent.push(await request.clone().json());
      return backend(request);
    });
    expect(answer).toContain('| 1 earlier image | sent again |');
    expect(sent).toEqual([body]);
  });
});
