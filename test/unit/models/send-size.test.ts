import { describe, expect, test } from 'vitest';
import { chooseDetail } from '../../../src/models/choose-detail.js';
import { countImageTokens, fitForModel } from '../../../src/models/count-image-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import { registerModel } from '../../../src/models/register-model.js';
import { sendSize } from '../../../src/models/send-size.js';
import type { ImageDetail, ModelImageRules } from '../../../src/models/types.js';
import { carefulRules } from '../../../src/models/careful-rules.js';
import { modelRows } from '../../../src/models/find-rules.js';

const details: ImageDetail[] = ['auto', 'low', 'high', 'original'];

const servedElsewhere = ['api.groq.com', 'api.together.xyz'].map((host) =>
  findRules('llama', { baseUrl: `https://${host}` }),
);

/** Of rows that size alike, one. */
const allRules: ModelImageRules[] = [
  ...new Map(
    [carefulRules, ...servedElsewhere, ...modelRows.map(({ rules }) => rules)].map((rules) => [
      JSON.stringify([rules.sizing, rules.limits.maxSidePx, rules.limits.maxPixels]),
      rules,
    ]),
  ).values(),
];

const sides = [
  1, 2, 3, 13, 27, 28, 29, 31, 32, 33, 37, 383, 384, 385, 511, 512, 513, 560, 561, 767, 768, 769,
  997, 1024, 1025, 1151, 1152, 1365, 1536, 1567, 1568, 1569, 1659, 1999, 2000, 2001, 2047, 2048,
  2049, 2575, 2576, 2577, 3024, 4001, 4032, 5003, 5999, 6000, 6001, 7919, 8000, 8001, 12_007,
  30_011, 60_000,
];
/** Every other pair: about 1,500 shapes, wide, tall and thin as a hair. */
const sizes = sides
  .flatMap((width) => sides.map((height) => ({ width, height })))
  .filter((_, index) => index % 2 === 0);

/** A model that cannot see charges nothing; its sizes are those of a relative that can. */
const everyRules = allRules.map((rules) => ({
  family: rules.family,
  rules: { ...rules, vision: true },
}));

describe('the size that is sent', () => {
  test.each(everyRules)('is one that the rules of $family change in nothing', ({ rules }) => {
    const broken = [];
    for (const size of sizes) {
      for (const detail of details) {
        const sent = sendSize(size, rules, detail);
        const seen = fitForModel(sent, rules, sent.detail);
        const again = sendSize(sent, rules, detail);
        const isRight =
          isSame(seen, sent) &&
          isSame(again, sent) &&
          seen.tokens === sent.tokens &&
          seen.rejected === undefined &&
          Math.min(sent.width, sent.height) >= 1 &&
          sent.width <= size.width &&
          sent.height <= size.height &&
          keepsShape(size, sent.content ?? sent) &&
          Math.min(sent.width, sent.height) >=
            Math.min(28, size.width, size.height, longSide(sent));
        if (!isRight) broken.push({ size, detail, sent, seen, again });
      }
    }
    expect(broken).toEqual([]);
  });

  test.each(everyRules)(
    'costs no more at low than at high, nor at high than at original, on $family',
    ({ rules }) => {
      const some =
        rules.sizing.low.kind === 'row-patch' ? sizes.filter((size) => !isStrip(size)) : sizes;
      const prices = some.map((size) => ({
        size,
        low: sendSize(size, rules, 'low').tokens,
        high: sendSize(size, rules, 'high').tokens,
        original: sendSize(size, rules, 'original').tokens,
      }));
      expect(prices.filter(({ low, high, original }) => low > high || high > original)).toEqual([]);
    },
  );
});

type Size = { width: number; height: number };

function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height;
}

const longSide = ({ width, height }: Size) => Math.max(width, height);

/** An image that is enlarged costs what its whole pixels make of its shape, which for a strip is another one. */
function isStrip({ width, height }: Size): boolean {
  return Math.max(width / height, height / width) > 8;
}

