/** The whole of the smallest request of each format, and what each option adds to it. */
import { describe, expect, test } from 'vitest';
import type { ChatMessage, ImagePart, MessagePart } from '../../../src/messages/types.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiImages } from '../../../src/wire/openai-images/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat, WireOptions } from '../../../src/wire/types.js';

const json = { 'content-type': 'application/json' };
const text = (words: string): MessagePart => ({ type: 'text', text: words });
const say = (role: ChatMessage['role'], ...parts: MessagePart[]): ChatMessage => ({
  id: `id-${role}`,
  role,
  parts,
});

async function built(
  wire: WireFormat,
  messages: ChatMessage[],
  options: Partial<WireOptions> = {},
) {
  const { body, ...request } = await wire.buildRequest(messages, { model: 'asst_m', ...options });
  return { ...request, body: JSON.parse(await body.text()) as Record<string, unknown> };
}

interface Format {
  wire: WireFormat;
  path: string;
  headers?: object;
  body: object;
  /** More in a body for these options. */
  unstreamed: object;
  maxOutputTokens?: object;
  temperature?: object;
  system: object;
  more?: object;
}

const asked = (words: string) => [{ role: 'user', content: words }];
const formats: Format[] = [
  {
    wire: openaiChat,
    path: '/chat/completions',
    body: {
      model: 'asst_m',
      messages: asked('Hi'),
      stream: true,
      stream_options: { include_usage: true },
    },
    unstreamed: { stream: false, stream_options: undefined },
    maxOutputTokens: { max_completion_tokens: 9 },
    temperature: { temperature: 0 },
    system: {
      messages: [
        { role: 'system', content: 'A' },
        { role: 'system', content: 'B\n\nC' },
        ...asked('Hi'),
      ],
    },
  },
  {
    wire: openaiResponses,
    path: '/responses',
    body: {
      model: 'asst_m',
      input: [{ role: 'user', content: [{ type: 'input_text', text: 'Hi' }] }],
      stream: true,
      store: false,
    },
    unstreamed: { stream: false },
    maxOutputTokens: { max_output_tokens: 9 },
    temperature: { temperature: 0 },
    system: {
      input: [
        { role: 'system', content: 'A' },
        { role: 'system', content: 'B\n\nC' },
        { role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
      ],
    },
  },
  {
    wire: openaiAssistants,
    path: '/threads/runs',
    headers: { ...json, 'openai-beta': 'assistants=v2' },
    body: {
      assistant_id: 'asst_m',
      thread: { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] },
      stream: true,
    },
    unstreamed: { stream: false },
    maxOutputTokens: { max_completion_tokens: 9 },
    temperature: { temperature: 0 },
    system: { instructions: 'A\n\nB\n\nC' },
  },
  {
    wire: anthropicMessages,
    path: '/v1/messages',
    headers: {
      ...json,
      'anthropic-version': '2023-06-01',
      'anthropic-dangerous-direct-browser-access': 'true',
    },
    body: {
      model: 'asst_m',
      max_tokens: 4096,
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      stream: true,
    },
    unstreamed: { stream: false },
    maxOutputTokens: { max_tokens: 9 },
    temperature: { temperature: 0 },
    system: { system: 'A\n\nB\n\nC' },
  },
  {
    wire: geminiGenerate,
    path: '/v1beta/models/asst_m:streamGenerateContent?alt=sse',
    body: { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] },
    unstreamed: {},
    maxOutputTokens: { generationConfig: { maxOutputTokens: 9 } },
    temperature: { generationConfig: { temperature: 0 } },
    system: { systemInstruction: { parts: [{ text: 'A\n\nB\n\nC' }] } },
  },
  {
    wire: ollamaChat,
    path: '/api/chat',
    body: { model: 'asst_m', messages: asked('Hi'), stream: true },
    unstreamed: { stream: false },
    maxOutputTokens: { options: { num_predict: 9 } },
    temperature: { options: { temperature: 0 } },
    system: {
      messages: [
        { role: 'system', content: 'A' },
        { role: 'system', content: 'B\n\nC' },
        ...asked('Hi'),
      ],
    },
  },
  {
    wire: aiSdkUi,
    path: '',
    body: {
      id: 'id-user',
      messages: [{ id: 'id-user', role: 'user', parts: [{ type: 'text', text: 'Hi' }] }],
      trigger: 'submit-message',
      model: 'asst_m',
    },
    unstreamed: {},
    system: { system: 'A\n\nB\n\nC' },
    more: { resume: { id: 'id-user' } },
  },
  {
    wire: openaiImages,
    path: '/images/generations',
    body: { model: 'asst_m', prompt: 'Hi', stream: true, partial_images: 2 },
    unstreamed: { stream: undefined, partial_images: undefined },
    system: { prompt: 'A\n\nB\n\nC\n\nHi' },
  },
];

