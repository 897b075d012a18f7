import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import type { ChatMessage, ImagePart } from '../../../src/messages/types.js';
import { explainRefusal } from '../../../src/request/explain-refusal.js';
import { findTooSmall } from '../../../src/request/too-small.js';
import { classifyFailure } from '../../../src/wire/classify-failure.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

const image = (id: string, width: number, height: number): ImagePart => ({
  type: 'image',
  id,
  data: { kind: 'bytes', bytes: new Blob([id]) },
  mediaType: 'image/png',
  detail: 'auto',
  name: `${id}.png`,
  width,
  height,
});
const photo = image('photo', 1600, 1200);
const icon = image('icon', 8, 8);
const strip = image('strip', 16, 3000);
const hair = image('hair', 4000, 4);

const found = (words: string, ...images: readonly ImagePart[]) =>
  findTooSmall(images, words).map((one) => [one.image.id, one.minSidePx]);

describe('a refusal for a smallest size', () => {
  test.each([
    'Invalid image size: 8x8. Minimum is 10x10',
    'image height must be at least 28 pixels',
    'The image is too narrow for this model',
    'absolute aspect ratio must be smaller than 200, got 1000.0',
    'The width-to-height ratio 1000 is above the limit of 200',
    '图片的宽高比不能超过200',
    'Image must have at least 56 pixels on each side',
    'Width and height of the image must both be >= 28',
    'The image resolution is too low',
    't:4 must be larger than factor:28',
    '图片尺寸过小，宽和高必须大于10像素',
    '画像が小さすぎます',
  ])('is known as one: %s', (message) => {
    const body = JSON.stringify({ error: { message } });
    expect(classifyFailure(400, body, openaiChat).code).toBe('image-too-small');
  });

  test.each([
    ['The image exceeds the maximum size of 20 MB', 'image-bytes'],
    ['image_url must be a valid http URL, minimum TLS 1.2', 'url-form'],
    ['Image must be at most 20 MB', 'bad-request'],
    ['The minimum plan for images is Pro', 'bad-request'],
  ])('is told from others: %s', (message, code) => {
    const body = JSON.stringify({ error: { message } });
    expect(classifyFailure(400, body, openaiChat).code).toBe(code);
  });
});

describe('the images that a server means', () => {
  test.each([
    ['[height:8 or width:8 must be larger than 10]', [['icon', 11]]],
    [
      'height:3000 and width:16 must be larger than factor:28',
      [
        ['icon', 29],
        ['strip', 29],
      ],
    ],
    [
      'The image is too small. The minimum is 32 px.',
      [
        ['icon', 32],
        ['strip', 32],
      ],
    ],
    ['Image dimensions 8x8 are too small; at least 14x14 is required', [['icon', 14]]],
    ['image width (8) must be > 10', [['icon', 11]]],
    ['The image is smaller than the minimum size of 12 pixels', [['icon', 12]]],
    ['Each side should be no less than 10 px', [['icon', 10]]],
    ['图片尺寸过小，宽和高必须大于10像素', [['icon', 11]]],
    ['图像的宽和高不小于14像素', [['icon', 14]]],
    ['image size must be between 10 and 6000 px', [['icon', 10]]],
  ])('%s', (words, expected) => {
    expect(found(words, photo, icon, strip)).toEqual(expected);
  });

  test.each([
    'absolute aspect ratio must be smaller than 200, got 1000.0 / 4.0',
    'The aspect ratio of the image exceeds 200:1',
    'Image aspect ratio should be within [1/200, 200], but 1000 was given',
    'The width-to-height ratio 1000 is above the limit of 200',
    '图片的宽高比不能超过200',
  ])('%s', (words) => {
    expect(found(words, photo, strip, hair)).toEqual([['hair', 21]]);
  });

  test('are the smallest, made twice as large, where no number helps', () => {
    expect(found('Image too small', photo, strip)).toEqual([['strip', 64]]);
    expect(found('The minimum is 32 px', image('a', 100, 90))).toEqual([['a', 180]]);
    expect(found('Image too small')).toEqual([]);
  });
});

test('a refusal names its image, and what is needed', () => {
  const messages: ChatMessage[] = [{ id: 'q', role: 'user', parts: [photo, icon] }];
  const refusal = new KitError('bad-request', {
    message: 'Refused.',
    facts: {
      status: 400,
      providerMessage:
        'The image length and width do not meet the model restrictions. [height:8 or width:8 must be larger than 10]',
    },
  });
  const { message, facts } = explainRefusal(refusal, messages, openaiChat);
  expect(facts).toMatchObject({ problem: 'image-too-small', imageId: 'icon', limit: 11, value: 8 });
  expect(message).toContain('icon.png');
});