/** Whether both sides are within a pixel of one common scale. */
function keepsShape(from: Size, to: Size): boolean {
  const least = Math.max((to.width - 1) / from.width, (to.height - 1) / from.height);
  const most = Math.min((to.width + 1) / from.width, (to.height + 1) / from.height);
  return least <= most;
}

describe('sendSize', () => {
  const photo = { width: 4032, height: 3024 };

  test.each([
    { model: 'gpt-5.6-sol', detail: 'auto', width: 1824, height: 1368, sent: 'high', tokens: 2942 },
    { model: 'gpt-5.6-sol', detail: 'low', width: 512, height: 384, sent: 'low', tokens: 231 },
    {
      model: 'gpt-5.6-sol',
      detail: 'original',
      width: 4032,
      height: 3024,
      sent: 'original',
      tokens: 14_364,
    },
    {
      model: 'gpt-5.5',
      detail: 'original',
      width: 3669,
      height: 2752,
      sent: 'original',
      tokens: 11_868,
    },
    { model: 'gpt-5.4', detail: 'auto', width: 1824, height: 1368, sent: 'high', tokens: 2942 },
    { model: 'gpt-5.4', detail: 'low', width: 512, height: 384, sent: 'low', tokens: 231 },
    { model: 'gpt-5.2', detail: 'low', width: 512, height: 384, sent: 'low', tokens: 231 },
    { model: 'gpt-5.2', detail: 'original', width: 2048, height: 1536, sent: 'high', tokens: 3687 },
    { model: 'gpt-4o', detail: 'auto', width: 1024, height: 768, sent: 'high', tokens: 765 },
    { model: 'gpt-4o', detail: 'low', width: 512, height: 384, sent: 'low', tokens: 85 },
    { model: 'claude-opus-5-5', detail: 'low', width: 512, height: 384, sent: 'low', tokens: 266 },
    {
      model: 'gemini-2.5-pro',
      detail: 'auto',
      width: 1536,
      height: 1152,
      sent: 'high',
      tokens: 1032,
    },
  ] as const)('$model $detail: $width x $height', ({ model, detail, sent, ...expected }) => {
    expect(sendSize(photo, findRules(model), detail)).toEqual({
      ...expected,
      detail: sent,
      reason: expected.width === photo.width ? 'already-fits' : 'model-size',
    });
  });

  test('at high it is exactly what the provider would show its model', () => {
    for (const model of [
      'gpt-6-astra',
      'gpt-5.4',
      'gpt-4o',
      'claude-sonnet-4-5',
      'claude-opus-5',
    ]) {
      for (const size of [photo, { width: 1920, height: 1080 }, { width: 1170, height: 2532 }]) {
        const { width, height, tokens } = countImageTokens(size, model, 'high');
        expect(sendSize(size, findRules(model), 'high')).toMatchObject({ width, height, tokens });
      }
    }
  });

  test('brings a full-size image of too many patches down to what is taken', () => {
    const rules = findRules('gpt-5.6-sol');
    const { width, height, tokens, detail } = sendSize(
      { width: 8064, height: 6048 },
      rules,
      'original',
    );
    expect(detail).toBe('original');
    expect(tokens).toBeLessThanOrEqual(36_000);
    expect(Math.ceil(width / 32) * Math.ceil(height / 32)).toBeGreaterThan(29_700);
  });

  test('takes the longest strips there are', () => {
    const rules = findRules('gpt-4o');
    expect(sendSize({ width: 60_000, height: 1 }, rules, 'high')).toMatchObject({
      width: 2048,
      height: 1,
    });
    expect(sendSize({ width: 1, height: 60_000 }, rules, 'low')).toMatchObject({
      width: 1,
      height: 512,
    });
  });

  test('keeps to a longest side of the caller', () => {
    const rules = findRules('gpt-5.6-sol');
    expect(sendSize(photo, rules, 'high', { maxSidePx: 1000 })).toEqual({
      width: 1000,
      height: 750,
      tokens: Math.ceil(32 * 24 * 1.2),
      detail: 'high',
      reason: 'max-side',
    });
    expect(sendSize(photo, rules, 'high', { maxSidePx: 1900 }).reason).toBe('model-size');
  });

  test('takes the largest size within a price', () => {
    const rules = findRules('gpt-5.6-sol');
    const sent = sendSize(photo, rules, 'high', { maxTokens: 1000 });
    expect(sent.reason).toBe('max-tokens');
    expect(sent.tokens).toBeLessThanOrEqual(1000);
    const larger = { width: sent.width + 1, height: Math.round((sent.width + 1) * 0.75) };
    expect(fitForModel(larger, rules, 'high').tokens).toBeGreaterThan(1000);
    expect(sendSize(photo, findRules('gpt-4o'), 'high', { maxTokens: 300 })).toMatchObject({
      width: 512,
      height: 384,
      tokens: 255,
    });
  });

  test('takes the cheapest size where no size keeps to the price', () => {
    expect(sendSize(photo, findRules('gpt-4o'), 'high', { maxTokens: 10 })).toMatchObject({
      width: 512,
      tokens: 255,
    });
    expect(sendSize(photo, findRules('gemini-3.5-flash'), 'high', { maxTokens: 10 })).toMatchObject(
      {
        width: 2048,
        tokens: 1064,
      },
    );
  });

  test('keeps the proportions also where a side limit makes it search', () => {
    const rules = findRules('claude-opus-5');
    expect(sendSize({ width: 100, height: 20_000 }, rules, 'high')).toMatchObject({
      content: { width: 13, height: 2576 },
    });
  });
});

