/** What an event of the endpoints for images says: https://platform.openai.com/docs/api-reference/images-streaming */
import { describe, expect, test } from 'vitest';
import { openaiImages } from '../../../../src/wire/openai-images/index.js';
import { readData } from '../../../helpers/read-data.js';

const PNG = 'iVBORw0KGgo=';
const url = `data:image/png;base64,${PNG}`;
const start = { type: 'message-start' };
const complete = { type: 'message-end', reason: 'complete' };
const added = { type: 'image-add', url, mediaType: 'image/png' };
const usage = { input_tokens: 5, output_tokens: 2 };
const counted = { type: 'usage-update', inputTokens: 5, outputTokens: 2 };

const partial = (more = {}) => ({ type: 'image_generation.partial_image', b64_json: PNG, ...more });
const completed = (more = {}) => ({ type: 'image_generation.completed', b64_json: PNG, ...more });

describe('a stream of images', () => {
  test('has previews, then the image in their place', async () => {
    const size = { size: '1024x1536' };
    const shape = { width: 1024, height: 1536 };
    expect(
      await readData(openaiImages, [partial(size), partial(), completed({ ...size, usage })]),
    ).toEqual([
      start,
      { type: 'image-progress', id: 'image-1', url, mediaType: 'image/png', ...shape },
      { type: 'image-progress', id: 'image-1', url, mediaType: 'image/png' },
      { ...added, ...shape, progressId: 'image-1' },
      counted,
      complete,
    ]);
  });

  test('may have several images, with and without previews', async () => {
    expect(
      await readData(openaiImages, [completed(), partial(), completed(), completed()]),
    ).toEqual([
      start,
      added,
      { type: 'image-progress', id: 'image-2', url, mediaType: 'image/png' },
      { ...added, progressId: 'image-2' },
      added,
      complete,
    ]);
  });

  test('of an edit is the same', async () => {
    const edited = { ...completed(), type: 'image_edit.completed' };
    expect(await readData(openaiImages, [edited])).toEqual([start, added, complete]);
  });

  test.each<[string, object[], object]>([
    ['a preview alone', [partial()], { code: 'incomplete' }],
    ['a second image that is not finished', [completed(), partial()], { code: 'incomplete' }],
    ['nothing', [], { code: 'incomplete' }],
    ['an event without its image', [completed({ b64_json: '' })], { code: 'bad-response' }],
    [
      'an error',
      [completed(), { error: { code: 'moderation_blocked', message: 'No.' } }],
      { code: 'provider-error' },
    ],
  ])('that ends with %s has failed', async (_, events, expected) => {
    expect((await readData(openaiImages, events)).at(-1)).toMatchObject({
      type: 'message-fail',
      ...expected,
    });
  });

  test('goes on past events of another kind', async () => {
    expect(await readData(openaiImages, [{ type: 'other' }, null, completed()])).toEqual([
      start,
      added,
      complete,
    ]);
  });
});

describe('a document of images', () => {
  test.each<[string, object, object[]]>([
    ['in base64', { data: [{ b64_json: PNG }] }, [added]],
    ['as data URLs', { data: [{ b64_json: url }] }, [added]],
    [
      'at addresses',
      { data: [{ url: 'https://a.example/a.png' }] },
      [{ ...added, url: 'https://a.example/a.png' }],
    ],
    [
      'of a size',
      { data: [{ b64_json: PNG }], size: '256x512' },
      [{ ...added, width: 256, height: 512 }],
    ],
    [
      'of two, one of which is missing',
      { data: [{ b64_json: PNG }, null, {}, { b64_json: PNG }] },
      [added, added],
    ],
    ['with their tokens', { data: [{ b64_json: PNG }], usage }, [added, counted]],
    [
      'of another format',
      { data: [{ b64_json: 'bm90IGFuIGltYWdl' }], output_format: 'webp' },
      [
        {
          type: 'image-add',
          url: 'data:image/webp;base64,bm90IGFuIGltYWdl',
          mediaType: 'image/webp',
        },
      ],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await readData(openaiImages, [document])).toEqual([start, ...expected, complete]);
  });

  test('without an image is none', async () => {
    expect(await readData(openaiImages, [{ data: [] }])).toMatchObject([
      start,
      { code: 'incomplete' },
    ]);
  });
});
