import { describe, expect, test } from 'vitest';
import {
  base64Of,
  dataUrl,
  pngDataUrl,
  post,
  question,
  quickBackend,
  type ErrorBody,
} from './helpers.js';

const EXAMPLE = "(e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=')";
const UNSUPPORTED =
  "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp'].";
const INVALID = 'invalid_request_error';
const at = 'messages[0].content[1].image_url';

async function refusalOf(body: unknown, headers?: Record<string, string>) {
  const response = await quickBackend()(post('/chat/completions', body, headers));
  const { error } = (await response.json()) as ErrorBody;
  return { status: response.status, ...error };
}

function withRole(role: string) {
  return {
    model: 'gpt-4o',
    messages: [
      { role, content: [{ type: 'image_url', image_url: { url: dataUrl('quad.png') } }] },
      { role: 'user', content: 'Hi' },
    ],
  };
}

describe('what OpenAI refuses in Chat Completions', () => {
  test.each([
    {
      what: 'a string where an object belongs',
      body: question('?', dataUrl('quad.png')),
      message: `Invalid type for '${at}': expected an object, but got a string instead.`,
      param: at,
      code: 'invalid_type',
    },
    {
      what: 'bare base64',
      body: question('?', { url: base64Of('quad.png') }),
      message: `Invalid image URL: '${at}.url'. Expected a base64-encoded data URL with an image MIME type ${EXAMPLE}, but got a value without the 'data:' prefix.`,
      param: `${at}.url`,
      code: 'invalid_value',
    },
    {
      what: 'a blob: address',
      body: question('?', { url: 'blob:https://app.example/1' }),
      message: `Invalid image URL: '${at}.url'. Expected a base64-encoded data URL with an image MIME type ${EXAMPLE}, but got a value without the 'data:' prefix.`,
      param: `${at}.url`,
      code: 'invalid_value',
    },
    {
      what: 'a media type that is no image',
      body: question('?', { url: dataUrl('document.pdf', 'application/pdf') }),
      message: `Invalid image URL: '${at}.url'. Expected a base64-encoded data URL with an image MIME type ${EXAMPLE}, but got unsupported MIME type 'application/pdf'.`,
      param: `${at}.url`,
      code: 'invalid_value',
    },
    ...[
      { what: 'empty base64', url: 'data:image/png;base64,' },
      { what: 'blanks in the base64', url: dataUrl('quad.png').replace(/.{76}/g, '$&\n') },
      { what: 'bytes that are no image', url: dataUrl('text_named.jpg', 'image/jpeg') },
      { what: 'a format it does not read', url: dataUrl('quad.avif', 'image/avif') },
      { what: 'an animated GIF', url: dataUrl('quad_animated.gif', 'image/gif') },
      { what: 'an image that is cut short', url: dataUrl('truncated.png') },
    ].map(({ what, url }) => ({
      what,
      body: question('?', { url }),
      message: UNSUPPORTED,
      param: null,
      code: 'invalid_image_format',
    })),
    {
      what: 'an image for a model that cannot see',
      body: { ...question('?', { url: dataUrl('quad.png') }), model: 'o3-mini' },
      message: 'Invalid content type. image_url is only supported by certain models.',
      param: 'messages.[0].content.[1].type',
      code: null,
    },
    ...['system', 'assistant', 'tool'].map((role) => ({
      what: `an image in a ${role} message`,
      body: withRole(role),
      message: `Invalid 'messages[0]'. Image URLs are only allowed for messages with role 'user', but this message with role '${role}' contains an image URL.`,
      param: 'messages[0]',
      code: 'invalid_value',
    })),
    {
      what: "another API's part",
      body: {
        model: 'gpt-4o',
        messages: [{ role: 'user', content: [{ type: 'image', source: {} }] }],
      },
      message: "Invalid value: 'image'. Supported values are: 'text' and 'image_url'.",
      param: 'messages[0].content[0].type',
      code: 'invalid_value',
    },
    {
      what: 'a part of Responses',
      body: {
        model: 'gpt-4o',
        messages: [{ role: 'user', content: [{ type: 'input_image', image_url: 'x' }] }],
      },
      message:
        "Invalid value: 'input_image'. Supported values are: 'text', 'image_url', 'input_audio', 'refusal', 'audio', and 'file'.",
      param: 'messages[0].content[0].type',
      code: 'invalid_value',
    },
    {
      what: 'a detail nobody knows',
      body: question('?', { url: dataUrl('quad.png'), detail: 'ultra' }),
      message:
        "Invalid value: 'ultra'. Supported values are: 'low', 'high', 'auto', and 'original'.",
      param: `${at}.detail`,
      code: 'invalid_value',
    },
    {
      what: "an address only the user's machine can reach",
      body: question('?', { url: 'http://localhost:3000/a.png' }),
      message: 'Timeout while downloading http://localhost:3000/a.png.',
      param: null,
      code: 'invalid_image_url',
    },
    {
      what: 'a request without a model',
      body: { messages: [{ role: 'user', content: 'Hi' }] },
      message: 'you must provide a model parameter',
      param: null,
      code: null,
    },
    {
      what: 'a request without messages',
      body: { model: 'gpt-4o' },
      message: "Missing required parameter: 'messages'.",
      param: 'messages',
      code: 'missing_required_parameter',
    },
  ])('$what', async ({ body, message, param, code }) => {
    expect(await refusalOf(body)).toEqual({ status: 400, type: INVALID, message, param, code });
  });

  test('more than 30,000 patches, with their number', async () => {
    const url = pngDataUrl({ width: 6080, height: 6016 });
    const body = { ...question('?', { url, detail: 'original' }), model: 'gpt-5.6-sol' };
    expect(await refusalOf(body)).toMatchObject({
      message:
        'The image you provided requires 35720 patches after processing, exceeding the limit of 30000. Please resize the image and try again.',
      code: 'invalid_value',
    });
    expect(await refusalOf({ ...body, model: 'gpt-5.5' })).toMatchObject({ status: 200 });
  });

  test('more than 50 MB of images together', async () => {
    const url = pngDataUrl({ paddingBytes: 19_000_000 });
    expect(await refusalOf(question('?', { url }))).toMatchObject({ status: 200 });
    expect(await refusalOf(question('?', { url }, { url }))).toMatchObject({
      status: 400,
      message: expect.stringMatching(
        /^Total image size is 50\.\d\dMB, which exceeds the allowed limit of 50MB\.$/,
      ),
      param: 'messages',
      code: null,
    });
  });

  test('JSON that is none', async () => {
    expect(await refusalOf('{"model":')).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^We could not parse the JSON body of your request\./),
      code: null,
    });
  });

  test('a model that does not exist', async () => {
    expect(await refusalOf({ ...question('Hi'), model: 'acme-nope' })).toMatchObject({
      status: 404,
      message: 'The model `acme-nope` does not exist or you do not have access to it.',
      code: 'model_not_found',
    });
  });

  test('Azure words its refusal of an address differently', async () => {
    const path =
      'http://x.invalid/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21';
    const response = await quickBackend()(post(path, question('?', { url: '/a.png' })));
    expect(await response.json()).toMatchObject({
      error: {
        message:
          'Invalid image URL. The URL must be a valid HTTP or HTTPS URL, or a data URL with base64 encoding.',
      },
    });
  });

  test('no key, a wrong key, and never the key itself', async () => {
    const backend = quickBackend({ allowedKeys: ['sk-right'] });
    const without = await backend(post('/chat/completions', question('Hi')));
    expect(without.status).toBe(401);
    const key = 'sk-CANARY-0123456789abcdef';
    const wrong = await backend(
      post('/chat/completions', question('Hi'), { authorization: `Bearer ${key}` }),
    );
    const text = await wrong.text();
    expect(wrong.status).toBe(401);
    expect(text).toContain('Incorrect API key provided: sk-CANAR*****cdef.');
    expect(text).not.toContain(key);
    const right = await backend(
      post('/chat/completions', question('Hi'), { authorization: 'Bearer sk-right' }),
    );
    expect(right.status).toBe(200);
  });
});
