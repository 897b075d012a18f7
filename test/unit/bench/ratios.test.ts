import { expect, test } from 'vitest';
import { findRegressions, ratiosOf } from '../../../bench/ratios.ts';
import type { Section } from '../../../bench/report.ts';

const committed = { stream: { measured: '2026-01-01', ratios: { script: 0.6, 'first load': 40 } } };

const measuredAs = (ratios: Record<string, number>) => ({
  stream: { measured: '2026-02-01', ratios },
});

const goal = (what: string, value: number, unit: string) => ({
  what,
  value,
  unit,
  limit: 1,
  atMost: true,
});

test('a ratio that is more than 15 % worse than committed is a regression, whatever became better', () => {
  expect(findRegressions(committed, measuredAs({ script: 0.68, 'first load': 20 }))).toEqual([]);
  expect(findRegressions(committed, measuredAs({ script: 0.7, 'first load': 20 }))).toEqual([
    { scenario: 'stream', what: 'script', committed: 0.6, measured: 0.7 },
  ]);
});

test('a ratio that is no longer measured is a regression; a new one, and a scenario that did not run, are none', () => {
  expect(findRegressions(committed, measuredAs({ 'first load': 40, new: 9 }))).toEqual([
    { scenario: 'stream', what: 'script', committed: 0.6, measured: undefined },
  ]);
  expect(findRegressions(committed, {})).toEqual([]);
});

test('ratios are the goals that hold on other machines: times beside a peer, and bytes', () => {
  const section: Section = {
    scenario: { name: 'stream', title: '', measure: () => Promise.reject(new Error()) },
    finding: {
      details: '',
      goals: [goal('script', 0.123456, '×'), goal('page', 38.5, 'kB'), goal('frame', 17, 'ms')],
    },
  };
  expect(ratiosOf([section], '2026-03-01')).toEqual({
    stream: { measured: '2026-03-01', ratios: { script: 0.1235, page: 38.5 } },
  });
});
