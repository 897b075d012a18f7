import { describe, expect, test } from 'vitest';
import type { ImageInfo } from '../../../src/formats/types.js';
import { countImageTokens, findRules } from '../../../src/models/index.js';
import { detailChoices, modelView } from '../../../src/react/detail-choices.js';

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
  const choices = detailChoices({ info }, rules);

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

  test('keeps a limit of this picture alone', () => {
    const limited = detailChoices({ info, limits: { maxSidePx: 300 } }, rules);
    for (const { height } of limited) expect(height).toBeLessThanOrEqual(300);
  });
});

test('nothing is known of a picture whose header was not read', () => {
  expect(detailChoices({}, findRules('gpt-4o'))).toEqual([]);
});

describe('what a model sees', () => {
  test('is cut into tiles that cover the picture', () => {
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
