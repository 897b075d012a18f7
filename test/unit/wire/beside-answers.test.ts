/** What formats ask and read besides answers: lists of models, stored files, counts of tokens, answers that go on. */
import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src/messages/types.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';

const anthropicHeaders = {
  'anthropic-version': '2023-06-01',
  'anthropic-dangerous-direct-browser-access': 'true',
};

const hint = (path: string) => openaiChat.models?.hints?.find((one) => one.path === path);

describe('a list of models', () => {
  test.each<[WireFormat, string, object]>([
    [openaiChat, '/models', {}],
    [anthropicMessages, '/v1/models?limit=1000', anthropicHeaders],
    [geminiGenerate, '/v1beta/models?pageSize=1000', {}],
    [ollamaChat, '/api/tags', {}],
  ])('of $name is at %s', ({ models }, path, headers) => {
    expect(models).toMatchObject({ path, headers });
  });

  test.each<[WireFormat, unknown, object | undefined]>([
    [openaiChat, { data: [{ id: 'a' }, { id: '' }, null, {}] }, { models: [{ id: 'a' }] }],
    [
      openaiChat,
      { data: [{ id: 'a', architecture: { input_modalities: ['text', 'image'] } }] },
      { models: [{ id: 'a', vision: true }] },
    ],
    [
      openaiChat,
      { data: [{ id: 'a', architecture: { input_modalities: ['text'] } }] },
      { models: [{ id: 'a', vision: false }] },
    ],
    [
      openaiChat,
      { data: [{ id: 'a', architecture: { input_modalities: [] } }] },
      { models: [{ id: 'a' }] },
    ],
    [
      openaiChat,
      { data: [{ id: 'a', capabilities: { vision: false } }] },
      { models: [{ id: 'a', vision: false }] },
    ],
    [
      openaiChat,
      { data: [{ id: 'a', capabilities: { vision: 'yes' } }] },
      { models: [{ id: 'a' }] },
    ],
    [openaiChat, { models: [] }, { models: [] }],
    [openaiChat, { models: [{ name: 'a' }, { id: 'b' }] }, { models: [{ id: 'a' }, { id: 'b' }] }],
    [openaiChat, { data: ['a', null, 5] }, { models: [{ id: 'a' }] }],
    [openaiChat, {}, undefined],
    [openaiChat, null, undefined],
    [
      anthropicMessages,
      { data: [{ id: 'a', capabilities: { image_input: { supported: true } } }] },
      { models: [{ id: 'a', vision: true }] },
    ],
    [
      anthropicMessages,
      { data: [], has_more: true, last_id: 'a/b' },
      { models: [], nextPath: '/v1/models?limit=1000&after_id=a%2Fb' },
    ],
    [
      anthropicMessages,
      { data: [], has_more: true, last_id: '\ud800' },
      { models: [], nextPath: '/v1/models?limit=1000&after_id=%EF%BF%BD' },
    ],
    [anthropicMessages, { data: [], has_more: false, last_id: 'a' }, { models: [] }],
    [anthropicMessages, { data: [], has_more: true }, { models: [] }],
    [anthropicMessages, { has_more: true, last_id: 'a' }, undefined],
    [
      geminiGenerate,
      {
        models: [
          { name: 'models/a', supportedGenerationMethods: ['generateContent'] },
          { name: 'models/b', supportedGenerationMethods: ['embedContent'] },
          { name: 'c' },
          null,
        ],
      },
      { models: [{ id: 'a' }, { id: 'c' }] },
    ],
    [
      geminiGenerate,
      { models: [], nextPageToken: 'a b' },
      { models: [], nextPath: '/v1beta/models?pageSize=1000&pageToken=a%20b' },
    ],
    [geminiGenerate, {}, undefined],
    [
      ollamaChat,
      { models: [{ model: 'a', name: 'b' }, { name: 'c' }, null] },
      { models: [{ id: 'a' }, { id: 'c' }] },
    ],
    [ollamaChat, [], undefined],
  ])('of $name reads %j', ({ models }, answer, page) => {
    expect(models?.read(answer)).toEqual(page);
  });

  test.each<[string, unknown, string[], object[]]>([
    [
      '/api/v1/models',
      {
        models: [
          { key: 'a', capabilities: { vision: true }, loaded_instances: [{ id: 'a-1' }] },
          { key: 'b' },
        ],
      },
      ['a', 'a-1'],
      [
        { id: 'a', vision: true },
        { id: 'a-1', vision: true },
      ],
    ],
    ['/api/v1/models', { models: [{ key: 'a' }] }, ['b'], []],
    ['/props', { modalities: { vision: true } }, ['a'], [{ id: 'a', vision: true }]],
    ['/props', { modalities: { vision: false } }, ['a'], [{ id: 'a', vision: false }]],
    // It serves one model.
    ['/props', { modalities: { vision: true } }, ['a', 'b'], []],
    ['/props', { modalities: { vision: true } }, [], []],
    ['/props', { modalities: {} }, ['a'], []],
    ['/api/show', { capabilities: ['completion', 'vision'] }, ['a'], [{ id: 'a', vision: true }]],
    ['/api/show', { capabilities: ['completion'] }, ['a'], [{ id: 'a', vision: false }]],
    ['/api/show', {}, ['a'], []],
  ])('has a hint at %s: %j', (path, answer, ids, models) => {
    expect(hint(path)?.read(answer, ids)).toEqual(models);
    expect(hint(path)?.onlyNearby).toBe(true);
  });

  test('asks Ollama about one model at a time', () => {
    expect(hint('/api/show')?.bodyFor?.('a')).toEqual({ model: 'a' });
    expect(ollamaChat.models?.hints).toHaveLength(1);
  });
});

