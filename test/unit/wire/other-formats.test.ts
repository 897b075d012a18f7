import { describe, expect, test } from 'vitest';
import type { ChatMessage, ImagePart, MessagePart } from '../../../src/messages/types.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat, WireOptions } from '../../../src/wire/types.js';

const bytes = new Blob([new Uint8Array([255, 216, 255, 224])]);
const photo: ImagePart = {
  type: 'image',
  id: 'p',
  data: { kind: 'bytes', bytes },
  mediaType: 'image/jpeg',
  detail: 'high',
};
const link: ImagePart = {
  ...photo,
  id: 'l',
  data: { kind: 'url', url: 'https://x.example/b' },
  detail: 'auto',
};
const file: ImagePart = {
  ...photo,
  id: 'f',
  data: { kind: 'file-id', fileId: 'file-1' },
  detail: 'original',
};
const dataUrl: ImagePart = {
  ...photo,
  id: 'd',
  data: { kind: 'url', url: 'data:image/jpg;base64,/9j/\n4A==' },
  detail: 'low',
};
const question: MessagePart = { type: 'text', text: 'Compare.' };

const conversation: ChatMessage[] = [
  { id: 's', role: 'system', parts: [{ type: 'text', text: 'Be brief.' }] },
  { id: 'u', role: 'user', parts: [question, photo, link, file, dataUrl] },
  { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'Done. ' }] },
  { id: 'v', role: 'user', parts: [{ type: 'text', text: 'Thanks' }] },
];

async function built(
  wire: WireFormat,
  options: Partial<WireOptions> = {},
  messages = conversation,
) {
  const request = await wire.buildRequest(messages, {
    model: 'm',
    maxOutputTokens: 9,
    temperature: 1,
    ...options,
  });
  return { ...request, body: JSON.parse(await request.body.text()) as Record<string, unknown> };
}

function level(name: string) {
  return { mediaResolution: { level: `MEDIA_RESOLUTION_${name}` } };
}

function label(n: number): MessagePart {
  return { type: 'text', text: `Image ${n}:` };
}

