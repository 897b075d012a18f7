import { describe, expect, test } from 'vitest';
import { canContinue } from '../../../src/chat/can-continue.js';
import { messagesToContinue } from '../../../src/chat/continue-answer.js';
import { joinDeltas } from '../../../src/chat/join-deltas.js';
import { initialChatState, reduceChat } from '../../../src/chat/reduce.js';
import { reduceEvent } from '../../../src/chat/reduce-event.js';
import type { ChatEntry, ChatState } from '../../../src/chat/types.js';
import type { MessagePart } from '../../../src/messages/types.js';
import type { ChatEvent } from '../../../src/wire/types.js';

type Timed = [ms: number, event: ChatEvent];

const began = reduceChat(initialChatState(), {
  type: 'turn-start',
  entries: [],
  answerId: 'a',
  nowMs: 0,
});

function told(events: readonly Timed[], state = began): ChatState {
  return events.reduce((before, [ms, event]) => reduceEvent(before, 'a', event, ms), state);
}

function stopped(state: ChatState, nowMs: number): ChatState {
  return reduceChat(state, { type: 'turn-stop', answerId: 'a', nowMs });
}

function partsOf(state: ChatState): readonly MessagePart[] {
  return state.entries.at(-1)?.message.parts ?? [];
}

const thought = (text: string): ChatEvent => ({ type: 'reasoning-delta', text });
const said = (text: string): ChatEvent => ({ type: 'text-delta', text });

const source = (range: { start: number; end: number }): ChatEvent => ({
  type: 'source-add',
  url: 'https://cats.example',
  title: 'Cats',
  range,
});

describe('thoughts', () => {
  test('last from their first word to whatever comes next', () => {
    const state = told([
      [1000, thought('')],
      [1500, thought('A cat? ')],
      [4000, thought('Two.')],
      [7000, said('Two cats.')],
      [9000, said(' Grey.')],
    ]);
    expect(partsOf(state)).toEqual([
      { type: 'reasoning', text: 'A cat? Two.', startedAtMs: 1000, durationMs: 6000 },
      { type: 'text', text: 'Two cats. Grey.' },
    ]);
  });

  test('are still going on until then, and are over when the answer is stopped', () => {
    const state = told([[1000, thought('A cat?')]]);
    expect(partsOf(state)[0]).not.toHaveProperty('durationMs');
    expect(partsOf(stopped(state, 5000))[0]).toMatchObject({ durationMs: 4000 });
  });

  test('that are told only behind the answer fill the place where the model was thinking', () => {
    const state = told([
      [1000, thought('')],
      [3000, said('Two cats.')],
      [4000, { type: 'reasoning-delta', text: 'Counted.', isSummary: true }],
    ]);
    expect(partsOf(state)).toEqual([
      { type: 'reasoning', text: '', summary: 'Counted.', startedAtMs: 1000, durationMs: 2000 },
      { type: 'text', text: 'Two cats.' },
    ]);
  });
});

describe('sources', () => {
  test('stand behind the text and do not split it; a source is there once, with all its places', () => {
    const state = told([
      [1, said('Cats')],
      [2, source({ start: 0, end: 4 })],
      [3, said(' and dogs')],
      [4, source({ start: 9, end: 13 })],
    ]);
    expect(partsOf(state)).toEqual([
      { type: 'text', text: 'Cats and dogs' },
      {
        type: 'source',
        url: 'https://cats.example',
        title: 'Cats',
        ranges: [
          { start: 0, end: 4 },
          { start: 9, end: 13 },
        ],
      },
    ]);
  });

  test('of a continued answer are placed behind the text that was kept', () => {
    const cut = stopped(
      told([
        [1, said('Cats sleep lo')],
        [2, source({ start: 0, end: 4 })],
      ]),
      3,
    );
    const entry = cut.entries.at(-1) as ChatEntry;
    expect(canContinue(entry)).toBe(true);
    expect(messagesToContinue([entry.message], 'a')[0]?.parts[0]).toEqual({
      type: 'text',
      text: 'Cats sleep',
    });
    const again = reduceChat(cut, { type: 'turn-continue', answerId: 'a', nowMs: 4 });
    const state = told(
      [
        [5, thought('Where was I?')],
        [6, said('long.')],
        [7, source({ start: 0, end: 4 })],
      ],
      again,
    );
    expect(partsOf(state)).toEqual([
      { type: 'reasoning', text: 'Where was I?', startedAtMs: 5, durationMs: 1 },
      { type: 'text', text: 'Cats sleep long.' },
      expect.objectContaining({
        ranges: [
          { start: 0, end: 4 },
          { start: 11, end: 15 },
        ],
      }),
    ]);
    const answer = reduceChat(state, {
      type: 'turn-end',
      answerId: 'a',
      reason: 'complete',
      nowMs: 9,
    }).entries.at(-1)?.answer;
    expect(answer).not.toHaveProperty('continuation');
  });
});

