import { describe, expect, test } from 'vitest';
import { countImageTokens, fitForModel } from '../../../src/models/count-image-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import { sendSize } from '../../../src/models/send-size.js';
import { applySizing } from '../../../src/models/sizing/apply-sizing.js';
import type { ImageDetail } from '../../../src/models/types.js';

type Row = {
  model: string;
  size: [number, number];
  detail?: ImageDetail;
  tokens: number;
  shown?: [number, number];
  counted?: ImageDetail;
};

/** Only what the row speaks of. */
function countAsIn({ model, size: [width, height], detail, shown, counted }: Row) {
  const count = countImageTokens({ width, height }, model, detail);
  return {
    tokens: count.tokens,
    rejected: count.rejected,
    shown: shown && [count.width, count.height],
    counted: counted && count.detail,
  };
}

function expected({ tokens, shown, counted }: Row) {
  return { tokens, rejected: undefined, shown, counted };
}

describe('tokens are what the providers publish', () => {
  test.each<Row>([
    { model: 'gpt-6-astra', size: [1024, 1024], detail: 'high', tokens: 1229, shown: [1024, 1024] },
    { model: 'gpt-6-astra', size: [2048, 2048], detail: 'high', tokens: 3000, shown: [1600, 1600] },
    { model: 'gpt-6-astra', size: [4096, 512], detail: 'high', tokens: 2458, shown: [4096, 512] },
    { model: 'gpt-5.4', size: [1024, 1024], detail: 'high', tokens: 1229 },
    { model: 'gpt-5.4', size: [2048, 2048], detail: 'high', tokens: 3000, shown: [1600, 1600] },
    { model: 'gpt-4o', size: [1024, 1024], detail: 'high', tokens: 765, shown: [768, 768] },
    { model: 'gpt-4o', size: [2048, 4096], detail: 'high', tokens: 1105, shown: [768, 1536] },
    { model: 'gpt-4o', size: [4096, 8192], detail: 'low', tokens: 85 },
    { model: 'claude-sonnet-4-5', size: [200, 200], tokens: 64, shown: [200, 200] },
    { model: 'claude-opus-4-7', size: [200, 200], tokens: 64, shown: [200, 200] },
    { model: 'claude-sonnet-4-5', size: [1000, 1000], tokens: 1296, shown: [1000, 1000] },
    { model: 'claude-opus-4-7', size: [1000, 1000], tokens: 1296, shown: [1000, 1000] },
    { model: 'claude-sonnet-4-5', size: [1092, 1092], tokens: 1521, shown: [1092, 1092] },
    { model: 'claude-opus-4-7', size: [1092, 1092], tokens: 1521, shown: [1092, 1092] },
    { model: 'claude-sonnet-4-5', size: [1920, 1080], tokens: 1560, shown: [1456, 819] },
    { model: 'claude-opus-4-7', size: [1920, 1080], tokens: 2691, shown: [1920, 1080] },
    { model: 'claude-sonnet-4-5', size: [2000, 1500], tokens: 1564 },
    { model: 'claude-opus-4-7', size: [2000, 1500], tokens: 3888, shown: [2000, 1500] },
    { model: 'claude-sonnet-4-5', size: [3840, 2160], tokens: 1560, shown: [1456, 819] },
    { model: 'claude-opus-4-7', size: [3840, 2160], tokens: 4784, shown: [2576, 1449] },
    { model: 'claude-sonnet-4-5', size: [1075, 1520], tokens: 1551, shown: [924, 1307] },
    { model: 'claude-opus-4-7', size: [1075, 1520], tokens: 2145, shown: [1075, 1520] },
    { model: 'claude-sonnet-4-5', size: [1568, 7698], tokens: 672, shown: [319, 1568] },
    { model: 'gemini-3.5-flash', size: [4032, 3024], tokens: 1064, counted: 'high' },
    { model: 'gemini-3.5-flash', size: [40, 30], detail: 'low', tokens: 266 },
    { model: 'gemini-3.5-flash', size: [64, 64], tokens: 1089 },
    { model: 'gemini-3.5-flash', size: [1024, 1024], detail: 'high', tokens: 1089 },
    { model: 'gemini-3.5-flash', size: [1024, 512], detail: 'high', tokens: 1081 },
    { model: 'gemini-3.5-flash', size: [2048, 512], detail: 'high', tokens: 1056 },
    { model: 'gemini-3.5-flash', size: [512, 512], detail: 'low', tokens: 256 },
    { model: 'gemini-3.5-flash', size: [40, 30], detail: 'original', tokens: 2160 },
    { model: 'gemini-2.5-flash', size: [384, 384], tokens: 258 },
    { model: 'gemini-2.5-flash', size: [960, 540], tokens: 1548 },
    { model: 'gemini-2.5-flash', size: [800, 600], tokens: 1032 },
    { model: 'gemini-2.5-flash', size: [2000, 500], tokens: 3612 },
    { model: 'deepseek-flash', size: [800, 800], tokens: 422 },
    { model: 'deepseek-flash', size: [1000, 1000], tokens: 602 },
    { model: 'deepseek-flash', size: [1300, 1300], tokens: 994 },
    { model: 'deepseek-flash', size: [2000, 2000], tokens: 994 },
    { model: 'deepseek-flash', size: [512, 512], tokens: 184 },
    { model: 'deepseek-flash', size: [20, 20], tokens: 184, shown: [20, 20] },
    { model: 'deepseek-flash', size: [2000, 2000], detail: 'low', tokens: 184, shown: [512, 512] },
    { model: 'kimi-k3', size: [4032, 3024], tokens: 1024 },
    { model: 'qwen3-vl-8b', size: [640, 480], tokens: 300 },
    { model: 'qwen2.5-vl-7b', size: [560, 280], tokens: 200 },
    { model: 'gemma-4-31b-it', size: [4032, 3024], tokens: 266 },
    { model: 'gemma-3-27b-it', size: [4032, 3024], tokens: 256 },
    { model: 'gpt-5.3-codex', size: [4032, 3024], tokens: 1743, counted: 'high' },
  ])('$model $size $detail: $tokens', (row) => {
    expect(countAsIn(row)).toEqual(expected(row));
  });

  test.each([
    { size: { width: 1024, height: 1024 }, shown: { width: 1024, height: 1024 }, tokens: 1659 },
    { size: { width: 1800, height: 2400 }, shown: { width: 1056, height: 1408 }, tokens: 2353 },
  ])('a budget of 1,536 patches times 1.62: $size is $tokens', ({ size, shown, tokens }) => {
    const sizing = {
      kind: 'patch',
      patchPx: 32,
      maxSidePx: 65_535,
      maxPatches: 1536,
      tokensPerPatch: 1.62,
    } as const;
    expect(applySizing(size, sizing)).toMatchObject({ ...shown, tokens });
  });
});

