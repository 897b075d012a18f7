import { expect, test } from 'vitest';
import { conversationTotals } from '../../../src/chat/conversation-totals.js';
import type { ChatEntry } from '../../../src/chat/types.js';

function answer(id: string, facts: Partial<NonNullable<ChatEntry['answer']>>): ChatEntry {
  return {
    message: { id, role: 'assistant', parts: [] },
    answer: { status: 'complete', startedAtMs: 0, ...facts },
  };
}

test('totals hold every version, and an estimate only where every answer has one', () => {
  const first = answer('a', { inputTokens: 100, outputTokens: 10, estimatedInputTokens: 90 });
  const other = answer('b', { inputTokens: 50, outputTokens: 5, estimatedInputTokens: 60 });
  const entries = [{ ...first, versions: { index: 1, others: [[other]] } }];
  expect(conversationTotals(entries)).toEqual({
    inputTokens: 150,
    outputTokens: 15,
    estimatedInputTokens: 150,
  });
  expect(conversationTotals([...entries, answer('c', { inputTokens: 1 })])).toEqual({
    inputTokens: 151,
    outputTokens: 15,
  });
});

test('totals cost what their answers cost, in one currency', () => {
  const cost = { amount: 0.5, currency: 'EUR' };
  const paid = answer('a', { inputTokens: 1, cost });
  expect(conversationTotals([paid, paid]).cost).toEqual({ amount: 1, currency: 'EUR' });
  expect(conversationTotals([paid, answer('b', { inputTokens: 1 })]).cost).toBeUndefined();
});