describe.each(formats)(
  '$wire.name',
  ({ wire, path, headers = json, body, more = {}, ...added }) => {
    const question = [say('user', text('Hi'))];
    /** A body with the fields of an option, without those that it takes away. */
    const bodyWith = (fields: object) =>
      Object.fromEntries(
        Object.entries({ ...body, ...fields }).filter(([, value]) => value !== undefined),
      );

    test('asks one question', async () => {
      expect(await built(wire, question)).toEqual({ path, headers, body, warnings: [], ...more });
    });

    test('asks it without a stream', async () => {
      const request = await built(wire, question, { stream: false });
      expect(request.body).toEqual(bodyWith(added.unstreamed));
      expect(request.path).toBe(path.replace('streamGenerateContent?alt=sse', 'generateContent'));
      const warned = wire === aiSdkUi ? ['option-dropped'] : [];
      expect(request.warnings.map(({ code }) => code)).toEqual(warned);
    });

    test.each([
      ['maxOutputTokens', 9],
      ['temperature', 0],
    ] as const)('asks it with %s: %i', async (option, value) => {
      const request = await built(wire, question, { [option]: value });
      expect(request.body).toEqual(bodyWith(added[option] ?? {}));
      expect(
        request.warnings.map(({ code, message }) => [code, message.includes(`“${option}”`)]),
      ).toEqual(added[option] ? [] : [['option-dropped', true]]);
    });

    test('follows instructions, which may be in several texts and messages', async () => {
      const system = [
        say('system', text('A'), text('')),
        say('system', text('B'), text('C')),
        say('system', text('')),
      ];
      expect((await built(wire, [...system, ...question])).body).toEqual(bodyWith(added.system));
    });

    test('leaves out texts of nothing, and messages of nothing', async () => {
      const messages = [
        say('user'),
        say('assistant', text(''), text(' ')),
        say('user', text(''), text('Hi'), text('')),
      ];
      expect((await built(wire, messages)).body).toEqual(body);
    });
  },
);

describe('an answer of before', () => {
  const conversation = [
    say('user', text('Hi')),
    say('assistant', text('A'), text('B ')),
    say('user', text('Go on')),
  ];
  test.each<[WireFormat, object]>([
    [
      openaiChat,
      { messages: [...asked('Hi'), { role: 'assistant', content: 'A\n\nB ' }, ...asked('Go on')] },
    ],
    [
      ollamaChat,
      { messages: [...asked('Hi'), { role: 'assistant', content: 'A\n\nB ' }, ...asked('Go on')] },
    ],
    // The server refuses an answer that ends in a blank.
    [
      anthropicMessages,
      { messages: [{ role: 'user' }, { role: 'assistant', content: 'A\n\nB' }, { role: 'user' }] },
    ],
    [
      openaiResponses,
      { input: [{ role: 'user' }, { role: 'assistant', content: 'A\n\nB ' }, { role: 'user' }] },
    ],
    [
      openaiAssistants,
      {
        thread: {
          messages: [
            { role: 'user' },
            { role: 'assistant', content: [{ type: 'text', text: 'A\n\nB ' }] },
            { role: 'user' },
          ],
        },
      },
    ],
    [
      geminiGenerate,
      {
        contents: [
          { role: 'user' },
          { role: 'model', parts: [{ text: 'A' }, { text: 'B ' }] },
          { role: 'user' },
        ],
      },
    ],
    [
      aiSdkUi,
      {
        messages: [
          { role: 'user' },
          {
            role: 'assistant',
            parts: [
              { type: 'text', text: 'A' },
              { type: 'text', text: 'B ' },
            ],
          },
          { role: 'user' },
        ],
      },
    ],
    [openaiImages, { prompt: 'Go on' }],
  ])('$name', async (wire, expected) => {
    const { body, warnings } = await built(wire, conversation);
    expect(body).toMatchObject(expected);
    expect(warnings).toEqual([]);
  });
});

const image = (id: string): ImagePart => ({
  type: 'image',
  id,
  data: { kind: 'file-id', fileId: id },
  mediaType: 'image/png',
  detail: 'auto',
});

describe('a request of images', () => {
  test('names each option as the endpoint does', async () => {
    const madeImages = {
      size: '1536x1024',
      quality: 'high',
      background: 'opaque',
      format: 'webp',
      compression: 80,
      count: 2,
      previews: 0,
    } as const;
    const { body } = await built(openaiImages, [say('user', text('A cat'))], { madeImages });
    expect(body).toEqual({
      model: 'asst_m',
      prompt: 'A cat',
      size: '1536x1024',
      quality: 'high',
      background: 'opaque',
      output_format: 'webp',
      output_compression: 80,
      n: 2,
      stream: true,
      partial_images: 0,
    });
  });

  test('edits the images of the question, or else the last one made', async () => {
    const own = say('user', text('Image 1:'), image('own'), text('Bluer'));
    expect(await built(openaiImages, [own])).toMatchObject({
      path: '/images/edits',
      body: { prompt: 'Bluer', images: [{ file_id: 'own' }] },
    });
    const before = [
      say('user', image('old'), text('Draw')),
      say('assistant', text('Here'), image('made')),
      say('user', text('Bluer')),
    ];
    expect(await built(openaiImages, before)).toMatchObject({
      path: '/images/edits',
      body: { prompt: 'Bluer', images: [{ file_id: 'made' }] },
    });
    const { path, body } = await built(openaiImages, before, { madeImages: { editsLast: false } });
    expect(path).toBe('/images/generations');
    expect(body).not.toHaveProperty('images');
    expect((await built(openaiImages, [...before.slice(0, 2), own])).body).toMatchObject({
      images: [{ file_id: 'own' }],
    });
  });

  test.each([
    [say('user', image('a'))],
    [say('user', text('Image 1:'), image('a'))],
    [say('user', text(' '))],
    [say('system', text('Draw'))],
  ])('without words is none: %j', async (message) => {
    await expect(built(openaiImages, [message])).rejects.toMatchObject({
      code: 'unsupported-by-wire',
    });
  });
});
