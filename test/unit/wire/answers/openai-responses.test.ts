/** What an output item of Responses says: https://platform.openai.com/docs/api-reference/responses/object */
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/wire/types.js';
import { openaiResponses } from '../../../../src/wire/openai-responses/index.js';
import { readData } from '../../../helpers/read-data.js';

const created = { type: 'response.created', response: { id: 'r', model: 'm' } };
const said = { type: 'response.output_text.delta', item_id: 'text', delta: 'Yes.' };
const completed = { type: 'response.completed', response: { output: [] } };
const update = (facts: object) => ({ type: 'tool-update', ...facts });
const done = (item: object, output_index = 1) => ({
  type: 'response.output_item.done',
  output_index,
  item,
});

/** What comes of these events besides the start, the text “Yes.” and the end. */
async function read(...events: object[]): Promise<ChatEvent[]> {
  const all = await readData(openaiResponses, [created, said, ...events, completed]);
  expect(all[0]).toEqual({ type: 'message-start', id: 'r', model: 'm' });
  expect(all[1]).toEqual({ type: 'text-delta', text: 'Yes.' });
  expect(all.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
  return all.slice(2, -1);
}

describe('a call of a tool', () => {
  test.each<[object, object]>([
    // The app runs these.
    [
      { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}', status: 'completed' },
      { id: 'c', name: 'f', arguments: '{}', state: 'called' },
    ],
    [
      { type: 'function_call', call_id: 'c', name: 'f', arguments: '', status: 'in_progress' },
      { id: 'c', name: 'f', arguments: '', state: 'writing' },
    ],
    [
      { type: 'custom_tool_call', call_id: 'c', name: 'f', input: 'words' },
      { id: 'c', name: 'f', arguments: 'words', state: 'called' },
    ],
    [
      { type: 'local_shell_call', call_id: 'c', action: { command: ['ls'] } },
      { id: 'c', name: 'local_shell', arguments: '{"command":["ls"]}', state: 'called' },
    ],
    [
      { type: 'apply_patch_call', call_id: 'c', operation: { path: 'a' } },
      { id: 'c', name: 'apply_patch', arguments: '{"path":"a"}', state: 'called' },
    ],
    [
      { type: 'mcp_approval_request', id: 'i', name: 'f', arguments: '{}' },
      { id: 'i', name: 'f', arguments: '{}', state: 'called' },
    ],
    // The provider runs these.
    [
      { type: 'web_search_call', id: 'i', status: 'in_progress' },
      { id: 'i', name: 'web_search', arguments: '', state: 'called' },
    ],
    [
      {
        type: 'web_search_call',
        id: 'i',
        status: 'completed',
        action: { type: 'search', query: 'q', sources: [{ url: 'https://a.example' }, {}, null] },
      },
      {
        id: 'i',
        name: 'web_search',
        arguments: '{"type":"search","query":"q"}',
        state: 'done',
        result: 'https://a.example',
      },
    ],
    [
      { type: 'web_search_call', id: 'i', status: 'incomplete' },
      { id: 'i', name: 'web_search', arguments: '', state: 'failed' },
    ],
    [
      { type: 'web_search_call', id: 'i', status: 'failed' },
      { id: 'i', name: 'web_search', arguments: '', state: 'failed' },
    ],
    [
      {
        type: 'file_search_call',
        id: 'i',
        status: 'completed',
        queries: ['q'],
        results: [{ text: 'a' }],
      },
      { id: 'i', name: 'file_search', arguments: '["q"]', state: 'done', result: '[{"text":"a"}]' },
    ],
    [
      {
        type: 'code_interpreter_call',
        id: 'i',
        status: 'completed',
        code: '1+1',
        outputs: [{ logs: '2' }, { logs: '' }, { logs: '3' }, null],
      },
      { id: 'i', name: 'code_interpreter', arguments: '1+1', state: 'done', result: '2\n3' },
    ],
    [
      { type: 'mcp_call', id: 'i', name: 'f', arguments: '{}', output: 'two' },
      { id: 'i', name: 'f', arguments: '{}', state: 'done', result: 'two' },
    ],
    [
      { type: 'mcp_call', id: 'i', name: 'f', arguments: '{}', error: 'No.' },
      { id: 'i', name: 'f', arguments: '{}', state: 'failed', result: 'No.' },
    ],
    [
      { type: 'mcp_call', id: 'i', name: 'f', arguments: null, error: null, output: null },
      { id: 'i', name: 'f', arguments: '', state: 'called' },
    ],
    // Without an id, by its place.
    [
      { type: 'mcp_call', name: 'f', output: 'two' },
      { id: 'call-1', name: 'f', arguments: '', state: 'done', result: 'two' },
    ],
  ])('%j', async (item, facts) => {
    expect(await read(done(item))).toEqual([update(facts)]);
    // The item is repeated at the end.
    const end = { type: 'response.completed', response: { output: [{ type: 'message' }, item] } };
    const all = await readData(openaiResponses, [created, said, done(item), end]);
    expect(all.filter(({ type }) => type === 'tool-update')).toEqual([update(facts)]);
  });

  test.each(['message', 'image_generation_call', 'hologram'])('is not %s', async (type) => {
    expect(await read(done({ type, id: 'i' }))).toEqual([]);
  });

  test('may return images', async () => {
    const url = 'data:image/png;base64,iVBORw0KGgo=';
    const outputs = [
      { type: 'image', url },
      { type: 'logs', logs: 'a' },
      { type: 'image', url: '' },
    ];
    const item = { type: 'code_interpreter_call', id: 'i', status: 'completed', outputs };
    expect(await read(done(item), done(item))).toEqual([
      update({ id: 'i', name: 'code_interpreter', arguments: '', state: 'done', result: 'a' }),
      { type: 'image-add', url, mediaType: 'image/png', toolCallId: 'i' },
    ]);
  });

  test.each([
    ['function_call_arguments', 'function_call', 'arguments'],
    ['mcp_call_arguments', 'mcp_call', 'arguments'],
    ['custom_tool_call_input', 'custom_tool_call', 'input'],
    ['code_interpreter_call_code', 'code_interpreter_call', 'code'],
  ])('is written in pieces of %s', async (name, type, field) => {
    const item = { type, id: 'i', call_id: 'c', name: 'f', status: 'in_progress' };
    const piece = (kind: string, more: object) => ({
      type: `response.${name}.${kind}`,
      item_id: 'i',
      ...more,
    });
    const added = { type: 'response.output_item.added', output_index: 1, item };
    const events = await read(
      added,
      piece('delta', { delta: '{' }),
      piece('delta', { delta: '}' }),
      piece('done', { [field]: '{}' }),
      piece('done', {}),
    );
    expect(events.slice(1)).toEqual([
      update({ id: 'c', argumentsDelta: '{' }),
      update({ id: 'c', argumentsDelta: '}' }),
    ]);
    // Pieces of a call that was not announced.
    expect(await read(piece('done', { [field]: '{}' }))).toEqual([
      update({ id: 'i', arguments: '{}' }),
    ]);
  });
});

const output = (value: unknown, more = {}) =>
  done({ type: 'function_call_output', call_id: 'c', output: value, ...more });

describe('the output of a tool', () => {
  const url = 'data:image/png;base64,iVBORw0KGgo=';
  const image = { type: 'image-add', url, mediaType: 'image/png', toolCallId: 'c' };
  test.each<[string, unknown, object, object[]]>([
    ['a text', 'two', { result: 'two' }, []],
    ['no text', '', {}, []],
    [
      'texts',
      [
        { type: 'input_text', text: 'a' },
        { type: 'input_text', text: 'b' },
      ],
      { result: 'ab' },
      [],
    ],
    [
      'a text and an image',
      [
        { type: 'input_text', text: 'a' },
        { type: 'input_image', image_url: url },
      ],
      { result: 'a' },
      [image],
    ],
    ['an image', { type: 'computer_screenshot', image_url: url }, {}, [image]],
    ['an image with facts', { image_url: url, width: 3 }, { result: '{"width":3}' }, [image]],
    ['an object', { lines: 3 }, { result: '{"lines":3}' }, []],
  ])('%s', async (_, value, facts, images) => {
    expect(await read(output(value))).toEqual([
      update({ id: 'c', state: 'done', ...facts }),
      ...images,
    ]);
  });

  test('that is incomplete has failed', async () => {
    expect(await read(output('a', { status: 'incomplete' }))).toEqual([
      update({ id: 'c', state: 'failed', result: 'a' }),
    ]);
  });
});

const thought = (text: string, more = {}) => ({ type: 'reasoning-delta', text, ...more });

describe('thinking', () => {
  const isSummary = { isSummary: true };
  const place = { item_id: 't', output_index: 1 };
  test('begins without words', async () => {
    const item = { type: 'reasoning', id: 't' };
    const added = { type: 'response.output_item.added', item };
    expect(await read(added, done(item))).toEqual([thought('')]);
  });

  test('as a summary, its sections parted, and given once', async () => {
    const piece = (summary_index: number, delta: string) => ({
      type: 'response.reasoning_summary_text.delta',
      ...place,
      summary_index,
      delta,
    });
    const whole = {
      type: 'response.reasoning_summary_text.done',
      ...place,
      summary_index: 0,
      text: 'ab',
    };
    const item = { type: 'reasoning', id: 't', summary: [{ text: 'ab' }, { text: 'cd' }] };
    expect(await read(piece(0, 'a'), whole, piece(1, 'c'), done(item))).toEqual([
      thought('a', isSummary),
      thought('b', isSummary),
      thought('\n\nc', isSummary),
      thought('d', isSummary),
    ]);
  });

  test('in full', async () => {
    const piece = { type: 'response.reasoning_text.delta', ...place, content_index: 0, delta: 'a' };
    const item = { type: 'reasoning', id: 't', content: [{ text: 'ab' }] };
    expect(await read(piece, done(item))).toEqual([thought('a'), thought('b')]);
  });
});

const call = (type: string) => ({ output: [{ type, call_id: 'c', name: 'f' }] });

const end = async (type: string, response: object, ...before: object[]) =>
  (await readData(openaiResponses, [created, said, ...before, { type, response }])).at(-1);

describe('the end', () => {
  test.each<[string, object, object]>([
    ['response.completed', {}, { reason: 'complete' }],
    ['response.completed', call('function_call'), { reason: 'tool-call' }],
    ['response.completed', call('custom_tool_call'), { reason: 'tool-call' }],
    ['response.completed', call('web_search_call'), { reason: 'complete' }],
    ['response.incomplete', {}, { reason: 'length' }],
    [
      'response.incomplete',
      { incomplete_details: { reason: 'max_output_tokens' } },
      { reason: 'length' },
    ],
    [
      'response.incomplete',
      { incomplete_details: { reason: 'content_filter' } },
      { reason: 'filtered' },
    ],
    ['response.cancelled', {}, { code: 'incomplete', facts: { providerCode: 'cancelled' } }],
    [
      'response.failed',
      { error: { code: 'server_error', message: 'Broke.' } },
      { code: 'provider-error', facts: { providerMessage: 'Broke.', status: 500 } },
    ],
  ])('%s %j', async (type, response, expected) => {
    expect(await end(type, response)).toMatchObject(expected);
  });

  test('of a refusal', async () => {
    const refusal = {
      type: 'response.refusal.delta',
      item_id: 'text',
      content_index: 1,
      delta: 'No.',
    };
    expect(await end('response.completed', {}, refusal)).toMatchObject({ reason: 'refusal' });
  });

  test('of a document without a status', async () => {
    const content = [
      { type: 'output_text', text: 'a', annotations: [] },
      { type: 'refusal', refusal: '' },
    ];
    const response = {
      object: 'response',
      id: 'r',
      output: [{ type: 'message', id: 't', content }],
    };
    expect(await readData(openaiResponses, [response])).toEqual([
      { type: 'message-start', id: 'r' },
      { type: 'text-delta', text: 'a' },
      { type: 'message-end', reason: 'complete' },
    ]);
  });

  test.each([
    [{ type: 'response.output_text.delta' }],
    [{ type: 'response.refusal.delta', delta: 7 }],
  ])('comes with an event that has no text: %j', async (event) => {
    const events = await readData(openaiResponses, [created, said, event]);
    expect(events.at(-1)).toMatchObject({ type: 'message-fail', code: 'bad-response' });
  });
});
