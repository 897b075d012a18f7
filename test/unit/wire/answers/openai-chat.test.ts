/** What a chunk of Chat Completions says, also in the dialects of compatible servers. */
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/wire/types.js';
import { openaiChat } from '../../../../src/wire/openai-chat/index.js';
import { readData } from '../../../helpers/read-data.js';

const chunk = (delta: object, more = {}) => ({ choices: [{ index: 0, delta }], ...more });
const stop = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
const update = (facts: object) => ({ type: 'tool-update', ...facts });

/** What comes of these chunks besides the start, the text “Yes.” and the end. */
async function read(...chunks: object[]): Promise<ChatEvent[]> {
  const all = await readData(openaiChat, [
    chunk({ content: 'Yes.' }, { id: 'c', model: 'm' }),
    ...chunks,
    stop,
  ]);
  expect(all[0]).toEqual({ type: 'message-start', id: 'c', model: 'm' });
  expect(all[1]).toEqual({ type: 'text-delta', text: 'Yes.' });
  expect(all.at(-1)?.type).toBe('message-end');
  return all.slice(2, -1);
}

const part = (type: string, field: string, value: unknown) => ({ type, [field]: value });

describe('thinking', () => {
  test.each<[object, { text: string; isSummary?: boolean } | undefined]>([
    [{ reasoning_content: 'a' }, { text: 'a' }],
    [{ reasoning: 'a' }, { text: 'a' }],
    [{ reasoning_content: 'a', reasoning: 'a' }, { text: 'a' }],
    [{ content: [part('thinking', 'thinking', 'a')] }, { text: 'a' }],
    [
      {
        content: [
          part('thinking', 'thinking', [part('text', 'text', 'a'), part('text', 'text', 'b')]),
        ],
      },
      { text: 'ab' },
    ],
    [{ content: [part('reasoning', 'text', 'a')] }, { text: 'a' }],
    [{ reasoning_details: [{ text: 'a' }, null, { text: 'b' }] }, { text: 'ab' }],
    [{ reasoning_details: [{ summary: 'a' }, null] }, { text: 'a', isSummary: true }],
    [{ reasoning_details: [{ text: 'a', summary: 'b' }] }, { text: 'a' }],
    [{ reasoning_details: [{ data: 'sealed' }] }, undefined],
    [{ reasoning: null }, undefined],
  ])('%j', async (delta, expected) => {
    expect(await read(chunk(delta))).toEqual(
      expected ? [{ type: 'reasoning-delta', ...expected }] : [],
    );
  });
});

describe('text', () => {
  test.each<[string, unknown, object[]]>([
    ['a string', 'a', [{ type: 'text-delta', text: 'a' }]],
    [
      'parts',
      [{ type: 'text', text: 'a' }, { type: 'other', text: 'b' }, null],
      [{ type: 'text-delta', text: 'a' }],
    ],
    ['empty', '', []],
    ['null', null, []],
  ])('%s', async (_, content, expected) => {
    expect(await read(chunk({ content }))).toEqual(expected);
  });

  test('of another alternative is not read', async () => {
    const other = { index: 1, delta: { content: 'No.' } };
    expect(await read({ choices: [other] })).toEqual([]);
    expect(await read({ choices: [other, { delta: { content: 'a' } }] })).toEqual([
      { type: 'text-delta', text: 'a' },
    ]);
  });

  test('that closes the stream adds what was missing only', async () => {
    const whole = { choices: [{ index: 0, message: { content: 'Yes. No.' } }] };
    expect(await read(whole, whole)).toEqual([{ type: 'text-delta', text: ' No.' }]);
  });

  test('of a refusal is one, and ends the answer as such', async () => {
    const events = await readData(openaiChat, [chunk({ refusal: 'No.' }), stop]);
    expect(events.slice(1)).toEqual([
      { type: 'refusal-delta', text: 'No.' },
      { type: 'message-end', reason: 'refusal' },
    ]);
    expect(await read(chunk({ refusal: '' }))).toEqual([]);
  });
});

test.each<[unknown, object[]]>([
  [
    [{ image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }],
    [{ type: 'image-add', url: 'data:image/png;base64,iVBORw0KGgo=', mediaType: 'image/png' }],
  ],
  [[{ image_url: { url: '' } }, { image_url: null }, null], []],
  ['no list', []],
])('images of a router: %j', async (images, expected) => {
  expect(await read(chunk({ images }))).toEqual(expected);
});