describe('patches', () => {
  const small = [
    'gpt-6-astra',
    'gpt-5.6-sol',
    'gpt-5.6-terra',
    'gpt-5.6-luna',
    'gpt-5.5',
    'gpt-5.4',
  ];
  test.each(
    small.flatMap((model) =>
      (['low', 'high', 'original', 'auto'] as const).map((detail) => ({ model, detail })),
    ),
  )('a 512 px square costs 308 on $model at $detail', ({ model, detail }) => {
    expect(countImageTokens({ width: 512, height: 512 }, model, detail)).toMatchObject({
      width: 512,
      height: 512,
      tokens: 308,
    });
  });

  test.each<Row>([
    ...['gpt-6-astra', 'gpt-5.6-sol', 'gpt-5.5'].flatMap((model): Row[] => [
      { model, size: [1920, 1080], detail: 'low', tokens: 173, shown: [512, 288] },
      { model, size: [1920, 1080], detail: 'high', tokens: 2448, shown: [1920, 1080] },
      { model, size: [1920, 1080], detail: 'original', tokens: 2448 },
      { model, size: [1920, 1080], detail: 'auto', tokens: 2448, counted: 'original' },
    ]),
    ...(['low', 'high', 'original', 'auto'] as const).map((detail): Row => ({
      model: 'gpt-5.4',
      size: [1920, 1080],
      detail,
      tokens: 2448,
    })),
    { model: 'gpt-4.1-mini', size: [1920, 1080], detail: 'low', tokens: 3305 },
    { model: 'gpt-4.1-mini', size: [1920, 1080], detail: 'auto', tokens: 3305, counted: 'high' },
    // Exactly the budget of 2,500 patches, the last of each row overhanging.
    { model: 'gpt-5.6-sol', size: [1590, 1600], detail: 'high', tokens: 3000, shown: [1590, 1600] },
    { model: 'gpt-5.6-sol', size: [2048, 2048], detail: 'low', tokens: 308 },
    { model: 'gpt-5.6-sol', size: [2048, 2048], detail: 'high', tokens: 3000, shown: [1600, 1600] },
    { model: 'gpt-5.6-sol', size: [2048, 2048], detail: 'original', tokens: 4916 },
    { model: 'gpt-5.6-sol', size: [2048, 2048], tokens: 4916, counted: 'original' },
    { model: 'gpt-5.4', size: [2048, 2048], detail: 'low', tokens: 4916, counted: 'low' },
    { model: 'gpt-5.4', size: [2048, 2048], detail: 'original', tokens: 4916 },
    { model: 'gpt-5.4', size: [2048, 2048], tokens: 3000, counted: 'high' },
    ...['gpt-6-astra', 'gpt-5.6-luna'].flatMap((model): Row[] => [
      { model, size: [4032, 3024], detail: 'low', tokens: 231, shown: [512, 384] },
      { model, size: [4032, 3024], detail: 'high', tokens: 2942, shown: [1824, 1368] },
      { model, size: [4032, 3024], detail: 'original', tokens: 14_364, shown: [4032, 3024] },
      { model, size: [4032, 3024], tokens: 14_364, counted: 'original' },
      { model, size: [8064, 6048], detail: 'low', tokens: 231 },
      { model, size: [8064, 6048], detail: 'high', tokens: 2942 },
    ]),
    { model: 'gpt-5.5', size: [4032, 3024], detail: 'low', tokens: 231 },
    { model: 'gpt-5.5', size: [4032, 3024], detail: 'high', tokens: 2942 },
    {
      model: 'gpt-5.5',
      size: [4032, 3024],
      detail: 'original',
      tokens: 11_868,
      shown: [3669, 2752],
    },
    { model: 'gpt-5.5', size: [4032, 3024], tokens: 11_868 },
    { model: 'gpt-5.5', size: [8064, 6048], detail: 'high', tokens: 2942 },
    { model: 'gpt-5.5', size: [8064, 6048], detail: 'original', tokens: 11_868 },
    { model: 'gpt-5.5', size: [8064, 6048], tokens: 11_868 },
    { model: 'gpt-5.4', size: [4032, 3024], detail: 'low', tokens: 3687, shown: [2048, 1536] },
    { model: 'gpt-5.4', size: [4032, 3024], detail: 'high', tokens: 2942 },
    { model: 'gpt-5.4', size: [4032, 3024], detail: 'original', tokens: 11_868 },
    { model: 'gpt-5.4', size: [4032, 3024], tokens: 2942 },
    { model: 'gpt-5.2', size: [4032, 3024], tokens: 3687 },
    { model: 'gpt-5.2', size: [4032, 3024], detail: 'low', tokens: 3687 },
    { model: 'gpt-5.2', size: [4032, 3024], detail: 'original', tokens: 3687, counted: 'high' },
    { model: 'gpt-4.1-mini', size: [4032, 3024], detail: 'high', tokens: 4977 },
    { model: 'gpt-5.6-terra', size: [4096, 512], detail: 'low', tokens: 39, shown: [512, 64] },
    { model: 'gpt-5.6-terra', size: [4096, 512], detail: 'high', tokens: 615, shown: [2048, 256] },
    { model: 'gpt-5.6-terra', size: [4096, 512], detail: 'original', tokens: 2458 },
    { model: 'gpt-5.6-terra', size: [4096, 512], tokens: 2458 },
    { model: 'gpt-5.6-sol', size: [4800, 6400], detail: 'original', tokens: 36_000 },
    { model: 'gpt-5.6-sol', size: [5088, 5987], detail: 'original', tokens: 35_871 },
  ])('$model $size $detail: $tokens', (row) => {
    expect(countAsIn(row)).toEqual(expected(row));
  });

  test.each([
    { model: 'gpt-5.6-sol', size: { width: 5100, height: 6000 }, patches: '30,080' },
    { model: 'gpt-5.6-sol', size: { width: 5444, height: 6200 }, patches: '33,174' },
    { model: 'gpt-5.6-sol', size: { width: 8064, height: 6048 }, patches: '47,628' },
    { model: 'gpt-6-astra', size: { width: 8064, height: 6048 }, patches: '47,628' },
  ])('$model refuses $size at full size, as $patches patches', ({ model, size, patches }) => {
    for (const detail of ['original', 'auto'] as const) {
      const { rejected, detail: counted } = countImageTokens(size, model, detail);
      expect(rejected).toContain(patches);
      expect(rejected).toContain('30,000');
      expect(counted).toBe('original');
    }
    expect(countImageTokens(size, model, 'high').rejected).toBeUndefined();
  });
});