describe('a request', () => {
  test('of Responses is the documented one', async () => {
    const { path, body } = await built(openaiResponses);
    expect(path).toBe('/responses');
    expect(body).toEqual({
      model: 'm',
      input: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 'Compare.' },
            { type: 'input_image', image_url: 'data:image/jpeg;base64,/9j/4A==', detail: 'high' },
            { type: 'input_image', image_url: 'https://x.example/b', detail: 'auto' },
            { type: 'input_image', file_id: 'file-1', detail: 'original' },
            { type: 'input_image', image_url: 'data:image/jpeg;base64,/9j/4A==', detail: 'low' },
          ],
        },
        { role: 'assistant', content: 'Done. ' },
        { role: 'user', content: [{ type: 'input_text', text: 'Thanks' }] },
      ],
      stream: true,
      store: false,
      max_output_tokens: 9,
      temperature: 1,
    });
  });

  test('of Messages is the documented one', async () => {
    const { path, headers, body, warnings } = await built(anthropicMessages);
    expect(path).toBe('/v1/messages');
    expect(headers).toEqual({
      'content-type': 'application/json',
      'anthropic-version': '2023-06-01',
      'anthropic-dangerous-direct-browser-access': 'true',
    });
    expect(body).toEqual({
      model: 'm',
      max_tokens: 9,
      system: 'Be brief.',
      messages: [
        {
          role: 'user',
          content: [
            {
              type: 'image',
              source: { type: 'base64', media_type: 'image/jpeg', data: '/9j/4A==' },
            },
            { type: 'image', source: { type: 'url', url: 'https://x.example/b' } },
            { type: 'image', source: { type: 'file', file_id: 'file-1' } },
            {
              type: 'image',
              source: { type: 'base64', media_type: 'image/jpeg', data: '/9j/4A==' },
            },
            { type: 'text', text: 'Compare.' },
          ],
        },
        { role: 'assistant', content: 'Done.' },
        { role: 'user', content: [{ type: 'text', text: 'Thanks' }] },
      ],
      stream: true,
      temperature: 1,
    });
    expect(warnings.map(({ code, imageId }) => `${code} ${imageId}`)).toEqual([
      'detail-dropped p',
      'detail-dropped f',
      'detail-dropped d',
    ]);
  });

  test('of generateContent is the documented one', async () => {
    const { path, body, warnings } = await built(geminiGenerate, { model: 'gemini-3-pro' });
    expect(path).toBe('/v1beta/models/gemini-3-pro:streamGenerateContent?alt=sse');
    const inlineData = { mimeType: 'image/jpeg', data: '/9j/4A==' };
    expect(body).toEqual({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        {
          role: 'user',
          parts: [
            { inlineData, ...level('HIGH') },
            { fileData: { fileUri: 'https://x.example/b', mimeType: 'image/jpeg' } },
            {
              fileData: {
                fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/file-1',
                mimeType: 'image/jpeg',
              },
              ...level('ULTRA_HIGH'),
            },
            { inlineData, ...level('LOW') },
            { text: 'Compare.' },
          ],
        },
        { role: 'model', parts: [{ text: 'Done. ' }] },
        { role: 'user', parts: [{ text: 'Thanks' }] },
      ],
      generationConfig: { maxOutputTokens: 9, temperature: 1 },
    });
    expect(warnings).toEqual([]);
  });

  test('of generateContent to a model of before asks for no resolution, and tells it', async () => {
    const { path, body, warnings } = await built(geminiGenerate, {
      model: 'gemini-2.5-flash',
      stream: false,
    });
    expect(path).toBe('/v1beta/models/gemini-2.5-flash:generateContent');
    expect(JSON.stringify(body)).not.toContain('mediaResolution');
    expect(warnings).toHaveLength(3);
  });

  test('of Ollama is the documented one', async () => {
    const { path, body, warnings } = await built(ollamaChat);
    expect(path).toBe('/api/chat');
    expect(body).toEqual({
      model: 'm',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Compare.', images: ['/9j/4A==', '/9j/4A=='] },
        { role: 'assistant', content: 'Done. ' },
        { role: 'user', content: 'Thanks' },
      ],
      stream: true,
      options: { num_predict: 9, temperature: 1 },
    });
    expect(
      warnings.filter(({ code }) => code === 'image-dropped').map(({ imageId }) => imageId),
    ).toEqual(['l', 'f']);
  });

  test('of Assistants makes a thread and runs it, with links and uploaded files only', async () => {
    const { path, headers, body, warnings } = await built(openaiAssistants, { model: 'asst_1' });
    expect(path).toBe('/threads/runs');
    expect(headers['openai-beta']).toBe('assistants=v2');
    expect(body).toEqual({
      assistant_id: 'asst_1',
      instructions: 'Be brief.',
      thread: {
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'Compare.' },
              { type: 'image_url', image_url: { url: 'https://x.example/b', detail: 'auto' } },
              { type: 'image_file', image_file: { file_id: 'file-1', detail: 'high' } },
            ],
          },
          { role: 'assistant', content: [{ type: 'text', text: 'Done. ' }] },
          { role: 'user', content: [{ type: 'text', text: 'Thanks' }] },
        ],
      },
      stream: true,
      max_completion_tokens: 9,
      temperature: 1,
    });
    expect(JSON.stringify(body)).not.toContain('base64');
    expect(warnings.map(({ code, imageId }) => `${code} ${imageId}`)).toEqual([
      'image-dropped p',
      'detail-lowered f',
      'image-dropped d',
    ]);
  });

  test('of Assistants names its assistant, or says that none was named', async () => {
    const { body } = await built(openaiAssistants, {
      model: 'gpt-x',
      extraBody: { assistant_id: 'asst_2' },
    });
    expect(body).toMatchObject({ assistant_id: 'asst_2', model: 'gpt-x' });
    await expect(built(openaiAssistants)).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

describe('images before text', () => {
  const b: ImagePart = { ...photo, id: 'b' };
  test.each([
    { name: 'moves them', parts: [question, photo, b], order: 'p b Compare.' },
    { name: 'leaves them where they are first', parts: [photo, question], order: 'p Compare.' },
    {
      name: 'keeps labels with them',
      parts: [question, label(1), photo, label(2), b],
      order: 'Image 1: p Image 2: b Compare.',
    },
    {
      name: 'moves nothing where text stands between',
      parts: [question, photo, { type: 'text', text: 'and then' } as const, b],
      order: 'Compare. p and then b',
    },
  ])('$name', async ({ parts, order }) => {
    const { body } = await built(geminiGenerate, {}, [
      {
        id: 'u',
        role: 'user',
        parts: parts.map((part) =>
          part.type === 'image' ? { ...part, data: { kind: 'url' as const, url: part.id } } : part,
        ),
      },
    ]);
    const [content] = body['contents'] as [
      { parts: Array<{ text?: string; fileData?: { fileUri: string } }> },
    ];
    expect(content.parts.map((part) => part.text ?? part.fileData?.fileUri).join(' ')).toBe(order);
  });
});