describe('an image', () => {
  const url = 'data:image/png;base64,iVBORw0KGgo=';
  const added = { type: 'image-add', url, mediaType: 'image/png' };
  test.each<[string, object]>([
    ['as its address', { images: [url] }],
    ['with its address as a text', { images: [{ type: 'image_url', image_url: url }] }],
    ['in an object without a name', { images: [{ url }] }],
    ['between the parts of the text', { content: [part('image_url', 'image_url', { url })] }],
  ])('%s', async (_, delta) => {
    expect(await read(chunk(delta))).toEqual([added]);
  });

  test('as bare base64 becomes a data URL under the type of its bytes', async () => {
    const base64 = `/9j/4AAQSkZJRgABAQ${'A'.repeat(60)}`;
    const [image] = await read(chunk({ images: [{ image_url: { url: base64 } }] }));
    expect(image).toMatchObject({
      mediaType: 'image/jpeg',
      url: `data:image/jpeg;base64,${base64}`,
    });
  });

  test.each<[string, (b64_json: string) => object]>([
    ['in the list of images', (b64_json) => ({ images: [{ b64_json }] })],
    ['between the parts', (b64_json) => ({ content: [{ type: 'image', b64_json }] })],
  ])('as base64 under the name that image generation has for it, %s', async (_name, delta) => {
    const base64 = `iVBORw0KGgo${'A'.repeat(60)}`;
    const [image] = await read(chunk(delta(base64)));
    expect(image).toMatchObject({ url: `data:image/png;base64,${base64}` });
  });

  test('that the closing message repeats is one', async () => {
    const images = [{ image_url: { url } }];
    const closing = { choices: [{ index: '0', message: { content: 'Yes.', images } }] };
    expect(await read(chunk({ images }), closing)).toEqual([added]);
    expect(await read(closing)).toEqual([added]);
  });
});

describe('a call of a tool', () => {
  const call = (fields: object) => chunk({ tool_calls: [fields] });
  const id = 'a';
  test.each<[string, object[], object[]]>([
    [
      'in pieces with its index',
      [
        call({ index: 0, id, function: { name: 'f', arguments: '' } }),
        call({ index: 0, function: { arguments: '{}' } }),
      ],
      [update({ id, name: 'f' }), update({ id, argumentsDelta: '{}' })],
    ],
    [
      'in pieces with its id',
      [
        call({ id, function: { name: 'f', arguments: '{' } }),
        call({ id, function: { arguments: '}' } }),
      ],
      [update({ id, name: 'f', argumentsDelta: '{' }), update({ id, argumentsDelta: '}' })],
    ],
    [
      'in pieces with nothing',
      [call({ function: { name: 'f', arguments: '{' } }), call({ function: { arguments: '}' } })],
      [
        update({ id: 'call-1', name: 'f', argumentsDelta: '{' }),
        update({ id: 'call-1', argumentsDelta: '}' }),
      ],
    ],
    [
      'in pieces with an id of their own',
      [
        call({ id, function: { name: 'f', arguments: '{' } }),
        call({ id: 'other', function: { arguments: '}' } }),
      ],
      [update({ id, name: 'f', argumentsDelta: '{' }), update({ id, argumentsDelta: '}' })],
    ],
    [
      'beside another of the same index',
      [
        call({ index: 0, id, function: { name: 'f' } }),
        call({ index: 0, id: 'b', function: { name: 'g' } }),
        call({ index: 0, function: { arguments: '{}' } }),
      ],
      [
        update({ id, name: 'f' }),
        update({ id: 'b', name: 'g' }),
        update({ id: 'b', argumentsDelta: '{}' }),
      ],
    ],
    [
      'beside another without an id',
      [call({ function: { name: 'f' } }), call({ function: { name: 'g' } })],
      [update({ id: 'call-1', name: 'f' }), update({ id: 'call-2', name: 'g' })],
    ],
    [
      'of free text',
      [call({ index: 0, id, custom: { name: 'f', input: 'words' } })],
      [update({ id, name: 'f', argumentsDelta: 'words' })],
    ],
    [
      'with arguments that are an object',
      [call({ index: 0, id, function: { name: 'f', arguments: { n: 1 } } })],
      [update({ id, name: 'f', argumentsDelta: '{"n":1}' })],
    ],
    [
      'of before tools',
      [
        chunk({ function_call: { name: 'f', arguments: '{' } }),
        chunk({ function_call: { arguments: '}' } }),
      ],
      [
        update({ id: 'call-1', name: 'f', argumentsDelta: '{' }),
        update({ id: 'call-1', argumentsDelta: '}' }),
      ],
    ],
  ])('%s', async (_, chunks, expected) => {
    const called = new Set(expected.map((event) => (event as { id: string }).id));
    expect(await read(...chunks)).toEqual([
      ...expected,
      ...[...called].map((of) => update({ id: of, state: 'called' })),
    ]);
  });

  test('that is whole is connected by its position', async () => {
    const calls = [
      { function: { name: 'f', arguments: '1' } },
      { function: { name: 'g', arguments: '2' } },
    ];
    const whole = { choices: [{ index: 0, message: { tool_calls: calls } }] };
    expect(await read(whole, whole)).toEqual([
      update({ id: 'call-1', name: 'f', arguments: '1' }),
      update({ id: 'call-2', name: 'g', arguments: '2' }),
      update({ id: 'call-1', state: 'called' }),
      update({ id: 'call-2', state: 'called' }),
    ]);
  });

  test.each<[object, object]>([
    [
      { index: 3, type: 'search', arguments: '{"q":1}' },
      { id: 'executed-3', name: 'search', arguments: '{"q":1}', state: 'called' },
    ],
    [
      { name: 'visit', output: 'A page.' },
      { id: 'executed-0', name: 'visit', state: 'done', result: 'A page.' },
    ],
    [
      { output: { pages: 2 } },
      { id: 'executed-0', name: 'tool', state: 'done', result: '{"pages":2}' },
    ],
  ])('that the server ran itself: %j', async (tool, facts) => {
    expect(await read(chunk({ executed_tools: [tool] }))).toEqual([update(facts)]);
    expect(await read(chunk({ executed_tools: [null] }))).toEqual([]);
  });
});

