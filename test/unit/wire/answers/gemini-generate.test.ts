/** What a chunk of generateContent says: https://ai.google.dev/api/generate-content */
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/wire/types.js';
import { geminiGenerate } from '../../../../src/wire/gemini-generate/index.js';
import { readData } from '../../../helpers/read-data.js';

const PNG = 'iVBORw0KGgo=';
const png = { inlineData: { mimeType: 'image/png', data: PNG } };
const added = { type: 'image-add', url: `data:image/png;base64,${PNG}`, mediaType: 'image/png' };

/** What comes of chunks with these candidates besides the start, the text “é😀x.” and the end. */
async function read(...candidates: object[]): Promise<ChatEvent[]> {
  const all = await readData(geminiGenerate, [
    {
      responseId: 'r',
      modelVersion: 'gemini',
      candidates: [{ content: { parts: [{ text: 'é😀x.' }] } }],
    },
    ...candidates.map((candidate) => ({ candidates: [candidate] })),
    { candidates: [{ finishReason: 'STOP' }] },
  ]);
  expect(all[0]).toEqual({ type: 'message-start', id: 'r', model: 'gemini' });
  expect(all[1]).toEqual({ type: 'text-delta', text: 'é😀x.' });
  expect(all.at(-1)?.type).toBe('message-end');
  return all.slice(2, -1);
}
const parts = (...list: object[]) => ({ content: { parts: list } });

describe('a part', () => {
  test.each<[string, object, object[]]>([
    ['text', { text: 'a' }, [{ type: 'text-delta', text: 'a' }]],
    ['no text', { text: '' }, []],
    [
      'a thought',
      { text: 'a', thought: true },
      [{ type: 'reasoning-delta', text: 'a', isSummary: true }],
    ],
    ['an empty thought', { text: '', thought: true }, []],
    ['an image', png, [added]],
    [
      'a sound',
      { inlineData: { mimeType: 'audio/wav', data: 'UklGRg==' } },
      [{ type: 'file-add', url: 'data:audio/wav;base64,UklGRg==', mediaType: 'audio/wav' }],
    ],
    [
      'a named file',
      { inlineData: { mimeType: 'text/csv', data: 'YQ==', displayName: 'a.csv' } },
      [
        {
          type: 'file-add',
          url: 'data:text/csv;base64,YQ==',
          mediaType: 'text/csv',
          name: 'a.csv',
        },
      ],
    ],
    [
      'a file at an address',
      { fileData: { mimeType: 'video/mp4', fileUri: 'https://g.example/v', displayName: 'v' } },
      [{ type: 'file-add', url: 'https://g.example/v', mediaType: 'video/mp4', name: 'v' }],
    ],
    // Its address takes a key to fetch.
    [
      'an image at an address',
      { fileData: { mimeType: 'image/png', fileUri: 'https://g.example/i' } },
      [],
    ],
    ['bytes without a type', { inlineData: { data: PNG } }, []],
    ['a type without bytes', { inlineData: { mimeType: 'image/png' } }, []],
  ])('%s', async (_, part, expected) => {
    expect(await read(parts(part))).toEqual(expected);
  });

  test('with an image in a thought previews the image that follows', async () => {
    const thought = { thought: true, ...png };
    const preview = { type: 'image-progress', url: added.url, mediaType: 'image/png' };
    const file = { inlineData: { mimeType: 'text/csv', data: 'YQ==' } };
    const found = await read(parts(thought, file, png), parts(thought), parts(png), parts(png));
    expect(found).toEqual([
      { ...preview, id: 'image-1' },
      { type: 'file-add', url: 'data:text/csv;base64,YQ==', mediaType: 'text/csv' },
      { ...added, progressId: 'image-1' },
      { ...preview, id: 'image-2' },
      { ...added, progressId: 'image-2' },
      added,
    ]);
    expect(await read(parts({ thought: true, ...file }), parts(png))).toEqual([added]);
  });
});

const end = async (part: object) => {
  const chunks = [{ candidates: [parts(part)] }, { candidates: [{ finishReason: 'STOP' }] }];
  return (await readData(geminiGenerate, chunks)).at(-1);
};

const update = (facts: object) => ({ type: 'tool-update', ...facts });

