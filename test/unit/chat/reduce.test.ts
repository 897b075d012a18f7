import { describe, expect, test } from 'vitest';
import { initialChatState, reduceChat } from '../../../src/chat/reduce.js';
import { reduceEvent } from '../../../src/chat/reduce-event.js';
import type { ChatEntry, ChatState } from '../../../src/chat/types.js';
import type { ChatEvent, MessageEndReason } from '../../../src/wire/types.js';

function answerTo(
  events: readonly ChatEvent[],
  reason: MessageEndReason = 'complete',
  earlier?: ChatState,
): ChatState {
  const entries = earlier?.entries ?? [];
  const started = reduceChat(earlier ?? initialChatState(), {
    type: 'turn-start',
    entries,
    answerId: 'a',
    nowMs: 1000,
  });
  const told = events.reduce((state, event) => reduceEvent(state, 'a', event, 2000), started);
  return reduceChat(told, { type: 'turn-end', answerId: 'a', reason, nowMs: 3000 });
}

function lastAnswer(state: ChatState): ChatEntry['answer'] {
  return state.entries.at(-1)?.answer;
}

describe('reduceChat', () => {
  test.each([
    ['complete', 'complete'],
    ['refusal', 'complete'],
    ['tool-call', 'complete'],
    ['length', 'incomplete'],
    ['filtered', 'incomplete'],
  ] as const)('an answer that ends with %s is %s', (reason, status) => {
    const answer = lastAnswer(answerTo([{ type: 'text-delta', text: 'x' }], reason));
    expect(answer).toMatchObject({ status, endReason: reason, startedAtMs: 1000, endedAtMs: 3000 });
  });

  test('a refusal is text, and is known as a refusal whatever the server calls the end', () => {
    const state = answerTo([{ type: 'refusal-delta', text: 'I cannot do that.' }]);
    expect(state.entries.at(-1)?.message.parts).toEqual([
      { type: 'text', text: 'I cannot do that.' },
    ]);
    expect(lastAnswer(state)?.endReason).toBe('refusal');
  });

  test('usage told twice in one answer counts once, and answers add up', () => {
    const first = answerTo([
      { type: 'usage-update', inputTokens: 100, outputTokens: 1 },
      { type: 'usage-update', outputTokens: 40 },
    ]);
    expect(first.usage).toEqual({ inputTokens: 100, outputTokens: 40 });
    const second = answerTo(
      [{ type: 'usage-update', inputTokens: 200, outputTokens: 5 }],
      'complete',
      { ...first, entries: [] },
    );
    expect(second.usage).toEqual({ inputTokens: 300, outputTokens: 45 });
  });

  test('text and images of an answer keep their order', () => {
    const state = answerTo([
      { type: 'text-delta', text: 'Here: ' },
      { type: 'image-add', url: 'https://files.example/1.png', mediaType: 'image/png' },
      { type: 'text-delta', text: 'and ' },
      { type: 'text-delta', text: 'there.' },
    ]);
    expect(state.entries.at(-1)?.message.parts).toMatchObject([
      { text: 'Here: ' },
      { type: 'image', data: { kind: 'url', url: 'https://files.example/1.png' } },
      { text: 'and there.' },
    ]);
  });

  test('an answer that was under way when it was stored comes back as cut off', () => {
    const state = initialChatState([
      {
        message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'Half' }] },
        answer: { status: 'streaming', startedAtMs: 0, inputTokens: 10, outputTokens: 2 },
      },
    ]);
    expect(lastAnswer(state)?.status).toBe('incomplete');
    expect(state.usage).toEqual({ inputTokens: 10, outputTokens: 2 });
  });
});
