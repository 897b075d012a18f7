import { ApiError, GoogleGenAI, type Part } from '@google/genai';
import { describe, expect, test } from 'vitest';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { base64Of, post, quickBackend } from './helpers.js';

const model = 'gemini-3.8-flash';

function client(options: DemoBackendOptions = {}): GoogleGenAI {
  return new GoogleGenAI({
    apiKey: 'AIza',
    httpOptions: { baseUrl: 'http://demo.invalid', fetch: quickBackend(options) },
  });
}

function contents(...parts: unknown[]) {
  return [{ role: 'user', parts: [...(parts as Part[]), { text: 'What is it?' }] }];
}

function inline(name: string, mimeType = 'image/png', level?: string) {
  return {
    inlineData: { mimeType, data: base64Of(name) },
    ...(level === undefined ? {} : { mediaResolution: { level } }),
  };
}

describe('generateContent, through the official client', () => {
  test('answers whole and streamed with the same text', async () => {
    const ai = client();
    const request = { model, contents: contents(inline('quad.png')) };
    const whole = await ai.models.generateContent(request);
    expect(whole.text).toContain('1 image');
    expect(whole.candidates?.[0]?.finishReason).toBe('STOP');
    expect(whole.usageMetadata?.promptTokenCount).toBe(1080 + 3);
    let text = '';
    for await (const chunk of await ai.models.generateContentStream(request)) {
      text += chunk.text ?? '';
    }
    expect(text).toBe(whole.text);
  });

  test.each([
    { level: 'MEDIA_RESOLUTION_LOW', tokens: 260 },
    { level: 'MEDIA_RESOLUTION_MEDIUM', tokens: 560 },
    { level: 'MEDIA_RESOLUTION_HIGH', tokens: 1080 },
    { level: 'MEDIA_RESOLUTION_ULTRA_HIGH', tokens: 2166 },
  ])('counts $tokens tokens for an image at $level', async ({ level, tokens }) => {
    const counted = await client().models.countTokens({
      model,
      contents: contents(inline('quad.png', 'image/png', level)),
    });
    expect(counted.totalTokens).toBe(tokens + 3);
  });

  test('uploads a file, uses it by its address, and forgets it', async () => {
    const ai = client();
    const file = await ai.files.upload({
      file: new Blob([readFixture('photo.jpg')], { type: 'image/jpeg' }),
      config: { mimeType: 'image/jpeg', displayName: 'photo' },
    });
    expect(file).toMatchObject({ displayName: 'photo', mimeType: 'image/jpeg', state: 'ACTIVE' });
    const part = { fileData: { fileUri: file.uri, mimeType: 'image/jpeg' } };
    const answered = await ai.models.generateContent({ model, contents: contents(part) });
    expect(answered.text).toContain('1600×1200 px');
    await ai.files.delete({ name: file.name ?? '' });
    await expect(
      ai.models.generateContent({ model, contents: contents(part) }),
    ).rejects.toBeInstanceOf(ApiError);
  });

  test('lists models', async () => {
    const names: (string | undefined)[] = [];
    for await (const { name } of await client().models.list()) names.push(name);
    expect(names).toContain(`models/${model}`);
  });

  test('without alt=sse a stream is one JSON array', async () => {
    const response = await quickBackend()(
      post(`http://demo.invalid/v1beta/models/${model}:streamGenerateContent`, {
        contents: contents(),
      }),
    );
    const chunks = (await response.json()) as unknown[];
    expect(chunks.length).toBeGreaterThan(3);
  });
});

describe('what Gemini refuses', () => {
  test.each([
    {
      what: 'SVG',
      part: inline('quad.png', 'image/svg+xml'),
      message: 'Unsupported MIME type: image/svg+xml',
    },
    {
      what: 'bytes that are no image',
      part: inline('html_named.png'),
      message: 'Unable to process input image.',
    },
    {
      what: "another API's part",
      part: { image_url: { url: 'x' } },
      message: `Invalid JSON payload received. Unknown name "image_url" at 'contents[0].parts[0]': Cannot find field.`,
    },
    {
      what: 'base64 with a data: prefix',
      part: { inlineData: { mimeType: 'image/png', data: 'data:image/png;base64,AAAA' } },
      message: `Invalid value at 'contents[0].parts[0].inline_data.data' (TYPE_BYTES), Base64 decoding failed for "data:image/png;base64,AAAA"`,
    },
  ])('$what', async ({ part, message }) => {
    const response = await quickBackend()(
      post(`http://demo.invalid/v1beta/models/${model}:generateContent`, {
        contents: contents(part),
      }),
    );
    expect(await response.json()).toEqual({
      error: { code: 400, message, status: 'INVALID_ARGUMENT' },
    });
  });

  test('a model that does not exist', async () => {
    const response = await quickBackend()(
      post('http://demo.invalid/v1beta/models/acme:generateContent', { contents: contents() }),
    );
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { status: 'NOT_FOUND' } });
  });
});
