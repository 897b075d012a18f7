/** What a block of Messages says, in the shapes of the API reference: https://platform.claude.com/docs/en/api/messages */
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/wire/types.js';
import { anthropicMessages } from '../../../../src/wire/anthropic-messages/index.js';
import { readData } from '../../../helpers/read-data.js';

const end = [
  { type: 'message_delta', delta: { stop_reason: 'end_turn' } },
  { type: 'message_stop' },
];
const start = { type: 'message_start', message: { id: 'msg_1', model: 'claude', content: [] } };
const said = { type: 'content_block_start', content_block: { type: 'text', text: 'Yes.' } };

/** What comes of a stream besides its start, its only text and its end. */
async function read(...events: object[]): Promise<ChatEvent[]> {
  const all = await readData(anthropicMessages, [start, said, ...events, ...end]);
  expect(all[0]).toEqual({ type: 'message-start', id: 'msg_1', model: 'claude' });
  expect(all[1]).toEqual({ type: 'text-delta', text: 'Yes.' });
  expect(all.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
  return all.slice(2, -1);
}
const block = (content_block: object) => ({ type: 'content_block_start', content_block });
const delta = (piece: object) => ({ type: 'content_block_delta', delta: piece });
const stop = { type: 'content_block_stop' };

const added = (url: string, mediaType: string) => ({
  type: 'image-add',
  url,
  mediaType,
  toolCallId: 't',
});

const result = (content: unknown, more = {}) =>
  block({ type: 'web_search_tool_result', tool_use_id: 't', content, ...more });

describe('the result of a tool', () => {
  const page = { type: 'web_search_result', title: 'Cats', url: 'https://cats.example' };

  test.each<[string, unknown, object]>([
    ['a text', 'Found.', { state: 'done', result: 'Found.' }],
    ['nothing', [], { state: 'done' }],
    [
      'text blocks',
      [
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ],
      { state: 'done', result: 'a\nb' },
    ],
    [
      'pages',
      [page, { ...page, title: '' }],
      { state: 'done', result: 'Cats – https://cats.example\nhttps://cats.example' },
    ],
    [
      'a single object',
      { type: 'x', stdout: 'out', stderr: 'err', return_code: 0 },
      { state: 'done', result: 'out\nerr' },
    ],
    ['a program that prints nothing', { type: 'x', stdout: '', return_code: 0 }, { state: 'done' }],
    ['a program that fails', { type: 'x', stderr: 'err' }, { state: 'done', result: 'err' }],
    [
      'an error',
      { type: 'web_search_tool_result_error', error_code: 'max_uses_exceeded' },
      { state: 'failed', result: 'max_uses_exceeded' },
    ],
    [
      'anything else, without what is sealed',
      [{ type: 'x', encrypted_content: 'secret', lines: 3 }],
      { state: 'done', result: '{"lines":3}' },
    ],
    ['a hole in the list', [null, { type: 'text', text: 'a' }], { state: 'done', result: 'a' }],
  ])('%s', async (_, content, facts) => {
    expect(await read(result(content))).toEqual([{ type: 'tool-update', id: 't', ...facts }]);
  });

  test('may be marked as an error', async () => {
    expect(await read(result('No.', { is_error: true }))).toEqual([
      { type: 'tool-update', id: 't', state: 'failed', result: 'No.' },
    ]);
  });

  test('may hold images', async () => {
    const content = [
      { type: 'image', source: { type: 'base64', media_type: 'image/gif', data: 'R0lGODlh' } },
      { type: 'image', source: { type: 'base64', data: 'iVBORw0KGgo=' } },
      { type: 'image', source: { type: 'url', url: 'https://cats.example/a.jpg' } },
      { type: 'image', source: { type: 'file', file_id: 'f' } },
      { type: 'image' },
      { type: 'text', text: 'Three.', source: { url: 'https://cats.example' } },
    ];
    expect(await read(result(content))).toEqual([
      { type: 'tool-update', id: 't', state: 'done', result: 'Three.' },
      added('data:image/gif;base64,R0lGODlh', 'image/gif'),
      added('data:image/png;base64,iVBORw0KGgo=', 'image/png'),
      // Nothing is known of a link before it is fetched; this is what generators usually make.
      added('https://cats.example/a.jpg', 'image/png'),
    ]);
  });
});

const piece = (partial_json: string) => delta({ type: 'input_json_delta', partial_json });

describe('a call of a tool', () => {
  test('is written in pieces, and called at its end', async () => {
    const call = block({ type: 'tool_use', id: 't', name: 'count', input: {} });
    expect(await read(call, piece('{"a"'), piece(':1}'), stop)).toEqual([
      { type: 'tool-update', id: 't', name: 'count' },
      { type: 'tool-update', id: 't', argumentsDelta: '{"a"' },
      { type: 'tool-update', id: 't', argumentsDelta: ':1}' },
      { type: 'tool-update', id: 't', state: 'called' },
    ]);
    // A piece that belongs to no call.
    expect(await read(call, stop, piece('{}'))).toHaveLength(2);
  });

  test('may be whole, and ends without saying so', async () => {
    const call = block({ type: 'server_tool_use', id: 't', name: 'count', input: { a: 1 } });
    expect(await read(call)).toEqual([
      { type: 'tool-update', id: 't', name: 'count', arguments: '{"a":1}' },
      { type: 'tool-update', id: 't', state: 'called' },
    ]);
  });
});

describe('thinking', () => {
  test.each([
    [block({ type: 'thinking', thinking: 'Hm.' }), ['Hm.']],
    [block({ type: 'thinking', thinking: '' }), ['']],
    [block({ type: 'redacted_thinking', data: 'secret' }), ['']],
    [delta({ type: 'thinking_delta', thinking: 'Hm.' }), ['Hm.']],
    [delta({ type: 'thinking_delta', thinking: '' }), []],
    [delta({ type: 'signature_delta', signature: 's' }), []],
  ])('%j', async (event, texts) => {
    expect(await read(event)).toEqual(texts.map((text) => ({ type: 'reasoning-delta', text })));
  });
});

describe('a citation', () => {
  const text = block({ type: 'text', text: '' });
  const cited = (citation: unknown) => delta({ type: 'citations_delta', citation });
  const words = delta({ type: 'text_delta', text: 'Long.' });
  test.each<[unknown, object | undefined]>([
    [
      { url: 'https://a.example', title: 'A', cited_text: 'q' },
      { url: 'https://a.example', title: 'A', quote: 'q' },
    ],
    [{ document_title: 'Doc' }, { title: 'Doc' }],
    [
      { source: 'https://b.example', title: 'B' },
      { url: 'https://b.example', title: 'B' },
    ],
    [{ source: 'my notes', title: 'C' }, { title: 'C' }],
    [{ cited_text: 'q' }, undefined],
    ['no object', undefined],
  ])('%j is placed at the text of its block', async (citation, source) => {
    const found = await read(stop, text, words, cited(citation), stop);
    expect(found).toEqual([
      { type: 'text-delta', text: 'Long.' },
      ...(source ? [{ type: 'source-add', ...source, range: { start: 4, end: 9 } }] : []),
    ]);
  });

  test('of a block without text has no place, and one in a whole block counts, too', async () => {
    const citations = [{ title: 'A' }, null];
    expect(await read(block({ type: 'text', text: '', citations }))).toEqual([
      { type: 'source-add', title: 'A' },
    ]);
    expect(await read(block({ type: 'text', text: 'B.', citations }))).toEqual([
      { type: 'text-delta', text: 'B.' },
      { type: 'source-add', title: 'A', range: { start: 4, end: 6 } },
    ]);
  });
});

describe('what is not as documented', () => {
  test.each([
    ['a piece without its content', { type: 'content_block_delta' }],
    ['a text without text', delta({ type: 'text_delta', text: 7 })],
  ])('%s is a bad response', async (_, event) => {
    const events = await readData(anthropicMessages, [start, said, event, ...end]);
    expect(events.at(-1)).toMatchObject({ type: 'message-fail', code: 'bad-response' });
    expect(events).toHaveLength(3);
  });

  test.each([
    ['a block without content', { type: 'content_block_start' }],
    ['a block of a new kind', block({ type: 'hologram' })],
    ['an event of a new kind', { type: 'hologram' }],
    ['an empty piece', delta({ type: 'text_delta', text: '' })],
  ])('%s is ignored', async (_, event) => {
    expect(await read(event)).toEqual([]);
  });
});

test.each<[object, object[]]>([
  [{ input_tokens: 10, output_tokens: 3 }, [{ inputTokens: 10, outputTokens: 3 }]],
  [
    { input_tokens: 10, cache_creation_input_tokens: 200, cache_read_input_tokens: 3000 },
    [{ inputTokens: 3210 }],
  ],
  [{ cache_read_input_tokens: 3000, output_tokens: 3 }, [{ outputTokens: 3 }]],
  [{ input_tokens: -1 }, []],
])('tokens read from a cache are input, too: %j', async (usage, expected) => {
  const events = await read({ type: 'message_delta', delta: {}, usage });
  expect(events).toEqual(expected.map((counts) => ({ type: 'usage-update', ...counts })));
});
