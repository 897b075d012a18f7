import { expect, test } from 'vitest';
import { distinctChoices } from '../../../src/components/styled/lightbox/distinct-choices.js';
import { findRules } from '../../../src/models/find-rules.js';
import type { ImageDetail } from '../../../src/models/types.js';
import { createDetailChoices, type DetailChoice } from '../../../src/queue/detail-choices.js';

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
  return distinctChoices(choices, used);
}

const resultOf = ({ width, height, tokens }: DetailChoice) => `${width} ${height} ${tokens}`;

test.each([
  { used: 'auto', offered: ['low', 'auto'] },
  { used: 'low', offered: ['low', 'high'] },
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
