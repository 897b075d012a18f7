/** What each format writes for a schema; the demo backend reads it with its own code and answers with an object that fits. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatStore, ChatStoreOptions, Connection } from '../../../src/chat/types.js';
import type { DemoBackend } from '../../../src/demo/index.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { eventually } from '../../helpers/eventually.js';

const Receipts = z.array(
  z.object({ shop: z.string().max(80), total: z.number().min(0), isPaid: z.boolean() }),
);

const formats = [
  [openaiChat, 'gpt-5.6-terra', 'https://demo.example/v1', 'response_format'],
  [openaiResponses, 'gpt-5.6-terra', 'https://demo.example/v1', 'text'],
  [anthropicMessages, 'claude-sonnet-5', 'https://demo.example', 'output_config'],
  [geminiGenerate, 'gemini-3.5-flash', 'https://demo.example', 'generationConfig'],
  [ollamaChat, 'llama3.2-vision', 'https://demo.example', 'format'],
  [openaiAssistants, '', 'https://demo.example/v1', 'response_format'],
] as const;

async function ask(
  connection: Connection,
  options: Partial<ChatStoreOptions> = {},
  text = 'Read them.',
): Promise<ChatStore> {
  const store = createChatStore({
    connection,
    createTransport,
    responseSchema: Receipts,
    ...options,
  });
  await store.send({ text });
  await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
  return store;
}

async function createAssistant(backend: DemoBackend): Promise<string> {
  const response = await backend('https://demo.example/v1/assistants', {
    method: 'POST',
    headers: { 'openai-beta': 'assistants=v2', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o' }),
  });
  return ((await response.json()) as { id: string }).id;
}

const answerOf = (store: ChatStore) => store.getSnapshot().entries.at(-1)?.answer;

describe('a schema', () => {
  test.each(formats)('is asked for in %o', async (wire, model, baseUrl, field) => {
    const { connection, bodies, backend } = demoConnection({ wire, model, baseUrl });
    const store = await ask(
      model === '' ? { ...connection, model: await createAssistant(backend) } : connection,
    );
    expect(store.getSnapshot().error).toBeUndefined();
    await eventually(() =>
      expect(answerOf(store)?.object).toMatchObject({ isPartial: false, problems: [] }),
    );
    expect(answerOf(store)?.object?.value).toMatchObject([{ isPaid: true }, { isPaid: false }]);
    const body = bodies.map((one) => JSON.parse(one || '{}') as Record<string, unknown>);
    expect(body.at(-1)).toHaveProperty(field);
  });

  test('goes to Claude without the limits that its server refuses', async () => {
    const { connection, bodies } = demoConnection({
      wire: anthropicMessages,
      model: 'claude-sonnet-5',
      baseUrl: 'https://demo.example',
    });
    await ask(connection, {
      responseSchema: { type: 'object', properties: { n: { type: 'number', minimum: 1 } } },
    });
    expect(JSON.parse(bodies[0] ?? '')).toHaveProperty('output_config', {
      format: {
        type: 'json_schema',
        schema: {
          type: 'object',
          properties: { n: { type: 'number' } },
          additionalProperties: false,
        },
      },
    });
  });

  test('is passed to a route of the AI SDK in the body', async () => {
    const request = await aiSdkUi.buildRequest(
      [{ id: 'q', role: 'user', parts: [{ type: 'text', text: 'Hi' }] }],
      { model: '', responseSchema: { name: 'answer', schema: { type: 'object' }, strict: true } },
    );
    expect(JSON.parse(await request.body.text())).toMatchObject({
      responseSchema: { name: 'answer', schema: { type: 'object' } },
    });
  });

  test('that a format of the app does not write is said at the question', async () => {
    const { connection } = demoConnection();
    const { responseSchemas: _unknown, ...wire } = connection.wire;
    const store = await ask({ ...connection, wire });
    expect(store.getSnapshot().entries[0]?.warnings).toMatchObject([{ code: 'option-dropped' }]);
  });

  test('that cannot be used takes the question back, with the reason', async () => {
    const { connection, bodies } = demoConnection();
    const store = createChatStore({
      connection,
      createTransport,
      responseSchema: 'nothing' as never,
    });
    expect(await store.send({ text: 'Hi' })).toMatchObject({
      accepted: false,
      error: { code: 'invalid-option' },
    });
    expect(bodies).toEqual([]);
  });
});

describe('an answer', () => {
  test('to one question may have another schema, or none, also when it is asked again', async () => {
    const { connection } = demoConnection();
    const store = await ask(connection);
    const next = async (act: () => Promise<unknown>) => {
      await act();
      await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
    };
    await next(() => store.send({ text: 'In words', responseSchema: false }));
    expect(answerOf(store)).not.toHaveProperty('object');
    const Named = z.object({ name: z.string() });
    await next(() => store.send({ text: 'A name', responseSchema: Named }));
    await eventually(() => expect(answerOf(store)?.object?.value).toEqual({ name: 'name 1' }));
    await next(() => store.regenerate());
    await eventually(() => expect(answerOf(store)?.object?.value).toEqual({ name: 'name 1' }));
  });

  test('that does not match says where, and keeps its text', async () => {
    const { connection } = demoConnection({ demo: { reply: () => '[{"shop": 3}]' } });
    const store = await ask(connection);
    await eventually(() =>
      expect(answerOf(store)?.object?.problems.map(({ path }) => path)).toEqual([
        '[0].shop',
        '[0].total',
        '[0].isPaid',
      ]),
    );
    expect(store.getSnapshot().entries.at(-1)?.message.parts).toMatchObject([
      { type: 'text', text: '[{"shop": 3}]' },
    ]);
  });

  test('that is cut off keeps what arrived, and is not complete', async () => {
    const { connection } = demoConnection({
      demo: { fault: 'length', reply: () => JSON.stringify([{ shop: 'x'.repeat(400) }]) },
    });
    const store = await ask(connection);
    expect(answerOf(store)).toMatchObject({ status: 'incomplete', object: { isPartial: true } });
    expect(answerOf(store)?.object?.value).toMatchObject([{ shop: expect.stringMatching(/^x+$/) }]);
  });

  test('that is a refusal is no object', async () => {
    const { connection } = demoConnection({ demo: { fault: 'refusal' } });
    const store = await ask(connection);
    await eventually(() => expect(answerOf(store)).not.toHaveProperty('object'));
    expect(answerOf(store)?.endReason).toBe('refusal');
  });
});
