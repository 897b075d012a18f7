import OpenAI, { BadRequestError } from 'openai';
import { describe, expect, test } from 'vitest';
import { readFixture } from '../../helpers/read-fixture.js';
import { base64Of, BASE, dataUrl, post, quickBackend, type ErrorBody } from './helpers.js';

function client(): OpenAI {
  return new OpenAI({ apiKey: 'sk-x', baseURL: BASE, maxRetries: 0, fetch: quickBackend() });
}

function ask(image: Record<string, unknown>, model = 'gpt-5.4-mini') {
  return {
    model,
    input: [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'What is it?' },
          { type: 'input_image', ...image },
        ],
      },
    ],
  };
}

async function refusalOf(body: unknown) {
  const response = await quickBackend()(post('/responses', body));
  const { error } = (await response.json()) as ErrorBody;
  return { status: response.status, ...error };
}

describe('Responses, through the official client', () => {
  test('answers whole and streamed with the same text', async () => {
    const openai = client();
    const body = ask({
      image_url: dataUrl('quad.png'),
      detail: 'low',
    }) as OpenAI.Responses.ResponseCreateParamsNonStreaming;
    const whole = await openai.responses.create(body);
    expect(whole.output_text).toContain('1 image');
    expect(whole.status).toBe('completed');
    const stream = openai.responses.stream(body as Parameters<typeof openai.responses.stream>[0]);
    const final = await stream.finalResponse();
    expect(final.output_text).toBe(whole.output_text);
    expect(final.usage).toEqual(whole.usage);
  });

  test('numbers its events and ends with response.completed', async () => {
    const stream = await client().responses.create({
      model: 'gpt-5.4-mini',
      input: 'Hi',
      stream: true,
    });
    const events: { type: string; sequence_number: number }[] = [];
    for await (const event of stream) events.push(event);
    expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, index) => index));
    expect(events.map(({ type }) => type).filter((type) => !type.endsWith('.delta'))).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
  });

  test('says why an answer is incomplete', async () => {
    const response = await client().responses.create({
      model: 'gpt-5.4-mini',
      input: 'long',
      max_output_tokens: 16,
    });
    expect(response.status).toBe('incomplete');
    expect(response.incomplete_details).toEqual({ reason: 'max_output_tokens' });
  });

  test('a refusal is a part of its own', async () => {
    const response = await client().responses.create({
      model: 'gpt-5.4-mini',
      input: '/fault refusal',
    });
    expect(response.output[0]).toMatchObject({ content: [{ type: 'refusal' }] });
  });

  test('uploads an image, uses it by its id, and forgets it', async () => {
    const openai = client();
    const file = await openai.files.create({
      file: new File([readFixture('photo.jpg')], 'photo.jpg', { type: 'image/jpeg' }),
      purpose: 'vision',
    });
    expect(file).toMatchObject({ object: 'file', purpose: 'vision', filename: 'photo.jpg' });
    const content = await openai.files.content(file.id);
    expect(new Uint8Array(await content.arrayBuffer())).toEqual(readFixture('photo.jpg'));
    const body = ask({
      file_id: file.id,
      detail: 'auto',
    }) as OpenAI.Responses.ResponseCreateParamsNonStreaming;
    const answered = await openai.responses.create(body);
    expect(answered.output_text).toContain('1600×1200 px');
    expect(answered.output_text).toContain('uploaded before');
    await openai.files.delete(file.id);
    await expect(openai.responses.create(body)).rejects.toBeInstanceOf(BadRequestError);
    await expect(openai.files.retrieve(file.id)).rejects.toMatchObject({ status: 404 });
  });

  test('goes on from an earlier answer', async () => {
    const openai = client();
    const first = await openai.responses.create(
      ask({ image_url: dataUrl('quad.png') }) as OpenAI.Responses.ResponseCreateParamsNonStreaming,
    );
    const second = await openai.responses.create({
      model: 'gpt-5.4-mini',
      input: 'And now?',
      previous_response_id: first.id,
    });
    expect(second.output_text).toContain('1 earlier image again');
  });

  test('counts tokens without answering', async () => {
    const body = ask({ image_url: dataUrl('quad.png') });
    const counted = await client().responses.inputTokens.count(
      body as OpenAI.Responses.InputTokenCountParams,
    );
    const answered = await client().responses.create(
      body as OpenAI.Responses.ResponseCreateParamsNonStreaming,
    );
    expect(counted.input_tokens).toBe(answered.usage?.input_tokens);
  });
});

const at = 'input[0].content[1].image_url';
const EXAMPLE =
  "Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=')";
const NOT_AN_IMAGE =
  "The image data you provided does not represent a valid image. Please check your input and try again with one of the supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].";

describe('what OpenAI refuses in Responses', () => {
  test.each([
    {
      what: 'an object where a string belongs',
      body: ask({ image_url: { url: dataUrl('quad.png') } }),
      message: `Invalid type for '${at}': expected an image URL, but got an object instead.`,
    },
    {
      what: 'an address that is none',
      body: ask({ image_url: 'blob:https://app.example/1' }),
      message: `Invalid '${at}'. Expected a valid URL, but got a value with an invalid format.`,
    },
    {
      what: 'bare base64',
      body: ask({ image_url: base64Of('quad.png') }),
      message: `Invalid '${at}'. Expected a valid URL, but got a value with an invalid format.`,
    },
    {
      what: 'empty base64',
      body: ask({ image_url: 'data:image/png;base64,' }),
      message: `Invalid '${at}'. ${EXAMPLE}, but got empty base64-encoded bytes.`,
    },
    {
      what: 'a media type that is no image',
      body: ask({ image_url: dataUrl('document.pdf', 'application/pdf') }),
      message: `Invalid '${at}'. ${EXAMPLE}, but got unsupported MIME type 'application/pdf'.`,
    },
    {
      what: 'bytes that are no image',
      body: ask({ image_url: dataUrl('html_named.png') }),
      message: NOT_AN_IMAGE,
    },
    {
      what: 'parts of Chat Completions',
      body: { model: 'gpt-5.4', input: [{ role: 'user', content: [{ type: 'text', text: '?' }] }] },
      message:
        "Invalid value: 'text'. Supported values are: 'input_text', 'input_image', 'output_text', 'refusal', 'input_file', 'computer_screenshot', and 'summary_text'.",
    },
    {
      what: 'url instead of image_url',
      body: ask({ url: dataUrl('quad.png') }),
      message: "Unknown parameter: 'input[0].content[1].url'.",
    },
    {
      what: 'a model that cannot see',
      body: ask({ image_url: dataUrl('quad.png') }, 'o3-mini'),
      message: "Invalid value: 'input_image'. Supported values are: 'input_text'.",
    },
    {
      what: "a person's part in an answer",
      body: {
        model: 'gpt-5.4',
        input: [{ role: 'assistant', content: [{ type: 'input_text', text: '?' }] }],
      },
      message: "Invalid value: 'input_text'. Supported values are: 'output_text' and 'refusal'.",
    },
    {
      what: 'a file nobody uploaded',
      body: ask({ file_id: 'file-nope' }),
      message: "The file 'file-nope' was not found.",
    },
  ])('$what', async ({ body, message }) => {
    expect(await refusalOf(body)).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      message,
    });
  });
});
