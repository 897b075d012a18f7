/** Thinking that a server leaves in the text, between two marks at the beginning. */
import { describe, expect, test } from 'vitest';
import { initialChatState, reduceChat } from '../../../src/chat/reduce.js';
import { reduceEvent } from '../../../src/chat/reduce-event.js';
import type { ChatMessage } from '../../../src/messages/types.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { ChatEvent, WireFormat } from '../../../src/wire/types.js';
import { everyCut } from '../../helpers/byte-streams.js';
import { chatEvents } from '../../helpers/read-stream.js';

const utf8 = new TextEncoder();
const line = (data: object | string): string =>
  `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

type Frame = (pieces: readonly string[], end?: string) => string;

const chatFrame: Frame = (pieces, finish_reason = 'stop') =>
  [
    ...pieces.map((content) => line({ choices: [{ index: 0, delta: { content } }] })),
    line({ choices: [{ index: 0, delta: {}, finish_reason }] }),
  ].join('');

const frames: readonly { wire: WireFormat; frame: Frame }[] = [
  { wire: openaiChat, frame: chatFrame },
  {
    wire: ollamaChat,
    frame: (pieces) =>
      [
        ...pieces.map((content) => ({ message: { role: 'assistant', content }, done: false })),
        { message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' },
      ]
        .map((data) => `${JSON.stringify(data)}\n`)
        .join(''),
  },
  {
    wire: openaiResponses,
    frame: (pieces) =>
      [
        ...pieces.map((delta) => line({ type: 'response.output_text.delta', item_id: 'm', delta })),
        line({ type: 'response.completed', response: { status: 'completed', output: [] } }),
      ].join(''),
  },
  {
    wire: anthropicMessages,
    frame: (pieces) =>
      [
        ...pieces.map((text) =>
          line({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
        ),
        line({ type: 'message_delta', delta: { stop_reason: 'end_turn' } }),
        line({ type: 'message_stop' }),
      ].join(''),
  },
];

function saidIn(events: readonly ChatEvent[], type: 'text-delta' | 'reasoning-delta'): string {
  return events.map((event) => (event.type === type ? event.text : '')).join('');
}

const read = async (pieces: readonly string[], end?: string) => {
  const events = await chatEvents(openaiChat, [utf8.encode(chatFrame(pieces, end))]);
  return {
    thoughts: saidIn(events, 'reasoning-delta'),
    text: saidIn(events, 'text-delta'),
    end: events.at(-1),
  };
};

const complete = { type: 'message-end', reason: 'complete' };
const answer = '<think>\nTwo ears 😀, whiskers.\n\n</think>\n\nA cat. It does not <think>.';

describe.each(frames)('$wire.name', ({ wire, frame }) => {
  const expected = {
    thoughts: 'Two ears 😀, whiskers.',
    text: 'A cat. It does not <think>.',
    end: complete,
  };
  const readBytes = async (chunks: readonly Uint8Array[]) => {
    const events = await chatEvents(wire, chunks);
    return {
      thoughts: saidIn(events, 'reasoning-delta'),
      text: saidIn(events, 'text-delta'),
      end: events.at(-1),
    };
  };

  test('reads the thoughts apart from the text, in whatever pieces they come', async () => {
    for (let size = 1; size <= answer.length; size += 1) {
      const letters = Array.from(answer);
      const pieces = Array.from({ length: Math.ceil(letters.length / size) }, (_, index) =>
        letters.slice(index * size, (index + 1) * size).join(''),
      );
      expect(await readBytes([utf8.encode(frame(pieces))])).toEqual(expected);
    }
  });

  test('and at whatever byte the network cuts them', async () => {
    const bytes = utf8.encode(frame([answer]));
    for (const chunks of everyCut(bytes)) expect(await readBytes(chunks)).toEqual(expected);
  });
});

test.each([
  ['without blank lines', ['<think>Hmm.</think>A cat.'], 'Hmm.', 'A cat.'],
  ['after blank space', ['\n\n', ' <think>Hmm.</think>A cat.'], 'Hmm.', 'A cat.'],
  ['of Magistral', ['[THINK]Hmm.[/THINK]A cat.'], 'Hmm.', 'A cat.'],
  ['of Seed', ['<seed:think>Hmm.</seed:think>\nA cat.'], 'Hmm.', 'A cat.'],
  ['of Gemini', ['<thought>Hmm.</thought>A cat.'], 'Hmm.', 'A cat.'],
  [
    'of gpt-oss',
    [
      '<|channel|>analysis<|message|>Hmm.<|end|><|start|>assistant<|channel|>final<|message|>A cat.',
    ],
    'Hmm.',
    'A cat.',
  ],
  ['of Kimi', ['◁think▷Hmm.◁/think▷A cat.'], 'Hmm.', 'A cat.'],
  ['with a like mark inside', ['<think>a < b, </thin</think>A cat.'], 'a < b, </thin', 'A cat.'],
  ['without a thought', ['<think>\n\n</think>\n\nA cat.'], '', 'A cat.'],
])('marks %s', async (_name, pieces, thoughts, text) => {
  expect(await read(pieces)).toEqual({ thoughts, text, end: complete });
});

/** What is left of the text, and what of it was thinking after all. */
const readAll = async (pieces: readonly string[], end?: string) => {
  const events = await chatEvents(openaiChat, [utf8.encode(chatFrame(pieces, end))]);
  const at = events.findIndex(({ type }) => type === 'text-was-reasoning');
  return {
    thoughts: saidIn(events.slice(0, Math.max(0, at)), 'text-delta'),
    text: saidIn(events.slice(at + 1), 'text-delta'),
    end: events.at(-1),
  };
};

describe('a mark at the end of thinking that began without one', () => {
  const code = 'In code:\n```xml\n<a>\n</think>\n```\nSo ends it.';

  test.each([
    ['of Qwen3', 'Okay. Two ears.\n</think>\n\nA cat.', 'Okay. Two ears.', 'A cat.'],
    ['with code in it', '```\na\n```\nHmm.\n\n</think>\nA cat.', '```\na\n```\nHmm.\n', 'A cat.'],
    ['and no thought', '</think>\n\nA cat.', '', 'A cat.'],
    ['with spaces', 'Hmm. \n </think> \nA cat.', 'Hmm. ', 'A cat.'],
    ['and another later', 'Hmm.\n</think>\nA\n</think>\ncat.', 'Hmm.', 'A\n</think>\ncat.'],
    ['in code', code, '', code],
    ['in a line', 'A tag\nis </think>\n\nor <b>.', '', 'A tag\nis </think>\n\nor <b>.'],
    ['before words', 'A tag:\n</think> ends it.', '', 'A tag:\n</think> ends it.'],
    ['after one that begins', 'Use <think>\na\n</think>\nso.', '', 'Use <think>\na\n</think>\nso.'],
    ['that is cut', 'A cat.\n</thi', '', 'A cat.\n</thi'],
  ])('%s', async (_name, whole, thoughts, text) => {
    for (let size = 1; size <= whole.length; size += 1) {
      const pieces = whole.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(await readAll(pieces)).toEqual({ thoughts, text, end: complete });
    }
  });

  test('with nothing behind it is no answer', async () => {
    expect(await readAll(['Two ears.\n</think>'])).toMatchObject({
      thoughts: 'Two ears.',
      text: '',
      end: { type: 'message-fail', code: 'incomplete' },
    });
  });

  test('is text where the server tells thinking apart', async () => {
    const pieces = [{ reasoning_content: 'Hmm.' }, { content: 'A\n</think>\nb' }];
    const body = pieces.map((delta) => line({ choices: [{ delta }] })).join('');
    const events = await chatEvents(openaiChat, [utf8.encode(`${body}${line('[DONE]')}`)]);
    expect(saidIn(events, 'text-delta')).toBe('A\n</think>\nb');
    expect(events.map(({ type }) => type)).not.toContain('text-was-reasoning');
  });
});

test.each([
  ['in the middle', 'Write <think>so</think> first.'],
  ['that is another word', '<thinking>aloud</thinking> is a tag.'],
  ['that is cut', '<thi'],
  ['of another kind', '<p>A cat.</p>'],
])('a mark %s stays text', async (_name, text) => {
  for (const pieces of [[text], Array.from(text)]) {
    expect(await read(pieces)).toEqual({ thoughts: '', text, end: complete });
  }
});

test('an answer that ends in its thoughts keeps them and is not complete', async () => {
  expect(await read(['<think>Two ears, </th'], 'length')).toEqual({
    thoughts: 'Two ears, </th',
    text: '',
    end: { type: 'message-end', reason: 'length' },
  });
  expect(await read(['<think>Two ears.'])).toMatchObject({
    thoughts: 'Two ears.',
    end: { type: 'message-fail', code: 'incomplete' },
  });
});

test('positions of sources are counted without the thoughts', async () => {
  const whole = '<think>Hmm.</think>\n\nCats sleep.';
  const start = whole.indexOf('sleep');
  const annotation = {
    type: 'url_citation',
    url_citation: { url: 'https://cats.example/', start_index: start, end_index: start + 5 },
  };
  const body =
    line({ choices: [{ delta: { content: whole } }] }) +
    line({ choices: [{ delta: { annotations: [annotation] }, finish_reason: 'stop' }] });
  const events = await chatEvents(openaiChat, [utf8.encode(body)]);
  const source = events.find(({ type }) => type === 'source-add');
  expect(source).toMatchObject({ range: { start: 5, end: 10 } });
});

test.each([
  ['between marks', answer],
  ['before a mark', answer.replace('<think>', '')],
])('thoughts %s become a part of the answer, and are not sent back', async (_name, given) => {
  const events = await chatEvents(openaiChat, [utf8.encode(chatFrame([given]))]);
  const question: ChatMessage = { id: 'q', role: 'user', parts: [{ type: 'text', text: '?' }] };
  let state = reduceChat(initialChatState(), {
    type: 'turn-start',
    entries: [{ message: question }],
    answerId: 'a',
    nowMs: 0,
  });
  for (const event of events) {
    if (event.type !== 'message-end' && event.type !== 'message-fail') {
      state = reduceEvent(state, 'a', event, 0);
    }
  }
  const message = state.entries[1]?.message as ChatMessage;
  expect(message.parts.map(({ type }) => type)).toEqual(['reasoning', 'text']);
  expect(message.parts[0]).toMatchObject({ text: 'Two ears 😀, whiskers.', durationMs: 0 });
  const { body } = await openaiChat.buildRequest([question, message, question], { model: 'm' });
  const sent = JSON.parse(await body.text()) as { messages: { content: string }[] };
  expect(sent.messages[1]?.content).toBe('A cat. It does not <think>.');
});
