import { describe, expect, test } from 'vitest';
import type { ImageInfo } from '../../../src/formats/types.js';
import { countImageTokens } from '../../../src/models/count-image-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import {
  createDetailChoices,
  type DetailChoice,
  modelView,
} from '../../../src/queue/detail-choices.js';

const info: ImageInfo = {
  mediaType: 'image/jpeg',
  width: 4000,
  height: 3000,
  orientation: 6,
  hasAlpha: false,
  isAnimated: false,
  isTruncated: false,
};

describe.each(['gpt-4o', 'gpt-5.4', 'claude-sonnet-4-5', 'gemini-2.5-flash'])('%s', (model) => {
  const rules = findRules(model);
  const choose = createDetailChoices({ rules });
  const choices = choose({ id: 'a', info });

  test('has each of its details, upright, at the price that the model counts for it', () => {
    expect(choices.map(({ detail }) => detail)).toEqual(
      rules.sizing.original ? ['auto', 'low', 'high', 'original'] : ['auto', 'low', 'high'],
    );
    for (const { width, height, sentAs, tokens } of choices) {
      expect(height).toBeGreaterThan(width);
      expect(sentAs).not.toBe('auto');
      expect(countImageTokens({ width, height }, model, sentAs).tokens).toBe(tokens);
    }
  });

  test('keeps a limit of this image alone', () => {
    const limited = choose({ id: 'a', info, limits: { maxSidePx: 300 } });
    for (const { height } of limited) expect(height).toBeLessThanOrEqual(300);
  });
});

test('nothing is known of an image whose header was not read', () => {
  expect(createDetailChoices({ rules: findRules('gpt-4o') })({ id: 'a' })).toEqual([]);
});

const tokensOf = (choices: readonly DetailChoice[]) =>
  Object.fromEntries(choices.map(({ detail, tokens }) => [detail, tokens]));

describe('where the images of a message share a budget', () => {
  const rules = findRules('gpt-4o');
  const large = { id: 'large', info, detail: 'high' as const };
  const other = { id: 'other', info, detail: 'high' as const };
  const choose = (maxTotalTokens: number) =>
    createDetailChoices({ rules, maxTotalTokens, images: [large, other] });

  test('a choice costs what the share allows for it', () => {
    expect(tokensOf(createDetailChoices({ rules })(large))).toEqual({
      auto: 765,
      low: 85,
      high: 765,
    });
    // 255 is one tile: the most that 400 of the 800 tokens pay for.
    expect(tokensOf(choose(800)(large))).toEqual({ auto: 255, low: 85, high: 255 });
    expect(tokensOf(choose(5000)(large))).toEqual({ auto: 765, low: 85, high: 765 });
  });

  test('the others keep their detail, or all have the one that is chosen', () => {
    const lowBeside = createDetailChoices({
      rules,
      maxTotalTokens: 900,
      images: [large, { ...other, detail: 'low' }],
    });
    expect(tokensOf(lowBeside(large))).toMatchObject({ high: 765 });
    expect(tokensOf(lowBeside(large, 'all'))).toMatchObject({ low: 85, high: 425 });
  });
});

describe('what a model sees', () => {
  test('is cut into tiles that cover the image', () => {
    expect(modelView({ width: 1024, height: 768, detail: 'high' }, findRules('gpt-4o'))).toEqual(
      expect.objectContaining({
        width: 1024,
        height: 768,
        tokens: 765,
        cells: { cellPx: 512, columns: 2, rows: 2 },
      }),
    );
  });

  test('is not known without a size, and nothing without eyes', () => {
    expect(modelView({ detail: 'high' }, findRules('gpt-4o'))).toBeUndefined();
    const blind = { ...findRules('gpt-4o'), vision: false };
    expect(modelView({ width: 10, height: 10 }, blind)).toBeUndefined();
  });
});
