import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { listModels } from '../../../src/endpoint/list-models.js';
import { readModelCatalogue } from '../../../src/models/catalogue.js';
import { findRules } from '../../../src/models/find-rules.js';
import { registerModel } from '../../../src/models/register-model.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { allWireFormats } from '../../helpers/all-wire-formats.js';
import { fakeServer, type FakeServer } from './fake-server.js';

function connect(
  wire: WireFormat,
  baseUrl: string,
  fetch: typeof globalThis.fetch,
  more: Partial<Connection> = {},
): Connection {
  return { wire, baseUrl, fetch, model: '', maxRetries: 0, ...more };
}

const vision = async (connection: Connection): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await listModels(connection)).map((model) => [
      model.id,
      `${model.vision} (${model.visionFrom})`,
    ]),
  );

const compatible = (ids: readonly string[], ownedBy: string): object => ({
  object: 'list',
  data: ids.map((id) => ({ id, object: 'model', created: 1, owned_by: ownedBy })),
});

const lmStudio = (): FakeServer =>
  fakeServer({
    'GET /v1/models': compatible(
      ['google/gemma-3-4b', 'qwen/qwen3.5-9b', 'text-embedding-nomic'],
      'organization_owner',
    ),
    'GET /api/v1/models': {
      models: [
        {
          type: 'llm',
          key: 'google/gemma-3-4b',
          loaded_instances: [],
          capabilities: { vision: true, trained_for_tool_use: false },
        },
        {
          type: 'llm',
          key: 'qwen/qwen3.5-9b',
          loaded_instances: [{ id: 'qwen/qwen3.5-9b' }],
          capabilities: { vision: false, trained_for_tool_use: true },
        },
        { type: 'embedding', key: 'text-embedding-nomic', loaded_instances: [] },
      ],
    },
  });

/** A page of Anthropic's list. */
const page = (id: string, hasMore: boolean): object => ({
  data: [{ type: 'model', id, capabilities: { image_input: { supported: true } } }],
  has_more: hasMore,
  first_id: id,
  last_id: id,
});

describe('listModels against the demo backend', () => {
  const models = [
    { id: 'sees-well', vision: true },
    { id: 'reads-only', vision: false },
  ];

  test.each([anthropicMessages, ollamaChat])('$name says which models can see', async (wire) => {
    const found = await vision(connect(wire, 'http://demo.invalid', createDemoBackend({ models })));
    expect(found).toEqual({ 'sees-well': 'true (server)', 'reads-only': 'false (server)' });
  });

  test('where a server names ids only, the table says it, or nobody', async () => {
    const backend = createDemoBackend({ models: ['gpt-4o', 'o3-mini', 'sees-well'] });
    expect(await vision(connect(openaiChat, 'http://demo.invalid/v1', backend))).toEqual({
      'gpt-4o': 'true (table)',
      'o3-mini': 'false (table)',
      'sees-well': 'undefined (table)',
    });
  });

  test('the ids of Gemini come without their collection', async () => {
    const found = await vision(
      connect(
        geminiGenerate,
        'http://demo.invalid',
        createDemoBackend({ models: ['gemini-2.5-flash'] }),
      ),
    );
    expect(found).toEqual({ 'gemini-2.5-flash': 'true (table)' });
  });

  test.each(allWireFormats)('$name lists models', async (wire) => {
    const baseUrl = wire.name.startsWith('openai')
      ? 'http://demo.invalid/v1'
      : 'http://demo.invalid';
    const listed = await listModels(connect(wire, baseUrl, createDemoBackend()));
    expect(listed.length).toBeGreaterThan(2);
  });

  test('what the app says of its own model comes before server and table', async () => {
    const backend = createDemoBackend({ models });
    const connection = connect(anthropicMessages, 'http://demo.invalid', backend, {
      model: 'reads-only',
      capabilities: { vision: true },
    });
    expect(await vision(connection)).toEqual({
      'sees-well': 'true (server)',
      'reads-only': 'true (app)',
    });
  });

  test('a registered model comes before the server too, where the registration says whether it sees', async () => {
    const backend = createDemoBackend({ models });
    const connection = connect(anthropicMessages, 'http://demo.invalid', backend);
    const takeBack = [
      registerModel('reads-only', (base) => ({ ...base, vision: true })),
      registerModel(/^sees/, (base) => ({ ...base, links: false })),
    ];
    try {
      expect(await vision(connection)).toEqual({
        'reads-only': 'true (app)',
        'sees-well': 'true (server)',
      });
      takeBack.push(registerModel('sees-well', { ...findRules('gpt-4o'), vision: false }));
      expect(await vision(connection)).toMatchObject({ 'sees-well': 'false (app)' });
    } finally {
      for (const undo of takeBack) undo();
    }
    expect(await vision(connection)).toMatchObject({ 'reads-only': 'false (server)' });
  });

  test('the key goes where the format wants it', async () => {
    const backend = createDemoBackend({ models: ['claude-sonnet-4-6'], allowedKeys: ['sk-right'] });
    const withKey = (key: string): Connection =>
      connect(anthropicMessages, 'https://demo.invalid', backend, { apiKey: () => key });
    expect(await listModels(withKey('sk-right'))).toHaveLength(1);
    await expect(listModels(withKey('sk-wrong'))).rejects.toMatchObject({ code: 'key-refused' });
  });
});

