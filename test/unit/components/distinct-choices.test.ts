import { expect, test } from 'vitest';
import { distinctChoices } from '../../../src/components/styled/detail/distinct-choices.js';
import {
  type OfferedDetail,
  offeredDetails,
} from '../../../src/components/styled/detail/offered-details.js';
import { findRules } from '../../../src/models/find-rules.js';
import type { ImageDetail } from '../../../src/models/types.js';
import { createDetailChoices } from '../../../src/queue/detail-choices.js';

type Sides = readonly [width: number, height: number];

function offeredFor(model: string, [width, height]: Sides, used: ImageDetail) {
  const rules = findRules(model);
  const choices = createDetailChoices({ rules })({
    id: 'a',
    info: {
      mediaType: 'image/png',
      width,
      height,
      orientation: 1,
      hasAlpha: false,
      isAnimated: false,
      isTruncated: false,
    },
  });
  return distinctChoices(offeredDetails([choices]), used);
}

const resultOf = ({ sizes, tokens }: OfferedDetail) => JSON.stringify([sizes, tokens]);

test.each([
  { used: 'auto', offered: ['low', 'auto'] },
  { used: 'low', offered: ['low', 'auto'] },
  { used: 'high', offered: ['low', 'high'] },
] as const)('$offered are offered while $used is used', ({ used, offered }) => {
  const choices = offeredFor('gpt-4o', [2000, 1500], used);
  expect(choices.map(({ detail }) => detail)).toEqual(offered);
});

test.each(['gpt-4o', 'gpt-5.4', 'claude-opus-4-8', 'gemini-3-pro-preview'])(
  'no two choices of %s have the same result, and the one in use is among them',
  (model) => {
    for (const sides of [
      [40, 40],
      [300, 200],
      [4000, 3000],
    ] as const) {
      const choices = offeredFor(model, sides, 'auto');
      expect(new Set(choices.map(resultOf)).size).toBe(choices.length);
      expect(choices.map(({ detail }) => detail)).toContain('auto');
    }
  },
);

test('several images have one choice for each detail, with the price of all of them', () => {
  const size = { width: 512, height: 512 };
  const [low, auto] = offeredDetails([
    [
      { detail: 'low', sentAs: 'low', tokens: 85, ...size },
      { detail: 'auto', sentAs: 'high', tokens: 255, ...size },
    ],
    [
      { detail: 'low', sentAs: 'low', tokens: 85, ...size },
      { detail: 'auto', sentAs: 'low', tokens: 85, ...size },
    ],
  ]);
  expect(low).toEqual({ detail: 'low', sentAs: 'low', tokens: 170, sizes: [size, size] });
  expect(auto).toEqual({ detail: 'auto', sentAs: undefined, tokens: 340, sizes: [size, size] });
});

test('details whose result is unknown are all offered', () => {
  const unknown = (['auto', 'low', 'high'] as const).map((detail) => ({ detail, sizes: [] }));
  expect(distinctChoices(unknown, 'low')).toEqual(unknown);
});
