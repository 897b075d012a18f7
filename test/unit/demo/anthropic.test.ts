import Anthropic, { BadRequestError } from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { base64Of, pngDataUrl, post, quickBackend } from './helpers.js';

const MODEL = 'claude-sonnet-4-6';

function client(options: DemoBackendOptions = {}): Anthropic {
  return new Anthropic({
    apiKey: 'sk-ant',
    baseURL: 'http://demo.invalid',
    maxRetries: 0,
    fetch: quickBackend(options),
  });
}

function image(name: string, mediaType = 'image/png') {
  return { type: 'image', source: { type: 'base64', media_type: mediaType, data: base64Of(name) } };
}

function sized(width: number, height: number) {
  const data = pngDataUrl({ width, height }).slice('data:image/png;base64,'.length);
  return { type: 'image', source: { type: 'base64', media_type: 'image/png', data } };
}

function body(...content: unknown[]) {
  return {
    model: MODEL,
    max_tokens: 1024,
    messages: [{ role: 'user', content: [...content, { type: 'text', text: 'What is it?' }] }],
  } as Anthropic.MessageCreateParamsNonStreaming;
}

async function refusalOf(request: unknown, headers = { 'anthropic-version': '2023-06-01' }) {
  const response = await quickBackend()(post('http://demo.invalid/v1/messages', request, headers));
  const { error } = (await response.json()) as { error?: { type: string; message: string } };
  return { status: response.status, ...error };
}

describe('Messages, through the official client', () => {
  test('answers whole and streamed with the same text', async () => {
    const anthropic = client();
    const whole = await anthropic.messages.create(body(image('quad.png')));
    const block = whole.content[0];
    expect(block).toMatchObject({ type: 'text', text: expect.stringContaining('1 image') });
    expect(whole.stop_reason).toBe('end_turn');
    // 96 × 64 px are 4 × 3 patches, and eleven characters of text are three tokens.
    expect(whole.usage.input_tokens).toBe(15);
    const streamed = await anthropic.messages.stream(body(image('quad.png'))).finalMessage();
    expect(streamed.content).toEqual(whole.content);
    expect(streamed.usage.output_tokens).toBe(whole.usage.output_tokens);
  });

  test('takes uploaded files and tells what its models can see', async () => {
    const anthropic = client();
    const file = await anthropic.files.upload({
      file: new File([readFixture('photo.jpg')], 'photo.jpg', { type: 'image/jpeg' }),
    });
    expect(file).toMatchObject({ type: 'file', mime_type: 'image/jpeg' });
    const source = { type: 'file', file_id: file.id };
    const answered = await anthropic.messages.create(body({ type: 'image', source }));
    expect(JSON.stringify(answered.content)).toContain('1600×1200 px');
    await anthropic.files.delete(file.id);
    await expect(anthropic.messages.create(body({ type: 'image', source }))).rejects.toMatchObject({
      status: 404,
    });
    const seeing: boolean[] = [];
    for await (const model of anthropic.models.list()) {
      seeing.push(model.capabilities?.image_input.supported ?? false);
    }
    expect(seeing).toContain(true);
  });

  test('counts tokens without looking at sizes', async () => {
    const { model, messages } = body(sized(9000, 100));
    const counted = await client().messages.countTokens({ model, messages });
    expect(counted.input_tokens).toBeGreaterThan(3);
  });

  test('errors have its type, its message and the request id', async () => {
    const error = await client()
      .messages.create(body(image('quad.png', 'image/jpg')))
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({
      requestID: expect.stringMatching(/^req_/),
      error: { type: 'error', error: { type: 'invalid_request_error' } },
    });
  });

  test('an error in the middle of the stream is thrown', async () => {
    const stream = client({ fault: 'error-event-mid-stream' }).messages.stream(body());
    await expect(stream.finalMessage()).rejects.toThrow(/The server had an error/);
  });

  test('runs a batch and gives results that are joined by custom_id', async () => {
    const anthropic = client();
    const batch = await anthropic.messages.batches.create({
      requests: [
        { custom_id: 'good', params: body(image('quad.png')) },
        { custom_id: 'bad', params: body(image('text_named.jpg')) },
      ],
    });
    expect(batch.processing_status).toBe('in_progress');
    let ended = batch;
    while (ended.processing_status !== 'ended') {
      await new Promise((resolve) => setTimeout(resolve, 2));
      ended = await anthropic.messages.batches.retrieve(batch.id);
    }
    expect(ended.request_counts).toMatchObject({ succeeded: 1, errored: 1, processing: 0 });
    const results = new Map<string, unknown>();
    for await (const line of await anthropic.messages.batches.results(batch.id)) {
      results.set(line.custom_id, line.result);
    }
    expect(results.get('good')).toMatchObject({
      type: 'succeeded',
      message: { role: 'assistant' },
    });
    expect(results.get('bad')).toMatchObject({
      type: 'errored',
      error: { error: { message: 'Could not process image' } },
    });
  });
});

describe('what Anthropic refuses', () => {
  const at = 'messages.0.content.0.image.source.base64';
  const large = image('quad.png');
  large.source.data = 'A'.repeat(10_485_764);

  test.each([
    {
      what: 'more than 10 MB of base64',
      body: body(large),
      message: `${at}: image exceeds 10 MB maximum: 10485764 bytes > 10485760 bytes`,
    },
    {
      what: 'a media type it does not know',
      body: body(image('quad.png', 'image/jpg')),
      message: `${at}.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'`,
    },
    {
      what: 'a label that is not what the bytes are',
      body: body(image('photo.jpg')),
      message: `${at}.data: The image was specified using the image/png media type, but the image appears to be a image/jpeg image`,
    },
    {
      what: 'bytes that are no image',
      body: body(image('html_named.png')),
      message: 'Could not process image',
    },
    {
      what: 'a side over 8000 px',
      body: body(sized(8001, 10)),
      message: `${at}.data: At least one of the image dimensions exceed max allowed size: 8000 pixels`,
    },
    {
      what: 'no max_tokens',
      body: { ...body(), max_tokens: undefined },
      message: 'max_tokens: Field required',
    },
  ])('$what', async ({ body: request, message }) => {
    expect(await refusalOf(request)).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      message,
    });
  });

  test('a side over 2000 px once there are more than 20 images, with the place of each', async () => {
    const twenty = Array.from({ length: 20 }, () => image('quad.png'));
    const tall = sized(100, 2001);
    expect(await refusalOf(body(...twenty.slice(1), tall))).toMatchObject({ status: 200 });
    expect(await refusalOf(body(...twenty, tall))).toMatchObject({
      status: 400,
      message:
        'messages.0.content.20.image.source.base64.data: At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels',
      details: {
        error_code: 'image_dimensions_too_large',
        max_side_length_pixels: 2000,
        paths: ['messages.0.content.20'],
      },
    });
  });

  test('a body over 32 MB', async () => {
    const request = { ...body(), metadata: { user_id: 'x'.repeat(33_554_432) } };
    expect(await refusalOf(request)).toMatchObject({ status: 413, type: 'request_too_large' });
  });

  test('a model that does not exist, a request without version, a page without its header', async () => {
    expect(await refusalOf({ ...body(), model: 'acme' })).toMatchObject({
      status: 404,
      type: 'not_found_error',
    });
    const without = await refusalOf(body(), {} as { 'anthropic-version': string });
    expect(without).toMatchObject({ status: 400 });
  });
});
