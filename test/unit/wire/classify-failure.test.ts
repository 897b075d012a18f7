import { describe, expect, test } from 'vitest';
import type { ChatMessage, ImagePart } from '../../../src/messages/types.js';
import { classifyFailure } from '../../../src/wire/classify-failure.js';
import { anthropic, openai, refusals, shortRefusals } from '../../helpers/known-refusals.js';

function image(id: string): ImagePart {
  return {
    type: 'image',
    id,
    data: { kind: 'url', url: 'https://x.example' },
    mediaType: 'image/png',
    detail: 'auto',
  };
}

describe('classifyFailure', () => {
  test.each(refusals)(
    '$says is $code',
    ({ says, body, code, status = 400, wire = 'openai-chat', imageIndex }) => {
      for (const text of [
        body ?? openai(says),
        body ?? says,
        body ?? JSON.stringify({ detail: says }),
      ]) {
        const found = classifyFailure(status, text, wire);
        expect(found).toMatchObject({ code });
        expect(found.imageIndex).toBe(imageIndex);
        expect(found.advice.length).toBeGreaterThan(30);
      }
    },
  );

  test.each([
    { code: 'invalid_image', is: 'damaged' },
    { code: 'invalid_image_format', is: 'media-type' },
    { code: 'invalid_base64_image', is: 'damaged' },
    { code: 'invalid_image_url', is: 'url-form' },
    { code: 'image_too_large', is: 'image-bytes' },
    { code: 'image_parse_error', is: 'damaged' },
    { code: 'image_file_too_large', is: 'image-bytes' },
    { code: 'unsupported_image_media_type', is: 'media-type' },
    { code: 'empty_image_file', is: 'empty-image' },
    { code: 'failed_to_download_image', is: 'url-not-reachable' },
    { code: 'image_file_not_found', is: 'not-found' },
  ])('the code $code without helpful words is $is', ({ code, is }) => {
    expect(
      classifyFailure(400, JSON.stringify({ error: { code, message: 'No.' } }), 'openai-responses')
        .code,
    ).toBe(is);
  });

  test('the machine-readable code names side and place', () => {
    const body = JSON.stringify({
      type: 'error',
      error: {
        type: 'invalid_request_error',
        message: 'Image too large.',
        details: {
          error_code: 'image_dimensions_too_large',
          max_side_length_pixels: 2000,
          paths: ['messages.0.content.3'],
        },
      },
    });
    expect(classifyFailure(400, body, 'anthropic-messages')).toMatchObject({
      code: 'image-side',
      messageIndex: 0,
      imageIndex: 3,
    });
  });

  test.each([
    { status: 401, body: openai('Incorrect API key'), code: 'key-refused' },
    {
      status: 400,
      body: '{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}',
      code: 'key-refused',
    },
    { status: 403, body: '{}', code: 'forbidden' },
    {
      status: 404,
      body: openai('The model does not exist', null, 'model_not_found'),
      code: 'not-found',
    },
    { status: 413, body: '<html>413 Request Entity Too Large</html>', code: 'request-bytes' },
    { status: 413, body: '', code: 'request-bytes' },
    { status: 429, body: openai('Rate limit'), code: 'rate-limited' },
    { status: 429, body: openai('m', null, 'insufficient_quota'), code: 'quota-exceeded' },
    { status: 529, body: anthropic('Overloaded', 'overloaded_error'), code: 'overloaded' },
    { status: 500, body: 'oops', code: 'server-error' },
    { status: 400, body: openai("Unknown parameter: 'foo'."), code: 'bad-request' },
  ])('$status without an image in it is $code', ({ status, body, code }) => {
    const found = classifyFailure(status, body, 'openai-chat');
    expect(found.code).toBe(code);
    expect(found.advice).not.toBe('');
  });

  const messages: ChatMessage[] = [
    { id: '0', role: 'system', parts: [{ type: 'text', text: 's' }] },
    { id: '1', role: 'user', parts: [{ type: 'text', text: 'q' }, image('a'), image('b')] },
  ];
  test.each([
    { wire: 'openai-chat', says: 'messages[1].content[2].image_url', id: 'b' },
    { wire: 'anthropic-messages', says: 'messages.0.content.0.image.source', id: 'a' },
    { wire: 'gemini-generate', says: 'contents[0].parts[1].inline_data', id: 'b' },
    { wire: 'openai-chat', says: 'messages[1].content[0].text', id: undefined },
    { wire: 'openai-chat', says: 'messages[9].content[0].image_url', id: undefined },
  ])('$says of $wire is the image $id', ({ wire, says, id }) => {
    expect(classifyFailure(400, openai(`Bad: ${says}`), wire, messages).imageId).toBe(id);
  });
});

test.each(shortRefusals)('“%s” is %s', (says, code, status = 400) => {
  expect(classifyFailure(status, openai(says), 'openai-chat').code).toBe(code);
});

test('a place in what a router quotes is none of ours', () => {
  const raw = JSON.stringify({ error: { message: "Invalid value at 'contents[0].parts[2]'" } });
  const error = { message: 'Provider returned error', code: 400, metadata: { raw } };
  const direct = classifyFailure(400, JSON.stringify({ error }), 'openai-chat');
  expect(direct).not.toHaveProperty('messageIndex');
  // As the transport tells of it.
  const message = `Provider returned error: ${raw}`;
  expect(classifyFailure(400, openai(message), 'openai-chat')).not.toHaveProperty('messageIndex');
});