describe('a tool', () => {
  test.each<[string, object[], object[]]>([
    [
      'is called',
      [{ functionCall: { id: 'f', name: 'count', args: { a: 1 } } }],
      [update({ id: 'f', name: 'count', arguments: '{"a":1}', state: 'called' })],
    ],
    [
      'without an id gets one',
      [{ functionCall: { name: 'a' } }, { functionCall: { name: 'b' } }],
      [
        update({ id: 'call-1', name: 'a', arguments: '', state: 'called' }),
        update({ id: 'call-2', name: 'b', arguments: '', state: 'called' }),
      ],
    ],
    [
      'is still written',
      [{ functionCall: { id: 'f', name: 'a', willContinue: true } }],
      [update({ id: 'f', name: 'a', arguments: '', state: 'writing' })],
    ],
    [
      'of the provider has a type',
      [{ toolCall: { id: 't', toolType: 'GOOGLE_MAPS' } }],
      [update({ id: 't', name: 'google_maps', arguments: '', state: 'called' })],
    ],
    [
      'answers its last call',
      [{ functionCall: { name: 'a' } }, { functionResponse: { response: { n: 2 } } }],
      [
        update({ id: 'call-1', name: 'a', arguments: '', state: 'called' }),
        update({ id: 'call-1', state: 'done', result: '{"n":2}' }),
      ],
    ],
    [
      'of the provider answers',
      [{ toolResponse: { id: 't', response: 'two' } }],
      [update({ id: 't', state: 'done', result: 'two' })],
    ],
    [
      'answers with an image',
      [{ functionResponse: { id: 't', response: {}, parts: [png, null] } }],
      [update({ id: 't', state: 'done', result: '{}' }), { ...added, toolCallId: 't' }],
    ],
    [
      'runs code',
      [
        { executableCode: { code: '1+1' } },
        { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '2' } },
      ],
      [
        update({ id: 'code-1', name: 'code_execution', arguments: '1+1', state: 'called' }),
        update({ id: 'code-1', state: 'done', result: '2' }),
      ],
    ],
    [
      'runs code that fails',
      [
        { executableCode: { id: 'c', code: 'x' } },
        { codeExecutionResult: { outcome: 'OUTCOME_FAILED', output: 'no x' } },
      ],
      [
        update({ id: 'c', name: 'code_execution', arguments: 'x', state: 'called' }),
        update({ id: 'c', state: 'failed', result: 'no x' }),
      ],
    ],
    [
      'has run code that was not shown',
      [{ codeExecutionResult: { outcome: 'OUTCOME_DEADLINE_EXCEEDED' } }],
      [update({ id: 'code-1', state: 'failed', result: '' })],
    ],
  ])('%s', async (_, list, expected) => {
    expect(await read(parts(...list))).toEqual(expected);
  });

  test('that the app has to run ends the answer; one of the provider does not', async () => {
    expect(await end({ functionCall: { name: 'a' } })).toMatchObject({ reason: 'tool-call' });
    expect(await end({ toolCall: { toolType: 'A' } })).toMatchObject({ reason: 'complete' });
  });
});

const support = (segment: unknown, ...groundingChunkIndices: number[]) => ({
  segment,
  groundingChunkIndices,
});

describe('a source', () => {
  const cats = { uri: 'https://a.example', title: 'A' };
  const source = { type: 'source-add', url: 'https://a.example', title: 'A' };

  test.each<[string, object, object[]]>([
    ['of the web', { groundingChunks: [{ web: cats }] }, [source]],
    [
      'of a store',
      { groundingChunks: [{ retrievedContext: { ...cats, text: 'q' } }] },
      [{ ...source, quote: 'q' }],
    ],
    ['of a map', { groundingChunks: [{ maps: cats }] }, [source]],
    [
      'of an image',
      { groundingChunks: [{ image: { sourceUri: 'https://a.example', title: 'A' } }] },
      [source],
    ],
    ['of a new kind', { groundingChunks: [{ hologram: cats }] }, []],
    // é is two bytes and one unit, 😀 four bytes and two units.
    [
      'at a place',
      {
        groundingChunks: [{ web: cats }],
        groundingSupports: [support({ startIndex: 2, endIndex: 7 }, 0)],
      },
      [{ ...source, range: { start: 1, end: 4 } }],
    ],
    [
      'at the start',
      { groundingChunks: [{ web: cats }], groundingSupports: [support({ endIndex: 6 }, 0)] },
      [{ ...source, range: { start: 0, end: 3 } }],
    ],
    [
      'at two places',
      {
        groundingChunks: [{ web: cats }],
        groundingSupports: [
          support({ endIndex: 2 }, 0),
          support({ startIndex: 6, endIndex: 7 }, 0, 1),
        ],
      },
      [
        { ...source, range: { start: 0, end: 1 } },
        { ...source, range: { start: 3, end: 4 } },
      ],
    ],
    [
      'at an empty place',
      {
        groundingChunks: [{ web: cats }],
        groundingSupports: [support({ startIndex: 2, endIndex: 2 }, 0)],
      },
      [source],
    ],
    [
      'at no place',
      { groundingChunks: [{ web: cats }], groundingSupports: [support(null, 0)] },
      [source],
    ],
    [
      'at the place of another',
      { groundingChunks: [{ web: cats }], groundingSupports: [support({ endIndex: 2 }, 1)] },
      [source],
    ],
  ])('%s', async (_, groundingMetadata, expected) => {
    expect(await read({ groundingMetadata })).toEqual(expected);
  });

  test('comes with the search that found it', async () => {
    const groundingMetadata = { webSearchQueries: ['cats'], groundingChunks: [] };
    expect(await read({ groundingMetadata })).toEqual([
      {
        type: 'tool-update',
        id: 'google-search',
        name: 'google_search',
        arguments: '{"queries":["cats"]}',
        state: 'done',
      },
    ]);
    expect(await read({ groundingMetadata: { webSearchQueries: [] } })).toEqual([]);
  });

  test.each(['citations', 'citationSources'])('is cited in %s', async (field) => {
    const citation = { ...cats, startIndex: 0, endIndex: 2 };
    expect(await read({ citationMetadata: { [field]: [citation] } })).toEqual([
      { ...source, range: { start: 0, end: 1 } },
    ]);
  });

  test.each([
    [['URL_RETRIEVAL_STATUS_SUCCESS', 'URL_RETRIEVAL_STATUS_ERROR'], 'done'],
    [['URL_RETRIEVAL_STATUS_ERROR', 'URL_RETRIEVAL_STATUS_UNSAFE'], 'failed'],
    [['URL_RETRIEVAL_STATUS_PAYWALL'], 'failed'],
  ])('may be a page that was read: %j', async (states, state) => {
    const urlMetadata = states.map((urlRetrievalStatus, at) => ({
      retrievedUrl: `https://${at}.example`,
      urlRetrievalStatus,
    }));
    expect(await read({ urlContextMetadata: { urlMetadata } })).toEqual([
      {
        type: 'tool-update',
        id: 'url-context',
        name: 'url_context',
        state,
        result: states.map((_, at) => `https://${at}.example`).join('\n'),
      },
    ]);
    expect(await read({ urlContextMetadata: {} })).toEqual([]);
  });
});