describe('a source', () => {
  const source = { type: 'source-add', url: 'https://a.example', title: 'A' };
  const cited = { url: 'https://a.example', title: 'A' };
  test.each<[string, object, object[]]>([
    [
      'with a place',
      { type: 'url_citation', url_citation: { ...cited, start_index: 0, end_index: 3 } },
      [{ ...source, range: { start: 0, end: 3 } }],
    ],
    ['without a place', { type: 'url_citation', url_citation: cited }, [source]],
    [
      'with half a place',
      { type: 'url_citation', url_citation: { ...cited, start_index: 0 } },
      [source],
    ],
    [
      'with an empty place',
      { type: 'url_citation', url_citation: { ...cited, start_index: 2, end_index: 2 } },
      [source],
    ],
    [
      'with a place before the start',
      { type: 'url_citation', url_citation: { ...cited, start_index: -1, end_index: 2 } },
      [source],
    ],
    ['that is flat', { type: 'url_citation', ...cited }, [source]],
    [
      'that is a file',
      { type: 'file_citation', file_citation: { filename: 'a.pdf', file_id: 'f' } },
      [{ type: 'source-add', title: 'a.pdf' }],
    ],
    [
      'that is an id',
      { type: 'file_citation', file_citation: { file_id: 'f' } },
      [{ type: 'source-add', title: 'f' }],
    ],
    ['that says nothing', { type: 'url_citation' }, []],
  ])('%s', async (_, annotation, expected) => {
    expect(await read(chunk({ annotations: [annotation, annotation] }))).toEqual(expected);
  });

  test('may be listed next to the answer', async () => {
    const listed = { ...stop, citations: ['https://a.example'], search_results: [cited] };
    const events = await readData(openaiChat, [chunk({ content: 'a' }), listed]);
    expect(events.slice(2, -1)).toEqual([{ type: 'source-add', url: 'https://a.example' }, source]);
  });
});

describe('the end', () => {
  const usage = { prompt_tokens: 5, completion_tokens: 2 };
  const counted = { type: 'usage-update', inputTokens: 5, outputTokens: 2 };
  test.each([[{ choices: [], usage }], [{ choices: [], x_groq: { usage } }]])(
    'counts the tokens: %j',
    async (event) => {
      expect(await read(event)).toEqual([counted]);
    },
  );

  test.each<[object, object]>([
    [
      { choices: [{ index: 0, finish_reason: 'length' }] },
      { type: 'message-end', reason: 'length' },
    ],
    [
      { choices: [{ index: 0, finish_reason: 'odd' }] },
      { code: 'incomplete', facts: { providerCode: 'odd' } },
    ],
    [
      { choices: [{ index: 0, finish_reason: 'error', error: { message: 'Broke.' } }] },
      { code: 'provider-error', facts: { providerMessage: 'Broke.' } },
    ],
    [
      { choices: [], x_groq: { error: 'over capacity' } },
      { code: 'provider-error', facts: { providerMessage: 'over capacity', status: 503 } },
    ],
  ])('%j', async (event, expected) => {
    const events = await readData(openaiChat, [chunk({ content: 'a' }), event]);
    expect(events.at(-1)).toMatchObject(expected);
  });
});