describe('a stored file', () => {
  const bytes = new Blob(['abcd'], { type: 'image/png' });
  const image = { bytes, name: 'a "b".png' };
  async function sent(wire: WireFormat, baseUrl = 'https://api.example/v1') {
    const request = wire.files?.start(image, baseUrl);
    const form = request?.body instanceof FormData ? request.body : undefined;
    const file = form?.get('file') as File | undefined;
    return {
      path: request?.path,
      headers: request?.headers,
      purpose: form?.get('purpose'),
      file: file && [file.name, await file.text()],
    };
  }

  test('of OpenAI', async () => {
    expect(await sent(openaiResponses)).toEqual({
      path: '/files',
      headers: {},
      purpose: 'vision',
      file: [image.name, 'abcd'],
    });
    const { files } = openaiResponses;
    expect(files?.read({ id: 'f' })).toEqual({ fileId: 'f' });
    expect(files?.read({ id: 'f', expires_at: 5 })).toEqual({ fileId: 'f', expiresAtMs: 5000 });
    expect(files?.read({ data: { id: 'f' } })).toEqual({ fileId: 'f' });
    expect(files?.read({ file: { file_id: 'f' } })).toEqual({ fileId: 'f' });
    expect(files?.read({ id: 12 })).toEqual({ fileId: '12' });
    expect([files?.read({ id: '' }), files?.read(null)]).toEqual([undefined, undefined]);
    expect(files?.remove('a/b')).toEqual({ path: '/files/a%2Fb', headers: {} });
  });

  test('of Anthropic', async () => {
    expect(await sent(anthropicMessages)).toEqual({
      path: '/v1/files',
      headers: anthropicHeaders,
      purpose: null,
      file: [image.name, 'abcd'],
    });
    const { files } = anthropicMessages;
    expect(files?.read({ id: 'f' })).toEqual({ fileId: 'f' });
    expect([files?.read({ id: '' }), files?.read(null)]).toEqual([undefined, undefined]);
    expect(files?.remove('a/b')).toEqual({ path: '/v1/files/a%2Fb', headers: anthropicHeaders });
  });

  const { files } = geminiGenerate;
  test.each([
    ['https://g.example/v1beta', 'https://g.example/upload/v1beta/files'],
    ['https://g.example/v1beta/', 'https://g.example/upload/v1beta/files'],
    ['https://g.example/v1alpha///?a=1#b', 'https://g.example/upload/v1alpha/files'],
    ['https://g.example', 'https://g.example/upload/v1beta/files'],
    ['https://app.example/api', 'https://app.example/api/upload/v1beta/files'],
    ['/api', '/upload/v1beta/files'],
  ])('of Gemini under %s is announced at %s', async (baseUrl, path) => {
    const request = files?.start(image, baseUrl);
    expect(request).toMatchObject({
      path,
      headers: {
        'content-type': 'application/json',
        'x-goog-upload-protocol': 'resumable',
        'x-goog-upload-command': 'start',
        'x-goog-upload-header-content-length': '4',
        'x-goog-upload-header-content-type': 'image/png',
      },
    });
    const facts = await new Response(request?.body).text();
    expect(JSON.parse(facts)).toEqual({
      file: { display_name: image.name },
    });
  });

  test('of Gemini is sent to the address that is answered', () => {
    const headers = { 'x-goog-upload-url': 'https://g.example/session' };
    expect(files?.follow?.(new Response('', { headers }), image)).toEqual({
      path: 'https://g.example/session',
      headers: { 'x-goog-upload-offset': '0', 'x-goog-upload-command': 'upload, finalize' },
      body: bytes,
    });
    expect(files?.follow?.(new Response(''), image)).toBeUndefined();
  });

  const uri = 'https://g.example/v1beta/files/abc';
  test.each<[unknown, object | undefined]>([
    [{ file: { uri } }, { fileId: uri }],
    [{ uri }, { fileId: uri }],
    [
      { file: { uri, state: 'ACTIVE', expirationTime: '2026-12-01T00:00:00Z' } },
      { fileId: uri, expiresAtMs: Date.UTC(2026, 11, 1) },
    ],
    [{ file: { uri, state: 'PROCESSING' } }, { fileId: uri, isPending: true }],
    [{ file: { uri, state: 'FAILED' } }, undefined],
    [{ file: {} }, undefined],
    [null, undefined],
  ])('of Gemini is read from %j', (answer, file) => {
    expect(files?.read(answer)).toEqual(file);
  });

  test('of Gemini may have failed, and is named by its id', () => {
    expect(files?.readFailure?.({ state: 'FAILED', error: { message: 'No.' } })).toBe('No.');
    expect(files?.readFailure?.({ state: 'ACTIVE', error: { message: 'No.' } })).toBeUndefined();
    expect(files?.state?.(uri)).toEqual({ path: '/v1beta/files/abc', headers: {} });
    expect(files?.remove('files/abc')).toEqual({ path: '/v1beta/files/abc', headers: {} });
  });
});

