/** An answer is whole only when its server says so in a word that is known to be good. */
import { describe, expect, test } from 'vitest';
import { readResultLine } from '../../../src/batch/read-result-line.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { ChatEvent, WireFormat } from '../../../src/wire/types.js';
import { collect } from '../../helpers/byte-streams.js';

function read(wire: WireFormat, ...values: unknown[]): Promise<ChatEvent[]> {
  async function* events() {
    for (const value of values) {
      const event =
        typeof value === 'object' && value !== null && 'event' in value
          ? (value as { event: string; data: unknown })
          : { event: 'message', data: value };
      yield { event: event.event, data: JSON.stringify(event.data), id: '' };
    }
  }
  return collect(wire.readEvents(events()));
}

const textOf = (events: readonly ChatEvent[]): string =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');

const chat = (text: string, finish: string) => [
  { choices: [{ index: 0, delta: { content: text } }] },
  { choices: [{ index: 0, delta: {}, finish_reason: finish }] },
];
const gemini = (text: string, finish: string) => [
  { candidates: [{ content: { parts: text === '' ? [] : [{ text }] }, finishReason: finish }] },
];
const messages = (text: string, finish: string) => [
  { type: 'message', content: [{ type: 'text', text }], stop_reason: finish },
];
const response = (text: string, status: string, reason?: string) => [
  {
    object: 'response',
    status,
    ...(reason !== undefined && { incomplete_details: { reason } }),
    output: [{ type: 'message', content: [{ type: 'output_text', text }] }],
  },
];
const ollama = (text: string, word: string) => [
  { message: { role: 'assistant', content: text }, done: true, done_reason: word },
];
const run = (text: string, event: string, rest: object = {}) => [
  {
    event: 'thread.message.delta',
    data: { id: 'm', delta: { content: [{ index: 0, type: 'text', text: { value: text } }] } },
  },
  { event, data: { id: 'r', ...rest } },
];

const line = (finish: string, content: string) =>
  JSON.stringify({
    custom_id: 'a',
    response: {
      status_code: 200,
      body: { choices: [{ index: 0, message: { content }, finish_reason: finish }] },
    },
  });

const item = (id: string, text: string) => ({
  id,
  type: 'message',
  content: [{ type: 'output_text', text }],
});

const done = (...output: object[]) => ({
  type: 'response.completed',
  response: { status: 'completed', output },
});

const delta = (text: string, place: object = {}) => ({
  type: 'response.output_text.delta',
  delta: text,
  ...place,
});

const part = (value: string) => ({ content: [{ index: 0, type: 'text', text: { value } }] });

describe('an end', () => {
  test.each([
    [openaiChat, chat('Hi', 'stop'), 'complete'],
    [openaiChat, chat('Hi', 'eos_token'), 'complete'],
    [openaiChat, chat('Hi', 'COMPLETE'), 'complete'],
    [openaiChat, chat('Hi', 'MAX_TOKENS'), 'length'],
    [openaiChat, chat('Hi', 'sensitive'), 'filtered'],
    [openaiChat, chat('Hi', 'guardrail_intervened'), 'filtered'],
    [geminiGenerate, gemini('Hi', 'STOP'), 'complete'],
    [geminiGenerate, gemini('Hi', 'MAX_TOKENS'), 'length'],
    [geminiGenerate, gemini('Hi', 'IMAGE_SAFETY'), 'filtered'],
    [geminiGenerate, gemini('Hi', 'MODEL_ARMOR'), 'filtered'],
    [anthropicMessages, messages('Hi', 'end_turn'), 'complete'],
    [anthropicMessages, messages('Hi', 'stop_sequence'), 'complete'],
    [openaiChat, chat('Hi', 'FINISH_REASON_STOP'), 'complete'],
    [openaiChat, chat('Hi', 'FINISH_REASON_MAX_TOKENS'), 'length'],
    [openaiChat, chat('Hi', 'normal'), 'complete'],
    [openaiResponses, response('Hi', 'completed'), 'complete'],
    [openaiResponses, response('Hi', 'incomplete', 'max_output_tokens'), 'length'],
    [openaiResponses, response('Hi', 'incomplete', 'content_filter'), 'filtered'],
    [ollamaChat, ollama('Hi', 'stop'), 'complete'],
    [ollamaChat, ollama('Hi', ''), 'complete'],
    [openaiAssistants, run('Hi', 'thread.run.completed'), 'complete'],
  ] as const)('of $0.name in a known word is known', async (wire, values, reason) => {
    const events = await read(wire, ...values);
    expect(events.at(-1)).toEqual({ type: 'message-end', reason });
  });

  test.each([
    [openaiChat, chat('Hi', 'insufficient_system_resource'), 'insufficient_system_resource'],
    [openaiChat, chat('Hi', 'abort'), 'abort'],
    [openaiChat, chat('Hi', 'network_error'), 'network_error'],
    [geminiGenerate, gemini('Hi', 'OTHER'), 'OTHER'],
    [geminiGenerate, gemini('Hi', 'MALFORMED_RESPONSE'), 'MALFORMED_RESPONSE'],
    [geminiGenerate, gemini('', 'NO_IMAGE'), 'NO_IMAGE'],
    [anthropicMessages, messages('Hi', 'something_new'), 'something_new'],
    [openaiResponses, response('Hi', 'cancelled'), 'cancelled'],
    [openaiResponses, response('Hi', 'queued'), 'queued'],
    [openaiResponses, response('Hi', 'incomplete', 'evicted'), 'evicted'],
    [ollamaChat, ollama('Hi', 'unload'), 'unload'],
    [openaiAssistants, run('Hi', 'thread.run.cancelled'), 'cancelled'],
  ] as const)('of $0.name in any other word is a cut, in that word', async (wire, values, word) => {
    const events = await read(wire, ...values);
    expect(events.at(-1)).toMatchObject({
      type: 'message-fail',
      code: 'incomplete',
      message: expect.stringContaining(word) as string,
      facts: { providerCode: word, retryable: true },
    });
  });

  test.each([
    [openaiChat, chat('', 'stop')],
    [geminiGenerate, gemini('', 'STOP')],
    [anthropicMessages, messages('', 'end_turn')],
    [openaiResponses, response('', 'completed')],
    [ollamaChat, ollama('', 'stop')],
  ] as const)('of $0.name without any text or image is reported', async (wire, values) => {
    const events = await read(wire, ...values);
    expect(events.at(-1)).toMatchObject({
      code: 'incomplete',
      message: expect.stringContaining('without any text or image') as string,
    });
  });

  test('of a line of a batch is read the same way, and what came is kept', async () => {
    expect(await readResultLine(line('abort', 'Half'), openaiChat)).toMatchObject({
      status: 'failed',
      error: { code: 'incomplete' },
      answer: { text: 'Half' },
    });
    expect(await readResultLine(line('stop', ''), openaiChat)).toMatchObject({ status: 'failed' });
    expect(
      await readResultLine(line('stop', 'Hmm.\n</think>\n\nA cat.'), openaiChat),
    ).toMatchObject({ status: 'succeeded', answer: { text: 'A cat.', reasoning: 'Hmm.' } });
  });
});