test('an image that was shown while a tool made it belongs to the answer, not to the result of the tool', () => {
  const url = 'data:image/png;base64,aGk=';
  const state = told([
    [1, { type: 'tool-update', id: 't', name: 'image_generation', state: 'called' }],
    [2, { type: 'image-progress', id: 't' }],
    [3, { type: 'image-add', url, mediaType: 'image/png', toolCallId: 't', progressId: 't' }],
  ]);
  expect(partsOf(state).at(-1)).toMatchObject({ type: 'image', id: 'a-made-t' });
  expect(partsOf(state).at(-1)).not.toHaveProperty('toolCallId');
});

test('an image of a tool and a file of an answer are parts with their bytes', async () => {
  const state = told([
    [1, { type: 'tool-update', id: 't', name: 'draw', argumentsDelta: '{' }],
    [2, { type: 'tool-update', id: 't', argumentsDelta: '}', state: 'done', result: 'ok' }],
    [
      3,
      {
        type: 'image-add',
        url: 'data:image/png;base64,aGk=',
        mediaType: 'image/png',
        toolCallId: 't',
      },
    ],
    [
      4,
      {
        type: 'file-add',
        url: 'data:audio/wav;base64,aGk=',
        mediaType: 'audio/wav',
        name: 'a.wav',
      },
    ],
  ]);
  expect(partsOf(state)).toMatchObject([
    { type: 'tool-call', id: 't', name: 'draw', arguments: '{}', state: 'done', result: 'ok' },
    { type: 'image', id: 'a-image-2', data: { kind: 'bytes' }, toolCallId: 't' },
    {
      type: 'file',
      id: 'a-file-3',
      data: { kind: 'bytes' },
      mediaType: 'audio/wav',
      name: 'a.wav',
    },
  ]);
  const file = partsOf(state)[2];
  expect(
    file?.type === 'file' && file.data.kind === 'bytes' && (await file.data.bytes.text()),
  ).toBe('hi');
});

test('pieces of one frame are joined, pieces of different things are not', () => {
  const events: ChatEvent[] = [
    thought('a'),
    thought('b'),
    { type: 'reasoning-delta', text: 'c', isSummary: true },
    said('d'),
    said('e'),
    { type: 'tool-update', id: '1', name: 'x', argumentsDelta: 'f' },
    { type: 'tool-update', id: '1', argumentsDelta: 'g' },
    { type: 'tool-update', id: '2', argumentsDelta: 'h' },
    { type: 'tool-update', id: '2', state: 'called' },
  ];
  expect(joinDeltas(events)).toEqual([
    thought('ab'),
    { type: 'reasoning-delta', text: 'c', isSummary: true },
    said('de'),
    { type: 'tool-update', id: '1', name: 'x', argumentsDelta: 'fg' },
    { type: 'tool-update', id: '2', argumentsDelta: 'h' },
    { type: 'tool-update', id: '2', state: 'called' },
  ]);
  expect(partsOf(told(joinDeltas(events).map((event) => [1, event])))).toEqual(
    partsOf(told(events.map((event) => [1, event]))),
  );
});
