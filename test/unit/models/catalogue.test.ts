import { describe, expect, test } from 'vitest';
import { tokenCost } from '../../../src/chat/token-cost.js';
import { readModelCatalogue } from '../../../src/models/catalogue.js';
import { findRules } from '../../../src/models/find-rules.js';
import { registerModel } from '../../../src/models/register-model.js';

/** Entries as models.dev writes them. */
const json = {
  openrouter: {
    id: 'openrouter',
    models: {
      'openai/gpt-5.5': {
        id: 'openai/gpt-5.5',
        attachment: true,
        modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
        limit: { context: 1_050_000, output: 128_000 },
        cost: {
          input: 5,
          output: 30,
          cache_read: 0.5,
          tiers: [
            { input: 10, output: 45, cache_read: 1, tier: { type: 'context', size: 272_000 } },
            { input: 99, output: 99, tier: { type: 'time', size: 1 } },
          ],
          context_over_200k: { input: 10, output: 45 },
        },
      },
      'openai/gpt-5.5:free': { limit: { context: 128_000 } },
      'google/gemini-3-pro': {
        modalities: { input: ['text', 'image'] },
        cost: { input: 2, output: 12, context_over_200k: { input: 4, output: 18 } },
      },
      'vendor/reader': {
        attachment: true,
        modalities: { input: ['text', 'pdf'] },
        limit: { context: 0 },
      },
      'qwen/qwen3-coder': { modalities: { input: ['text', 'image'] } },
      'qwen/qwen3.8-27b': { modalities: { input: ['text'] } },
      'odd/one': { modalities: { input: 'image' }, limit: 7, cost: { input: 'free', output: -1 } },
      'odd/two': null,
    },
  },
};
const catalogue = readModelCatalogue(json, { provider: 'openrouter' });

describe('readModelCatalogue', () => {
  test('gives eyes, context and prices', () => {
    expect(catalogue.find('openai/gpt-5.5')).toEqual({
      vision: true,
      contextTokens: 1_050_000,
      price: {
        inputPerMillion: 5,
        outputPerMillion: 30,
        cachedInputPerMillion: 0.5,
        tiers: [
          {
            aboveInputTokens: 272_000,
            inputPerMillion: 10,
            outputPerMillion: 45,
            cachedInputPerMillion: 1,
          },
        ],
      },
    });
    expect(catalogue.find('google/gemini-3-pro')?.price?.tiers).toEqual([
      { aboveInputTokens: 200_000, inputPerMillion: 4, outputPerMillion: 18 },
    ]);
  });

  test('does not take other files for images', () => {
    expect(catalogue.find('vendor/reader')).toEqual({ vision: false });
  });

  test('a listed id comes before another entry of the same model', () => {
    expect(catalogue.find(' OpenAI/gpt-5.5:free ')?.contextTokens).toBe(128_000);
  });

  test.each(['openai/gpt-5.5:nitro', 'OpenAI/GPT-5.5', 'gpt-5.5-2026-04-23', ' gpt-5.5 '])(
    'finds %s',
    (id) => {
      expect(catalogue.find(id)?.contextTokens).toBe(1_050_000);
    },
  );

  test('leaves out what it cannot read', () => {
    expect(catalogue.find('odd/one')).toEqual({});
    expect(catalogue.find('odd/two')).toBeUndefined();
    expect(catalogue.find('constructor')).toBeUndefined();
    expect(catalogue.find('')).toBeUndefined();
  });

  test.each([null, [], 'models', 7, undefined])('refuses %j', (other) => {
    expect(() => readModelCatalogue(other, { provider: 'openai' })).toThrowError(
      expect.objectContaining({ code: 'bad-response' }),
    );
  });

  test.each(['nobody', 'toString', ''])(
    'refuses a provider that it does not hold: %j',
    (provider) => {
      expect(() => readModelCatalogue(json, { provider })).toThrowError(
        expect.objectContaining({ code: 'invalid-option' }),
      );
    },
  );
});

describe('a catalogue comes before the tables and names, and after the app', () => {
  test('it says what a name only lets guess', () => {
    expect(findRules('qwen/qwen3-coder')).toMatchObject({ vision: false, isGuessed: true });
    expect(findRules('qwen/qwen3-coder', { catalogue })).toMatchObject({
      vision: true,
      isGuessed: false,
    });
    expect(findRules('qwen/qwen3.8-27b', { catalogue })).toMatchObject({
      vision: false,
      isGuessed: false,
      warning: expect.stringContaining('text only'),
    });
  });

  test('it keeps the sizes of the tables', () => {
    const rules = findRules('openai/gpt-5.5', { catalogue });
    expect(rules.sizing).toEqual(findRules('gpt-5.5').sizing);
    expect(rules.limits).toMatchObject({ maxImages: 1500, contextTokens: 1_050_000 });
  });

  test('what the app registers wins', () => {
    const undo = registerModel('qwen/qwen3.8-27b', (base) => ({ ...base, vision: true }));
    expect(findRules('qwen/qwen3.8-27b', { catalogue }).vision).toBe(true);
    undo();
  });
});

test('a longer input has its own price', () => {
  const price = catalogue.find('gpt-5.5')?.price ?? { inputPerMillion: 0, outputPerMillion: 0 };
  expect(tokenCost({ inputTokens: 272_000 }, price).amount).toBeCloseTo(1.36);
  expect(tokenCost({ inputTokens: 300_000, outputTokens: 1000 }, price).amount).toBeCloseTo(3.045);
});