describe('the end', () => {
  const answer = { candidates: [parts({ text: 'a' })] };
  test.each<[string, object, object]>([
    [
      'a blocked question',
      { promptFeedback: { blockReason: 'SAFETY' } },
      { type: 'message-end', reason: 'filtered' },
    ],
    [
      'none',
      { promptFeedback: { blockReason: 'BLOCK_REASON_UNSPECIFIED' } },
      { type: 'message-fail', code: 'incomplete' },
    ],
    [
      'none',
      { candidates: [{ finishReason: 'FINISH_REASON_UNSPECIFIED' }] },
      { type: 'message-fail', code: 'incomplete' },
    ],
    [
      'the limit',
      { candidates: [{ finishReason: 'MAX_TOKENS' }] },
      { type: 'message-end', reason: 'length' },
    ],
    [
      'a filter',
      { candidates: [{ finishReason: 'IMAGE_SAFETY' }] },
      { type: 'message-end', reason: 'filtered' },
    ],
    [
      'a call',
      { candidates: [{ finishReason: 'MALFORMED_FUNCTION_CALL' }] },
      { type: 'message-end', reason: 'tool-call' },
    ],
    [
      'an unknown one',
      { candidates: [{ finishReason: 'OTHER' }] },
      { type: 'message-fail', code: 'incomplete', facts: { providerCode: 'OTHER' } },
    ],
  ])('%s: %j', async (_, chunk, expected) => {
    expect((await readData(geminiGenerate, [answer, chunk])).at(-1)).toMatchObject(expected);
  });

  test('may come before the tokens, and all chunks in one list', async () => {
    const chunks = [
      answer,
      { candidates: [{ finishReason: 'STOP' }] },
      { usageMetadata: { promptTokenCount: 5 } },
      null,
      { other: 1 },
    ];
    const expected = [
      { type: 'message-start' },
      { type: 'text-delta', text: 'a' },
      { type: 'usage-update', inputTokens: 5 },
      { type: 'message-end', reason: 'complete' },
    ];
    expect(await readData(geminiGenerate, chunks)).toEqual(expected);
    expect(await readData(geminiGenerate, [chunks])).toEqual(expected);
  });

  test('is an error wherever one comes', async () => {
    const error = { error: { code: 503, message: 'Busy.', status: 'UNAVAILABLE' } };
    const events = await readData(geminiGenerate, [[answer, error, answer]]);
    expect(events).toHaveLength(3);
    expect(events[2]).toMatchObject({
      type: 'message-fail',
      facts: { status: 503, providerMessage: 'Busy.' },
    });
  });
});

test.each<[object, object[]]>([
  [
    { promptTokenCount: 10, candidatesTokenCount: 3, thoughtsTokenCount: 4 },
    [{ inputTokens: 10, outputTokens: 7 }],
  ],
  [{ candidatesTokenCount: 3 }, [{ outputTokens: 3 }]],
  [{ thoughtsTokenCount: 4 }, [{ outputTokens: 4 }]],
  [{ promptTokenCount: 10 }, [{ inputTokens: 10 }]],
  [{}, []],
])('thoughts are output, too: %j', async (usageMetadata, expected) => {
  const events = await readData(geminiGenerate, [{ usageMetadata }]);
  const updates = events.filter(({ type }) => type === 'usage-update');
  expect(updates).toEqual(expected.map((counts) => ({ type: 'usage-update', ...counts })));
});
