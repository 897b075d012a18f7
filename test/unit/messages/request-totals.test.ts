import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../src/messages/check-request.js';
import { requestTotals } from '../../../src/messages/request-totals.js';
import { findRules } from '../../../src/models/find-rules.js';
import { answer, ask, anImage } from './sample-messages.js';

const rules = { ...findRules('gpt-4o'), limits: { maxImages: 4, contextTokens: 10_000 } };

const many = (count: number) => [ask(...Array.from({ length: count }, () => anImage()))];

describe('requestTotals', () => {
  test('counts images, words and bytes of the history with those of the question', () => {
    const history = [ask(anImage(), 'And this?'), answer('A cat.')];
    const alone = requestTotals([ask(anImage(), 'Which one?')], rules);
    const all = requestTotals([...history, ask(anImage(), 'Which one?')], rules);
    expect(alone.images).toEqual({ value: 1, limit: 4 });
    expect(all.images).toEqual({ value: 2, limit: 4 });
    expect(all.tokens.value).toBeGreaterThan(2 * (alone.tokens.value - 10));
    expect(all.tokens.limit).toBe(10_000);
    expect(all.bytes.value).toBeGreaterThan(alone.bytes.value);
    expect(all.bytes).not.toHaveProperty('limit');
  });

  test('is full exactly where the checks begin to complain', () => {
    const problems = (count: number) =>
      checkRequest(many(count), { model: 'x', rules }).filter(
        ({ code }) => code === 'too-many-images',
      );
    expect(requestTotals(many(4), rules).fullness).toBe(1);
    expect(problems(4)).toEqual([]);
    expect(requestTotals(many(5), rules).fullness).toBeGreaterThan(1);
    expect(problems(5)).toHaveLength(1);
  });

  test('is not full where nothing is limited', () => {
    const free = { ...rules, limits: {} };
    expect(requestTotals([ask(anImage(), 'Hello')], free).fullness).toBe(0);
  });
});
