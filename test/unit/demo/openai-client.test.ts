import OpenAI, { APIError, AuthenticationError, BadRequestError, NotFoundError } from 'openai';
import { describe, expect, test } from 'vitest';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import { BASE, dataUrl, quickBackend } from './helpers.js';

function client(options: DemoBackendOptions = {}): OpenAI {
  const backend = quickBackend(options);
  return new OpenAI({ apiKey: 'sk-x', baseURL: BASE, maxRetries: 0, fetch: backend });
}

function messages(url: string): OpenAI.ChatCompletionMessageParam[] {
  return [
    { role: 'system', content: 'Be brief.' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is it?' },
        { type: 'image_url', image_url: { url, detail: 'low' } },
      ],
    },
  ];
}

describe('the official OpenAI client', () => {
  test('reads an answer and its usage', async () => {
    const completion = await client().chat.completions.create({
      model: 'gpt-4o',
      messages: messages(dataUrl('quad.png')),
    });
    expect(completion.choices[0]?.message.content).toContain('1 image');
    expect(completion.usage?.prompt_tokens).toBe(85 + 5);
  });

  test('reads a stream to its end', async () => {
    const stream = await client().chat.completions.create({
      model: 'gpt-4o',
      messages: messages(dataUrl('quad.png')),
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    let finish: string | null = null;
    let usage: unknown;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      finish = chunk.choices[0]?.finish_reason ?? finish;
      usage = chunk.usage ?? usage;
    }
    expect(text).toContain('This is the demo backend, not a model.');
    expect(finish).toBe('stop');
    expect(usage).toMatchObject({ prompt_tokens: 90 });
  });

  test('gives the same text whole and streamed', async () => {
    const body = { model: 'gpt-4o', messages: messages(dataUrl('quad.png')) };
    const whole = await client().chat.completions.create(body);
    const streamed = await client().chat.completions.stream(body).finalContent();
    expect(streamed).toBe(whole.choices[0]?.message.content);
  });

  test('throws BadRequestError with code and param', async () => {
    const failed = client()
      .chat.completions.create({ model: 'gpt-4o', messages: messages('abcd') })
      .catch((error: unknown) => error);
    const error = await failed;
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_value',
      param: 'messages[1].content[1].image_url.url',
      requestID: expect.stringMatching(/^req_/),
    });
  });

  test('throws AuthenticationError, NotFoundError and APIError where they belong', async () => {
    const body = { model: 'gpt-4o', messages: messages(dataUrl('quad.png')) };
    await expect(
      client({ allowedKeys: ['sk-other'] }).chat.completions.create(body),
    ).rejects.toBeInstanceOf(AuthenticationError);
    await expect(
      client().chat.completions.create({ ...body, model: 'acme-nope' }),
    ).rejects.toBeInstanceOf(NotFoundError);
    const stream = await client({ fault: 'error-event-mid-stream' }).chat.completions.create({
      ...body,
      stream: true,
    });
    await expect(async () => {
      for await (const _ of stream);
    }).rejects.toBeInstanceOf(APIError);
  });

  test('lists models', async () => {
    const ids: string[] = [];
    for await (const model of client().models.list()) ids.push(model.id);
    expect(ids).toContain('gpt-4o');
  });
});