describe('tiles', () => {
  const families = ['gpt-4o', 'gpt-5.1', 'o3', 'gpt-4o-mini'];
  test.each<{ size: [number, number]; shown: [number, number]; tokens: number[] }>([
    { size: [512, 512], shown: [512, 512], tokens: [255, 210, 225, 8500] },
    { size: [513, 512], shown: [513, 512], tokens: [425, 350, 375, 14_167] },
    { size: [768, 768], shown: [768, 768], tokens: [765, 630, 675, 25_501] },
    { size: [1920, 1080], shown: [1365, 768], tokens: [1105, 910, 975, 36_835] },
    { size: [4000, 3000], shown: [1024, 768], tokens: [765, 630, 675, 25_501] },
    { size: [4001, 3000], shown: [1024, 768], tokens: [765, 630, 675, 25_501] },
    { size: [4096, 1024], shown: [2048, 512], tokens: [765, 630, 675, 25_501] },
    { size: [100, 2000], shown: [100, 2000], tokens: [765, 630, 675, 25_501] },
    { size: [8000, 500], shown: [2048, 128], tokens: [765, 630, 675, 25_501] },
  ])('$size is seen at $shown and costs $tokens', ({ size, shown, tokens }) => {
    for (const [index, model] of families.entries()) {
      const high: Row = { model, size, detail: 'high', tokens: tokens[index] ?? 0, shown };
      const rows: Row[] = [
        high,
        { ...high, detail: 'auto', counted: 'high' },
        { ...high, detail: 'original', counted: 'high' },
      ];
      expect(rows.map(countAsIn)).toEqual(rows.map(expected));
    }
  });

  test.each([
    ['gpt-4o', 85],
    ['gpt-4.1', 85],
    ['gpt-5.1', 70],
    ['gpt-5', 70],
    ['o1', 75],
    ['o3', 75],
    ['gpt-4o-mini', 2833],
  ])('low on %s costs its base, %i, whatever the size', (model, tokens) => {
    const rows: Row[] = [
      { model, size: [4032, 3024], detail: 'low', tokens, shown: [512, 384] },
      { model, size: [30, 20], detail: 'low', tokens, shown: [30, 20] },
    ];
    expect(rows.map(countAsIn)).toEqual(rows.map(expected));
  });
});