describe('a count of tokens', () => {
  const messages: ChatMessage[] = [
    { id: 's', role: 'system', parts: [{ type: 'text', text: 'Be brief.' }] },
    { id: 'q', role: 'user', parts: [{ type: 'text', text: 'Hi' }] },
  ];
  const extraBody = { tools: [], tool_choice: 'auto', truncation: 'auto', seed: 7 };
  test.each<[WireFormat, string, object, object]>([
    [
      anthropicMessages,
      '/v1/messages/count_tokens',
      {
        model: 'm',
        system: 'Be brief.',
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
        tools: [],
        tool_choice: 'auto',
      },
      { input_tokens: 5 },
    ],
    [
      openaiResponses,
      '/responses/input_tokens',
      {
        model: 'm',
        input: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
        ],
        tools: [],
        tool_choice: 'auto',
        truncation: 'auto',
      },
      { input_tokens: 5 },
    ],
    [
      geminiGenerate,
      '/v1beta/models/m:countTokens',
      {
        generateContentRequest: {
          model: 'models/m',
          systemInstruction: { parts: [{ text: 'Be brief.' }] },
          contents: [{ role: 'user', parts: [{ text: 'Hi' }] }],
          ...extraBody,
        },
      },
      { totalTokens: 5 },
    ],
  ])('of $name', async ({ tokenCount }, path, body, answer) => {
    const request = await tokenCount?.buildRequest(messages, { model: 'm', extraBody });
    expect(request).toMatchObject({
      path,
      headers: { 'content-type': 'application/json' },
      warnings: [],
    });
    expect(JSON.parse((await request?.body.text()) ?? '')).toEqual(body);
    expect(tokenCount?.read(answer)).toBe(5);
    expect(tokenCount?.read({})).toBeUndefined();
  });

  test.each<[WireFormat, string, string]>([
    [anthropicMessages, '/api/chat', '/api/chat/count_tokens'],
    [anthropicMessages, '/api/chat?v=2', '/api/chat/count_tokens?v=2'],
    [openaiResponses, '/api/chat?v=2', '/api/chat/input_tokens?v=2'],
    [geminiGenerate, '/v1/models/m:streamGenerateContent?alt=sse', '/v1/models/m:countTokens'],
    [geminiGenerate, '/v1/models/m:generateContent', '/v1/models/m:countTokens'],
  ])('of $name is next to the path %s', async ({ tokenCount }, path, counted) => {
    const request = await tokenCount?.buildRequest(messages, { model: 'm', quirks: { path } });
    expect(request?.path).toBe(counted);
  });
});

const event = (data: string) => ({ event: 'message', data, id: '' });

describe('an answer that goes on', () => {
  test('of Responses is read from its start or from a position, and stopped', () => {
    const { resume } = openaiResponses;
    expect(resume?.path('a/b', {})).toBe('/responses/a%2Fb?stream=true');
    expect(resume?.path('a', {}, 0)).toBe('/responses/a?stream=true&starting_after=0');
    expect(resume?.path('a', { quirks: { path: '/api' } }, 7)).toBe(
      '/api/a?stream=true&starting_after=7',
    );
    expect(resume?.cancelPath?.('a/b', {})).toBe('/responses/a%2Fb/cancel');
    expect(resume?.positionOf?.(event('{"sequence_number": 12}'))).toBe(12);
    expect(
      resume?.positionOf?.(event(String.raw`{"text":"\"sequence_number\":12"}`)),
    ).toBeUndefined();
  });

  test('of a route of the AI SDK is read from its start', () => {
    const { resume } = aiSdkUi;
    expect(resume?.path('a/b', {})).toBe('/a%2Fb/stream');
    expect(resume?.path('a', { quirks: { path: '/api/chat' } })).toBe('/api/chat/a/stream');
    expect(resume).not.toHaveProperty('cancelPath');
  });
});
