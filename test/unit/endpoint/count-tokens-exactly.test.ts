import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/chat/types.js';
import { countTokensExactly } from '../../../src/endpoint/count-tokens-exactly.js';
import type { ChatMessage } from '../../../src/messages/types.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { quickBackend } from '../demo/helpers.js';
import { fakeServer } from './fake-server.js';

const messages: ChatMessage[] = [
  { id: 's', role: 'system', parts: [{ type: 'text', text: 'Be brief and kind.' }] },
  {
    id: 'u',
    role: 'user',
    parts: [
      { type: 'text', text: 'What is in this image?' },
      {
        type: 'image',
        id: 'i',
        mediaType: 'image/jpeg',
        detail: 'high',
        data: { kind: 'bytes', bytes: new Blob([readFixture('photo.jpg')]) },
      },
    ],
  },
];

const places = [
  { wire: openaiResponses, baseUrl: 'http://demo.invalid/v1', model: 'gpt-5.4-mini' },
  { wire: anthropicMessages, baseUrl: 'http://demo.invalid', model: 'claude-sonnet-4-6' },
  { wire: geminiGenerate, baseUrl: 'http://demo.invalid', model: 'gemini-3.8-flash' },
];

describe.each(places)('countTokensExactly with $wire.name', ({ wire, baseUrl, model }) => {
  test('gives what the same question is charged for', async () => {
    const fetch = quickBackend();
    const connection: Connection = { wire, baseUrl, model, fetch };
    const counted = await countTokensExactly(messages, connection);

    const request = await wire.buildRequest(messages, { model, stream: false });
    const path = request.path.replace('/v1/', '/');
    const base =
      wire === openaiResponses ? baseUrl : baseUrl + (wire === anthropicMessages ? '/v1' : '');
    const answer = await fetch(base + path, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
    });
    const { usage, usageMetadata } = (await answer.json()) as {
      usage?: { input_tokens: number };
      usageMetadata?: { promptTokenCount: number };
    };
    expect(counted).toBe(usage?.input_tokens ?? usageMetadata?.promptTokenCount);
    expect(counted).toBeGreaterThan(1000);
  });

  test('sends only what the count takes, with what the app adds to the input', async () => {
    const bodies: Record<string, unknown>[] = [];
    const connection: Connection = {
      wire,
      baseUrl,
      model,
      options: {
        maxOutputTokens: 500,
        temperature: 0,
        extraBody: { tools: [{ name: 'look' }] },
      },
      async fetch(input, init) {
        const body = (await new Request(input, init).json()) as Record<string, unknown>;
        bodies.push((body['generateContentRequest'] as Record<string, unknown>) ?? body);
        return Response.json({ input_tokens: 7, totalTokens: 7 });
      },
    };
    expect(await countTokensExactly(messages, connection)).toBe(7);
    expect(bodies[0]).toHaveProperty('tools');
    expect(
      Object.keys(bodies[0] ?? {}).filter((name) => /max|stream|temp|store/i.test(name)),
    ).toEqual([]);
  });
});

describe('countTokensExactly', () => {
  test('says that a format cannot count', async () => {
    const connection: Connection = {
      wire: openaiChat,
      baseUrl: 'http://demo.invalid/v1',
      model: 'm',
    };
    await expect(countTokensExactly(messages, connection)).rejects.toMatchObject({
      code: 'unsupported-by-wire',
    });
  });

  test('follows an endpoint to its own path', async () => {
    const { fetch, asked } = fakeServer({
      'POST /openai/responses/input_tokens?api-version=1': { input_tokens: 3 },
    });
    const connection: Connection = {
      wire: openaiResponses,
      baseUrl: 'https://me.openai.azure.com/openai?api-version=1',
      model: 'm',
      fetch,
    };
    expect(await countTokensExactly(messages, connection)).toBe(3);
    expect(asked).toHaveLength(1);
  });

  test('an answer without a count is told', async () => {
    const connection: Connection = {
      wire: openaiResponses,
      baseUrl: 'https://api.example.com/v1',
      model: 'm',
      fetch: async () => Response.json({ input_tokens: 'many' }),
    };
    await expect(countTokensExactly(messages, connection)).rejects.toMatchObject({
      code: 'bad-response',
    });
  });
});
