/** What an event of a run of Assistants says, and a line of Ollama. */
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/wire/types.js';
import { ollamaChat } from '../../../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../../../src/wire/openai-assistants/index.js';
import { collect } from '../../../helpers/byte-streams.js';
import { readData } from '../../../helpers/read-data.js';

const update = (facts: object) => ({ type: 'tool-update', ...facts });

const line = (message: object) => ({ model: 'm', message, done: false });

describe('a line of Ollama', () => {
  const PNG = 'iVBORw0KGgo=';
  const end = { done: true, done_reason: 'stop', prompt_eval_count: 5, eval_count: 2 };

  test.each<[object, object[]]>([
    [{ content: 'a' }, [{ type: 'text-delta', text: 'a' }]],
    [{ content: '' }, []],
    [{ content: null }, []],
    [{}, []],
    [
      { content: 'a', thinking: 'Hm.' },
      [
        { type: 'reasoning-delta', text: 'Hm.' },
        { type: 'text-delta', text: 'a' },
      ],
    ],
    [
      { images: [PNG, '', 7] },
      [{ type: 'image-add', url: `data:image/png;base64,${PNG}`, mediaType: 'image/png' }],
    ],
  ])('%j', async (message, expected) => {
    const events = await readData(ollamaChat, [line({ content: 'Yes.' }), line(message), end]);
    expect(events).toEqual([
      { type: 'message-start', model: 'm' },
      { type: 'text-delta', text: 'Yes.' },
      ...expected,
      { type: 'usage-update', inputTokens: 5, outputTokens: 2 },
      { type: 'message-end', reason: 'complete' },
    ]);
  });

  test('calls tools, which ends the answer', async () => {
    const calls = [
      { function: { name: 'f', arguments: { a: 1 } } },
      { id: 'b', function: { name: 'g' } },
    ];
    const events = await readData(ollamaChat, [line({ tool_calls: calls }), end]);
    expect(events.slice(1)).toEqual([
      update({ id: 'call-1', name: 'f', arguments: '{"a":1}', state: 'called' }),
      update({ id: 'b', name: 'g', arguments: '', state: 'called' }),
      { type: 'usage-update', inputTokens: 5, outputTokens: 2 },
      { type: 'message-end', reason: 'tool-call' },
    ]);
  });

  test.each<[object, object]>([
    [{ done: true }, { type: 'message-end', reason: 'complete' }],
    [
      { done: true, done_reason: 'length' },
      { type: 'message-end', reason: 'length' },
    ],
    [
      { done: true, done_reason: 'odd' },
      { code: 'incomplete', facts: { providerCode: 'odd' } },
    ],
    [{ error: 'Broke.' }, { code: 'provider-error', facts: { providerMessage: 'Broke.' } }],
    [line({ content: 7 }), { type: 'message-fail', code: 'bad-response' }],
    // A line of no kind, and nothing behind it.
    [{ status: 'loading' }, { type: 'message-fail', code: 'incomplete' }],
  ])('ends with %j', async (last, expected) => {
    const events = await readData(ollamaChat, [line({ content: 'a' }), last]);
    expect(events).toHaveLength(3);
    expect(events.at(-1)).toMatchObject(expected);
  });
});

const step = (event: string, tool_calls: unknown[], isPiece = false) => {
  const details = { step_details: { tool_calls } };
  return [
    `thread.run.step.${event}`,
    { id: 's', ...(isPiece ? { delta: details } : details) },
  ] as const;
};

const piece = (content: unknown, id = 'msg') =>
  ['thread.message.delta', { id, delta: { content: [content] } }] as const;

async function* named(events: readonly (readonly [string, object])[]) {
  for (const [event, data] of events) yield { event, data: JSON.stringify(data), id: '' };
}