describe('economy', () => {
  test('gives up tiles that are mostly empty', () => {
    const rules = findRules('gpt-4o');
    const photo = { width: 6000, height: 4000 };
    expect(sendSize(photo, rules, 'high')).toMatchObject({
      width: 1152,
      height: 768,
      tokens: 1105,
    });
    expect(sendSize(photo, rules, 'high', { economy: true })).toEqual({
      width: 1024,
      height: 683,
      tokens: 765,
      detail: 'high',
      reason: 'max-tokens',
    });
  });

  test('gives up a row of patches for a pixel', () => {
    const rules = findRules('gpt-5.6-sol');
    expect(sendSize({ width: 1025, height: 1025 }, rules, 'high', { economy: true })).toMatchObject(
      {
        width: 1024,
        height: 1024,
      },
    );
  });

  test('leaves alone what fills its squares, and what has one price', () => {
    const size = { width: 1024, height: 768 };
    for (const model of ['gpt-4o', 'gpt-5.6-sol', 'gemini-3.5-flash']) {
      const rules = findRules(model);
      expect(sendSize(size, rules, 'high', { economy: true })).toEqual(
        sendSize(size, rules, 'high'),
      );
    }
  });

  test('never costs more, never loses more than a quarter of the pixels, and stays a fixed point', () => {
    const some = sizes.filter((_, index) => index % 7 === 0);
    const broken = allRules.flatMap((rules) =>
      some.filter((size) => {
        const plain = sendSize(size, rules, 'high');
        const thrifty = sendSize(size, rules, 'high', { economy: true });
        const kept = (thrifty.width * thrifty.height) / (plain.width * plain.height);
        const seen = fitForModel(thrifty, rules, 'high');
        return thrifty.tokens > plain.tokens || kept < 0.75 || !isSame(seen, thrifty);
      }),
    );
    expect(broken).toEqual([]);
  });
});

test('chooseDetail never leaves a detail to the provider', () => {
  expect(chooseDetail(findRules('gpt-6-astra'), 'auto')).toBe('high');
  expect(chooseDetail(findRules('gpt-4o'), 'auto')).toBe('high');
  expect(chooseDetail(findRules('gpt-4o'), 'original')).toBe('high');
  expect(chooseDetail(findRules('gpt-6-astra'), 'original')).toBe('original');
  expect(chooseDetail(findRules('gpt-5.4'), 'low')).toBe('low');
  const undo = registerModel('lowly', (base) => ({ ...base, autoDetail: 'low' }));
  expect(chooseDetail(findRules('lowly'), 'auto')).toBe('low');
  undo();
});