describe('countImageTokens', () => {
  test('answers in the promised shape, without the squares', () => {
    expect(countImageTokens({ width: 640, height: 480 }, 'gpt-5.5', 'high')).toEqual({
      tokens: 360,
      width: 640,
      height: 480,
      detail: 'high',
      estimated: false,
    });
  });

  test('says when the provider publishes no rule', () => {
    expect(countImageTokens({ width: 640, height: 480 }, 'gpt-6.1-sol').estimated).toBe(true);
    expect(countImageTokens({ width: 640, height: 480 }, 'who-knows').estimated).toBe(true);
  });

  test('says that a side is too long', () => {
    const { rejected } = countImageTokens({ width: 8001, height: 100 }, 'claude-opus-4-8');
    expect(rejected).toContain('8,001');
    expect(rejected).toContain('8,000');
  });

  test('says that a model cannot see', () => {
    const size = { width: 640, height: 480 };
    const counted = countImageTokens(size, 'o3-mini');
    expect(counted.rejected).toContain('text only');
    expect(counted.tokens).toBe(0);
    expect(sendSize(size, findRules('o3-mini'), 'high').tokens).toBe(0);
    const told = { ...findRules('o3-mini'), vision: true };
    expect(fitForModel(size, told, 'high').tokens).toBeGreaterThan(0);
  });

  test('crops of Gemini 2.5 are counted at the size that is sent', () => {
    const model = 'gemini-2.5-pro';
    const rows: Row[] = [
      { model, size: [385, 100], tokens: 2 * 258, shown: [385, 100] },
      { model, size: [1536, 1152], tokens: 4 * 258, shown: [1536, 1152] },
      { model, size: [4032, 3024], tokens: 24 * 258, shown: [4032, 3024] },
    ];
    expect(rows.map(countAsIn)).toEqual(rows.map(expected));
  });
});

test.each<Row>([
  { model: 'claude-haiku-4-5', size: [3136, 1001], tokens: 56 * 18, shown: [1568, 500] },
  { model: 'claude-haiku-4-5', size: [3136, 1003], tokens: 56 * 18, shown: [1568, 502] },
  { model: 'claude-haiku-4-5', size: [1001, 3136], tokens: 56 * 18, shown: [500, 1568] },
])('half a pixel becomes the even number, as in Python: $size is $shown', (row) => {
  expect(countAsIn(row)).toEqual(expected(row));
});

test('fitForModel names the squares, for drawing them over the image', () => {
  const size = { width: 4032, height: 3024 };
  expect(fitForModel(size, findRules('gpt-5.6-sol'), 'high').cells).toEqual({
    cellPx: 32,
    columns: 57,
    rows: 43,
  });
  expect(fitForModel(size, findRules('gpt-4o'), 'high').cells).toEqual({
    cellPx: 512,
    columns: 2,
    rows: 2,
  });
  expect(fitForModel(size, findRules('gpt-4o'), 'low').cells).toBeUndefined();
});