describe('a run of Assistants', () => {
  const created = ['thread.run.created', { id: 'run', model: 'm' }] as const;
  const completed = [
    'thread.run.completed',
    { usage: { prompt_tokens: 5, completion_tokens: 2 } },
  ] as const;

  async function read(...events: (readonly [string, object])[]): Promise<ChatEvent[]> {
    const said = piece({ index: 0, type: 'text', text: { value: 'Yes.' } });
    const all = await collect(
      openaiAssistants.readEvents(named([created, said, ...events, completed])),
    );
    expect(all.slice(0, 2)).toEqual([
      { type: 'message-start', id: 'run', model: 'm' },
      { type: 'text-delta', text: 'Yes.' },
    ]);
    return all.slice(2);
  }
  const usage = { type: 'usage-update', inputTokens: 5, outputTokens: 2 };
  const good = [usage, { type: 'message-end', reason: 'complete' }];

  test('says text, and the message at its end what is missing', async () => {
    const whole = [
      'thread.message.completed',
      { id: 'msg', content: [{ text: { value: 'Yes. No.' } }] },
    ] as const;
    expect(await read(piece({ index: 0, text: { value: '' } }), whole)).toEqual([
      { type: 'text-delta', text: ' No.' },
      ...good,
    ]);
  });

  test('names sources at their places', async () => {
    const annotation = {
      type: 'file_citation',
      start_index: 0,
      end_index: 3,
      file_citation: { file_id: 'f' },
    };
    const cited = piece({ index: 0, text: { value: '', annotations: [annotation] } });
    expect(await read(cited)).toEqual([
      { type: 'source-add', title: 'f', range: { start: 0, end: 3 } },
      ...good,
    ]);
  });

  test('refuses', async () => {
    expect(await read(piece({ index: 1, type: 'refusal', refusal: 'No.' }))).toEqual([
      { type: 'refusal-delta', text: 'No.' },
      usage,
      { type: 'message-end', reason: 'refusal' },
    ]);
  });

  test('shows its tools in pieces, and their results at the end', async () => {
    const events = await read(
      step('created', []),
      step(
        'delta',
        [null, { index: 0, id: 'c', type: 'function', function: { name: 'f', arguments: '{' } }],
        true,
      ),
      step('delta', [{ index: 0, type: 'function', function: { arguments: '}' } }], true),
      step(
        'delta',
        [{ type: 'code_interpreter', code_interpreter: { input: '1' } }].map((call) => ({
          ...call,
          index: 1,
        })),
        true,
      ),
      step('completed', [
        { id: 'c', type: 'function', function: { name: 'f', arguments: '{}', output: null } },
        {
          type: 'code_interpreter',
          code_interpreter: {
            input: '1+1',
            outputs: [{ logs: '2' }, { image: {} }, { logs: '3' }],
          },
        },
        { id: 'd', type: 'file_search', file_search: { results: [{ file: 'a' }] } },
        { id: 'e', type: 'function', function: { name: 'g', output: 'two' } },
      ]),
    );
    expect(events).toEqual([
      update({ id: 'c', name: 'f', argumentsDelta: '{' }),
      update({ id: 'c', argumentsDelta: '}' }),
      update({ id: 'call-s-1', name: 'code_interpreter', argumentsDelta: '1' }),
      update({ id: 'c', state: 'called' }),
      update({ id: 'call-s-1', arguments: '1+1', result: '2\n3', state: 'done' }),
      update({ id: 'd', name: 'file_search', result: '[{"file":"a"}]', state: 'done' }),
      update({ id: 'e', name: 'g', result: 'two', state: 'done' }),
      ...good,
    ]);
  });

  test('has tools that fail', async () => {
    expect(
      await read(step('failed', [{ id: 'c', type: 'function', function: { name: 'f' } }])),
    ).toEqual([update({ id: 'c', name: 'f', state: 'failed' }), ...good]);
  });

  const asked = { id: 'c', function: { name: 'f', arguments: '{}' } };
  test.each<[string, object, object[]]>([
    [
      'incomplete',
      { incomplete_details: { reason: 'max_completion_tokens' } },
      [{ reason: 'length' }],
    ],
    ['incomplete', { incomplete_details: { reason: 'content_filter' } }, [{ reason: 'filtered' }]],
    ['incomplete', { usage: { prompt_tokens: 5 } }, [{ inputTokens: 5 }, { reason: 'length' }]],
    ['cancelled', {}, [{ code: 'incomplete', facts: { providerCode: 'cancelled' } }]],
    [
      'failed',
      { last_error: { code: 'server_error', message: 'Broke.' } },
      [{ code: 'provider-error', facts: { providerMessage: 'Broke.', status: 500 } }],
    ],
    [
      'expired',
      {},
      [
        {
          code: 'provider-error',
          facts: { providerMessage: expect.stringContaining('thread.run.expired') as string },
        },
      ],
    ],
    [
      'requires_action',
      { required_action: { submit_tool_outputs: { tool_calls: [asked] } } },
      [
        { id: 'c', name: 'f', arguments: '{}' },
        { id: 'c', state: 'called' },
        { reason: 'tool-call' },
      ],
    ],
    ['requires_action', {}, [{ reason: 'tool-call' }]],
  ])('%s %j', async (name, run, expected) => {
    const events = await read([`thread.run.${name}`, run]);
    expect(events).toMatchObject(expected);
    expect(events).toHaveLength(expected.length);
  });

  test('with an event that has no text is a bad response', async () => {
    expect(await read(['thread.message.delta', { id: 'msg' }])).toMatchObject([
      { code: 'bad-response' },
    ]);
  });
});