describe('text of Responses', () => {
  test.each([
    ['only at the end', [done(item('m', 'A cat.'))]],
    [
      'only in the event that closes it',
      [{ type: 'response.output_text.done', output_index: 0, text: 'A cat.' }, done()],
    ],
    [
      'only in the event that closes its part',
      [
        {
          type: 'response.content_part.done',
          item_id: 'm',
          part: { type: 'output_text', text: 'A cat.' },
        },
        done(),
      ],
    ],
    [
      'only in the event that closes its item',
      [{ type: 'response.output_item.done', output_index: 0, item: item('m', 'A cat.') }, done()],
    ],
    [
      'in pieces and in all of them',
      [
        delta('A ', { item_id: 'm', output_index: 1 }),
        delta('cat.', { item_id: 'm', output_index: 1 }),
        { type: 'response.output_text.done', item_id: 'm', output_index: 1, text: 'A cat.' },
        { type: 'response.output_item.done', output_index: 1, item: item('m', 'A cat.') },
        done({ id: 'r', type: 'reasoning' }, item('m', 'A cat.')),
      ],
    ],
    ['in pieces without a place', [delta('A '), delta('cat.'), done(item('m', 'A cat.'))]],
    [
      'in pieces, with its end missing',
      [delta('A ', { output_index: 0 }), done(item('m', 'A cat.'))],
    ],
    ['under shifted numbers', [delta('A cat.', { output_index: 3 }), done(item('m', 'A cat.'))]],
  ])('%s is given once', async (_where, events) => {
    expect(textOf(await read(openaiResponses, ...events))).toBe('A cat.');
  });

  test('of two messages is parted by a blank line, streamed and whole', async () => {
    const items = [item('a', 'First.'), item('b', 'Second.')];
    const streamed = await read(
      openaiResponses,
      delta('Fir', { item_id: 'a', output_index: 0 }),
      delta('st.', { item_id: 'a', output_index: 0 }),
      delta('Sec', { item_id: 'b', output_index: 1 }),
      delta('ond.', { item_id: 'b', output_index: 1 }),
      done(...items),
    );
    expect(textOf(streamed)).toBe('First.\n\nSecond.');
    const whole = await read(openaiResponses, {
      object: 'response',
      status: 'completed',
      output: items,
    });
    expect(textOf(whole)).toBe('First.\n\nSecond.');
  });

  test('of two parts of one message stays together', async () => {
    const events = await read(
      openaiResponses,
      delta('First.', { item_id: 'a', content_index: 0 }),
      delta(' Second.', { item_id: 'a', content_index: 1 }),
      done(),
    );
    expect(textOf(events)).toBe('First. Second.');
  });

  test('and an image that comes by itself and at the end is given once', async () => {
    const image = { type: 'image_generation_call', id: 'i', result: 'iVBORw0KGgo=' };
    const events = await read(
      openaiResponses,
      { type: 'response.output_item.done', item: image },
      done(image),
    );
    expect(events.filter(({ type }) => type === 'image-add')).toHaveLength(1);
  });
});

test('text of two messages of a run is parted, and the repeated message is given once', async () => {
  const events = await read(
    openaiAssistants,
    { event: 'thread.message.delta', data: { id: 'a', delta: part('First.') } },
    { event: 'thread.message.completed', data: { id: 'a', ...part('First.') } },
    { event: 'thread.message.completed', data: { id: 'b', ...part('Second.') } },
    { event: 'thread.run.completed', data: { id: 'r' } },
  );
  expect(textOf(events)).toBe('First.\n\nSecond.');
});

test('the whole message at the end of a stream of Chat Completions is given once', async () => {
  const events = await read(
    openaiChat,
    { choices: [{ index: 0, delta: { content: 'A cat.' } }] },
    { choices: [{ index: 0, message: { content: 'A cat.' }, finish_reason: 'stop' }] },
  );
  expect(textOf(events)).toBe('A cat.');
});
