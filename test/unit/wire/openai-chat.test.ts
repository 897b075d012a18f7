import { describe, expect, test } from 'vitest';
import type { ChatMessage, ImagePart, MessagePart } from '../../../src/messages/types.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { WireOptions } from '../../../src/wire/types.js';
import { findServerPreset } from '../../../src/wire/presets.js';
import { chatEvents } from '../../helpers/read-stream.js';

const photo: ImagePart = {
  type: 'image',
  id: 'p',
  data: { kind: 'bytes', bytes: new Blob([new Uint8Array([255, 216, 255, 224])]) },
  mediaType: 'image/jpeg',
  detail: 'high',
};
const link: ImagePart = {
  ...photo,
  id: 'l',
  data: { kind: 'url', url: 'https://x.example/b.png' },
  detail: 'original',
};

async function bodyOf(messages: ChatMessage[], options: Partial<WireOptions> = {}) {
  const { body, warnings, path } = await openaiChat.buildRequest(messages, {
    model: 'm',
    ...options,
  });
  return { body: JSON.parse(await body.text()) as Record<string, unknown>, warnings, path };
}

function user(...parts: MessagePart[]): ChatMessage {
  return { id: 'u', role: 'user', parts };
}

describe('a request of Chat Completions', () => {
  test('is the documented one', async () => {
    const { body, path } = await bodyOf(
      [
        { id: 's', role: 'system', parts: [{ type: 'text', text: 'Be brief.' }] },
        user({ type: 'text', text: 'Compare.' }, photo, link),
      ],
      { maxOutputTokens: 100, temperature: 0 },
    );
    expect(path).toBe('/chat/completions');
    expect(body).toEqual({
      model: 'm',
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Compare.' },
            {
              type: 'image_url',
              image_url: { url: 'data:image/jpeg;base64,/9j/4A==', detail: 'high' },
            },
            {
              type: 'image_url',
              image_url: { url: 'https://x.example/b.png', detail: 'original' },
            },
          ],
        },
      ],
      stream: true,
      stream_options: { include_usage: true },
      max_completion_tokens: 100,
      temperature: 0,
    });
  });

  test('without a stream asks for no stream options', async () => {
    const { body } = await bodyOf([user({ type: 'text', text: 'Hi' })], { stream: false });
    expect(body).toEqual({
      model: 'm',
      messages: [{ role: 'user', content: 'Hi' }],
      stream: false,
    });
  });

  test.each([
    { id: 'vllm', details: [undefined, undefined], codes: ['detail-dropped', 'detail-dropped'] },
    { id: 'groq', details: ['high', 'high'], codes: ['detail-lowered'] },
    { id: 'openrouter', details: ['high', 'original'], codes: [] },
    { id: 'lm-studio', details: [undefined], codes: ['detail-dropped', 'image-dropped'] },
  ] as const)('of $id has the details $details', async ({ id, details, codes }) => {
    const { quirks = {} } = findServerPreset(id);
    const { body, warnings } = await bodyOf([user({ type: 'text', text: 'Hi' }, photo, link)], {
      quirks,
    });
    const [{ content }] = body['messages'] as [
      { content: Array<{ image_url?: { detail?: string } }> },
    ];
    expect(content.slice(1).map(({ image_url: image }) => image?.detail)).toEqual(details);
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });

  test('of an old server has its own names', async () => {
    const { quirks = {} } = findServerPreset('mistral');
    const { body } = await bodyOf([user({ type: 'text', text: 'Hi' })], {
      quirks,
      maxOutputTokens: 9,
    });
    expect(body).toMatchObject({ max_tokens: 9 });
    expect(body).not.toHaveProperty('stream_options');
    expect(body).not.toHaveProperty('max_completion_tokens');
  });

  test('leaves out a media type the server does not take, and tells it', async () => {
    const bytes = new Blob(['RIFF\u0001\u0001\u0001\u0001WEBP']);
    const webp: ImagePart = { ...photo, data: { kind: 'bytes', bytes } };
    const { quirks = {} } = findServerPreset('lm-studio');
    const { warnings } = await bodyOf([user({ type: 'text', text: 'Hi' }, webp)], { quirks });
    expect(warnings).toMatchObject([{ code: 'image-dropped', imageId: 'p' }]);
  });

  test('keeps text that looks like the place of an image as it is', async () => {
    const text = '"}]}\u0000{{0}} \uD83D\uDE00 </script> \u2028';
    const { body } = await bodyOf([user({ type: 'text', text }, photo)]);
    expect(body['messages']).toMatchObject([{ content: [{ text }, {}] }]);
  });

  test('of large images is a Blob of many slices with the right base64', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const large = new Blob(Array.from({ length: 40 }, () => bytes));
    const { body } = await openaiChat.buildRequest(
      [user({ ...photo, data: { kind: 'bytes', bytes: large } })],
      { model: 'm' },
    );
    const [, base64 = ''] = /base64,([^"]+)"/.exec(await body.text()) ?? [];
    expect(base64).toBe(Buffer.from(await large.arrayBuffer()).toString('base64'));
  });
});

const read = (...chunks: object[]) =>
  chatEvents(openaiChat, [
    new TextEncoder().encode(
      [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]']
        .map((data) => `data: ${data}\n\n`)
        .join(''),
    ),
  ]);

describe('an answer with an object of the server', () => {
  const piece = { choices: [{ index: 0, delta: { content: 'A cat.' } }] };

  test('has its usage there', async () => {
    const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
    const usage = { prompt_tokens: 7, completion_tokens: 3 };
    expect(await read(piece, { ...end, x_groq: { id: 'r', usage } })).toContainEqual({
      type: 'usage-update',
      inputTokens: 7,
      outputTokens: 3,
    });
  });

  test('has its usage in the choice', async () => {
    const usage = { prompt_tokens: 7, completion_tokens: 3 };
    const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop', usage }] };
    expect(await read(piece, end)).toContainEqual({
      type: 'usage-update',
      inputTokens: 7,
      outputTokens: 3,
    });
  });

  test('is not complete if that says why it stopped early', async () => {
    const end = { choices: [{ index: 0, delta: {}, finish_reason: null }] };
    const events = await read(piece, { ...end, x_groq: { id: 'r', error: 'over_capacity' } });
    expect(events.at(-1)).toMatchObject({ type: 'message-fail', code: 'provider-error' });
    expect(events.at(-1)).toMatchObject({ facts: { providerMessage: 'over_capacity' } });
  });
});