describe('listModels at other servers', () => {
  test('OpenRouter tells the modalities of each model', async () => {
    const { fetch } = fakeServer({
      'GET /api/v1/models': {
        data: [
          { id: 'a/eyes', architecture: { input_modalities: ['text', 'image'] } },
          { id: 'b/blind', architecture: { input_modalities: ['text'] } },
        ],
      },
    });
    expect(await vision(connect(openaiChat, 'https://openrouter.ai/api/v1', fetch))).toEqual({
      'a/eyes': 'true (server)',
      'b/blind': 'false (server)',
    });
  });

  test('LM Studio tells it at an address of its own', async () => {
    const { fetch } = lmStudio();
    const found = await vision(connect(openaiChat, 'http://localhost:1234/v1', fetch));
    expect(found['google/gemma-3-4b']).toBe('true (server)');
    expect(found['qwen/qwen3.5-9b']).toBe('false (server)');
    expect(found['text-embedding-nomic']).toContain('(table)');
  });

  test('a catalogue tells it where the server does not, and a name says that it only guesses', async () => {
    const ids = ['kept/own', 'gpt-4o', 'qwen3-coder', 'o3-mini', 'who-knows'];
    const { fetch } = fakeServer({ 'GET /v1/models': compatible(ids, 'someone') });
    const catalogue = readModelCatalogue(
      { here: { models: { 'kept/own': { modalities: { input: ['text', 'image'] } } } } },
      { provider: 'here' },
    );
    const listed = await listModels(connect(openaiChat, 'https://api.example.com/v1', fetch), {
      catalogue,
    });
    expect(listed).toEqual([
      { id: 'gpt-4o', vision: true, visionFrom: 'table' },
      { id: 'kept/own', vision: true, visionFrom: 'catalogue' },
      { id: 'o3-mini', vision: false, visionFrom: 'table' },
      { id: 'qwen3-coder', vision: false, visionFrom: 'name' },
      { id: 'who-knows', vision: undefined, visionFrom: 'table' },
    ]);
  });

  test('llama.cpp tells it of the one model that it serves', async () => {
    const { fetch } = fakeServer({
      'GET /v1/models': compatible(['my-projector.gguf'], 'llamacpp'),
      'GET /props': { model_path: 'my-projector.gguf', modalities: { vision: true, audio: false } },
    });
    expect(await vision(connect(openaiChat, 'http://127.0.0.1:8080/v1/', fetch))).toEqual({
      'my-projector.gguf': 'true (server)',
    });
  });

  test('Ollama tells it in its own format, also behind the format of OpenAI', async () => {
    const backend = createDemoBackend({
      models: [
        { id: 'eyes', vision: true },
        { id: 'ears', vision: false },
      ],
    });
    expect(await vision(connect(openaiChat, 'http://localhost:11434/v1', backend))).toEqual({
      eyes: 'true (server)',
      ears: 'false (server)',
    });
  });

  test('a server on the internet is asked for its list and nothing else', async () => {
    const { fetch, asked } = fakeServer({ 'GET /v1/models': compatible(['x'], 'someone') });
    await listModels(connect(openaiChat, 'https://api.example.com/v1', fetch));
    expect(asked).toEqual(['GET /v1/models']);
  });

  test('a hundred models of Ollama are asked about, and one that fails stays unknown', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `m${index}`);
    const { fetch, asked } = fakeServer({
      'GET /api/tags': { models: ids.map((model) => ({ name: model, model })) },
      'POST /api/show': (body: string) =>
        body.includes('"m7"') ? undefined : { capabilities: ['completion', 'vision'] },
    });
    const listed = await listModels(connect(ollamaChat, 'http://localhost:11434', fetch));
    expect(asked).toHaveLength(101);
    expect(listed.filter(({ visionFrom }) => visionFrom === 'server')).toHaveLength(99);
    expect(listed.find(({ id }) => id === 'm7')?.vision).toBeUndefined();
  });

  test('pages of a list are read to the end', async () => {
    const { fetch } = fakeServer({
      'GET /v1/models?limit=1000': page('claude-a', true),
      'GET /v1/models?limit=1000&after_id=claude-a': page('claude-b', false),
    });
    const listed = await listModels(connect(anthropicMessages, 'https://api.example.com', fetch));
    expect(listed.map(({ id }) => id)).toEqual(['claude-a', 'claude-b']);
  });

  test('Gemini pages too, and leaves out what does not answer', async () => {
    const { fetch } = fakeServer({
      'GET /v1beta/models?pageSize=1000': {
        models: [
          { name: 'models/gemini-3.8-flash', supportedGenerationMethods: ['generateContent'] },
          { name: 'models/embedding-001', supportedGenerationMethods: ['embedContent'] },
        ],
        nextPageToken: 'a/b',
      },
      'GET /v1beta/models?pageSize=1000&pageToken=a%2Fb': {
        models: [
          { name: 'models/gemini-2.5-flash', supportedGenerationMethods: ['generateContent'] },
        ],
      },
    });
    const listed = await listModels(connect(geminiGenerate, 'https://api.example.com', fetch));
    expect(listed.map(({ id }) => id)).toEqual(['gemini-2.5-flash', 'gemini-3.8-flash']);
  });

  test.each([
    ['something else', Response.json({ hello: 'world' })],
    ['no JSON', new Response('hello')],
    ['a list of nothing readable', Response.json({ data: null })],
  ])('an answer that is %s is told', async (_, answer) => {
    const { fetch } = fakeServer({ 'GET /v1/models': answer });
    await expect(
      listModels(connect(openaiChat, 'https://api.example.com/v1', fetch)),
    ).rejects.toMatchObject({ code: 'bad-response' });
  });

  test('a bare list is read too', async () => {
    const list = [{ id: 'meta-llama/Llama-4-Scout-17B-16E-Instruct' }, { id: 'qwen3:8b' }];
    const { fetch } = fakeServer({ 'GET /v1/models': list });
    const connection = connect(openaiChat, 'https://api.example/v1', fetch);
    expect(Object.keys(await vision(connection))).toEqual(list.map(({ id }) => id));
  });

  test('odd entries are passed over, and an id that comes twice is listed once', async () => {
    const { fetch } = fakeServer({
      'GET /v1/models': { data: [null, 5, { id: 7 }, { id: '' }, { id: 'a' }, { id: 'a' }] },
    });
    const listed = await listModels(connect(openaiChat, 'https://api.example.com/v1', fetch));
    expect(listed.map(({ id }) => id)).toEqual(['a']);
  });

  test('stops when it is aborted, also between hints', async () => {
    const controller = new AbortController();
    const { fetch } = fakeServer({
      'GET /api/tags': { models: [{ model: 'a' }, { model: 'b' }] },
      'POST /api/show': () => {
        controller.abort();
        return { capabilities: ['completion'] };
      },
    });
    await expect(
      listModels(connect(ollamaChat, 'http://localhost:11434', fetch), {
        signal: controller.signal,
      }),
    ).rejects.toMatchObject({ code: 'aborted' });
  });
});
