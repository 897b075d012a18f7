import { afterEach, describe, expect, test } from 'vitest';
import {
  countImageTokens,
  findRules,
  listKnownModels,
  registerModel,
} from '../../../src/models/index.js';
import { modelRows } from '../../../src/models/find-rules.js';
import { modelServers } from '../../../src/models/servers.js';

describe('an id finds its row', () => {
  test.each([
    ['gpt-6-astra', 'gpt-6-astra'],
    ['gpt-5.6-sol', 'gpt-5.6'],
    ['openai/gpt-5.6-terra', 'gpt-5.6'],
    ['openrouter/openai/gpt-5.6-luna:free', 'gpt-5.6'],
    ['openai:chat:gpt-5.6-luna', 'gpt-5.6'],
    ['  GPT-5.5-2026-04-23 ', 'gpt-5.5'],
    ['gpt-5.4-nano-2026-03-17', 'gpt-5.4'],
    ['gpt-5.2-2025-12-11', 'gpt-5.2'],
    ['gpt-4.1-mini-2025-04-14', 'gpt-4.1-mini'],
    ['gpt-5.1-2025-11-13', 'gpt-5.1'],
    ['gpt-5-2025-08-07', 'gpt-5'],
    ['gpt-5-mini', 'gpt-5-mini'],
    ['gpt-5-nano-2025-08-07', 'gpt-5-nano'],
    ['gpt-4.1', 'gpt-4o'],
    ['gpt-4.1-nano', 'gpt-4.1-nano'],
    ['gpt-4o-2024-08-06', 'gpt-4o'],
    ['ft:gpt-4o-2024-08-06:acme::abc123', 'gpt-4o'],
    ['chatgpt-4o-latest', 'gpt-4o'],
    ['gpt-4o-mini-2024-07-18', 'gpt-4o-mini'],
    ['o1', 'o3'],
    ['o1-pro-2025-03-19', 'o3'],
    ['o3-2025-04-16', 'o3'],
    ['o4-mini-2025-04-16', 'o4-mini'],
    ['claude-opus-4-7', 'claude-high-resolution'],
    ['claude-opus-4.8', 'claude-high-resolution'],
    ['anthropic/claude-sonnet-5', 'claude-high-resolution'],
    ['claude-sonnet-5-5-20261015', 'claude-high-resolution'],
    ['claude-mythos-preview', 'claude-high-resolution'],
    ['claude-haiku-5-5', 'claude-high-resolution'],
    ['claude-opus-4-6', 'claude-standard'],
    ['claude-haiku-4-5-20251001', 'claude-standard'],
    ['claude-sonnet-4-20250514', 'claude-standard'],
    ['claude-3-5-sonnet-latest', 'claude-standard'],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-standard'],
    ['us.anthropic.claude-opus-4-7-v1', 'claude-high-resolution'],
    [
      'arn:aws:bedrock:us-east-1:1:inference-profile/eu.anthropic.claude-opus-5-v1:0',
      'claude-high-resolution',
    ],
    ['claude-sonnet-4-5@20250929', 'claude-standard'],
    ['models/gemini-3.1-pro-preview', 'gemini-3'],
    ['google/gemini-3-flash-preview', 'gemini-3'],
    ['gemini-2.5-flash-lite-preview-09-2025', 'gemini-2.5'],
    ['deepseek/deepseek-flash', 'deepseek'],
    ['x-ai/grok-4', 'xai'],
  ])('%s is %s', (id, family) => {
    const rules = findRules(id);
    expect(rules.family).toBe(family);
    expect(rules.vision).toBe(true);
  });

  test('every known id finds the row it stands in', () => {
    for (const row of modelRows) {
      for (const id of row.ids ?? []) {
        const { family, vision } = findRules(id);
        expect({ id, family, vision }).toEqual({
          id,
          family: row.rules.family,
          vision: row.rules.vision,
        });
      }
    }
  });
});

describe('an id of unknown rules is an estimate with a warning', () => {
  test.each([
    ['gpt-6.2-sol', 'gpt-6-astra'],
    ['gpt-6-cyber', 'gpt-6-astra'],
    ['openai/gpt-6.1-terra-2026-11-01', 'gpt-6-astra'],
    ['gpt-5.6-cyber', 'gpt-5.6'],
    ['gpt-5.5-pro', 'gpt-5.5'],
    ['gpt-5-codex', 'gpt-5'],
    ['gpt-5-mini', 'gpt-5-mini'],
    ['o4-mini-deep-research', 'o4-mini'],
    ['gpt-7', 'gpt-5.6'],
    ['gpt-5.7', 'gpt-5.6'],
    ['claude-opus-9', 'claude-standard'],
    ['gemini-4-argon', 'gemini-3'],
    ['gemini-flash-latest', 'gemini-3'],
    ['llava:7b', 'unknown'],
    ['my-own-deployment', 'unknown'],
    ['', 'unknown'],
  ])('%s is counted like %s', (id, family) => {
    const rules = findRules(id);
    expect(rules).toMatchObject({ family, estimated: true, vision: true });
    expect(rules.warning).toMatch(/\.$/);
  });

  test('gpt-6 of any kind costs what gpt-6-astra costs', () => {
    const size = { width: 4032, height: 3024 };
    expect(countImageTokens(size, 'gpt-6.2-sol', 'high')).toMatchObject({
      tokens: 2942,
      estimated: true,
    });
    expect(countImageTokens(size, 'gpt-6.2-sol')).toMatchObject({ tokens: 14_364 });
  });

  test('a model no table knows gets JPEG and PNG only', () => {
    expect(findRules('llava').acceptedMediaTypes).toEqual(['image/jpeg', 'image/png']);
  });
});

describe('a model without vision says so', () => {
  test.each([
    'gpt-3.5-turbo',
    'gpt-35-turbo',
    'gpt-4',
    'gpt-4-0314',
    'gpt-4-0613',
    'gpt-4-32k-0613',
    'gpt-4-0125-preview',
    'gpt-4-turbo-preview',
    'gpt-4-turbo-2024-04-09',
    'o1-mini',
    'o1-mini-2024-09-12',
    'o1-preview',
    'openai/o3-mini-2025-01-31',
    'gpt-audio-mini',
    'gpt-4o-audio-preview-2024-12-17',
    'gpt-4o-mini-transcribe',
    'text-embedding-3-large',
    'openai/gpt-oss-120b',
  ])('%s', (id) => {
    expect(findRules(id)).toMatchObject({
      vision: false,
      warning: expect.stringContaining('text only'),
    });
  });
});

describe('a model with a date to go says it', () => {
  test.each([
    ['gpt-4o', '2027-01-14'],
    ['gpt-4o-2024-05-13', '2026-10-23'],
    ['gpt-4o-2024-08-06', '2027-01-14'],
    ['openai/gpt-5-2025-08-07', '2026-12-11'],
    ['gpt-5-chat-latest', '2026-07-23'],
    ['chatgpt-4o-latest', '2026-02-17'],
    ['o3-mini', '2026-10-23'],
    ['gpt-4.1-nano', '2026-10-23'],
    ['claude-sonnet-4-5-20250929', '2026-11-30'],
  ])('%s: %s', (id, day) => {
    expect(findRules(id).warning).toContain(day);
  });

  test('others do not', () => {
    expect(findRules('gpt-6-astra').warning).toBeUndefined();
    expect(findRules('claude-opus-5-5').warning).toBeUndefined();
    expect(findRules('gemini-3.5-flash').warning).toBeUndefined();
  });
});

describe('a server in between takes less', () => {
  test('by its address', () => {
    const baseUrl = 'https://api.groq.com/openai/v1';
    expect(findRules('qwen/qwen3.6-27b', { baseUrl }).limits).toMatchObject({
      maxImages: 5,
      maxRequestBytes: 4_000_000,
      maxPixels: 33_000_000,
    });
  });

  test('by the beginning of the id', () => {
    expect(findRules('groq/llama-4').limits.maxImages).toBe(5);
    expect(findRules('us.anthropic.claude-opus-5').limits.maxBase64BytesPerImage).toBe(10_485_760);
    expect(findRules('bedrock/anthropic.claude-opus-5').limits.maxBase64BytesPerImage).toBe(
      5_242_880,
    );
  });

  test('and takes no WebP, GIF or links where it cannot', () => {
    const rules = findRules('gpt-4o', { baseUrl: 'http://localhost:1234/v1' });
    expect(rules.acceptedMediaTypes).toEqual(['image/jpeg', 'image/png']);
    expect(rules.links).toBe(false);
    expect(rules.limits.maxPixels).toBe(26_214_400);
    expect(rules.limits.maxImages).toBe(1500);
  });

  test('with its own price', () => {
    const rules = findRules('meta-llama/vision', { baseUrl: 'https://api.together.xyz/v1' });
    expect(rules).toMatchObject({ estimated: true, sizing: { high: { tokensPerTile: 1601 } } });
  });

  test('an address that only looks alike is none', () => {
    for (const baseUrl of ['https://api.groq.com.example', 'https://notapi.groq.com', 'groq', '']) {
      expect(findRules('gpt-4o', { baseUrl })).toEqual(findRules('gpt-4o'));
    }
  });
});

describe('registerModel', () => {
  const undos: (() => void)[] = [];
  const register: typeof registerModel = (...args) => {
    const undo = registerModel(...args);
    undos.push(undo);
    return undo;
  };
  afterEach(() => {
    for (const undo of undos.splice(0)) undo();
  });

  test('corrects what the kit says of a model, and takes it back', () => {
    const before = findRules('o3-mini');
    const undo = register('o3-mini', (base) => ({ ...base, vision: true }));
    expect(findRules('openai/o3-mini-2025-01-31').vision).toBe(true);
    undo();
    undo();
    expect(findRules('o3-mini')).toEqual(before);
  });

  test('teaches a model of its own by an expression', () => {
    const rules = { ...findRules('gpt-4o'), family: 'acme' };
    register(/^acme-\d+/g, rules);
    expect(findRules('acme-1')).toBe(rules);
    expect(findRules('acme-2')).toBe(rules);
    expect(findRules('acme-x').family).toBe('unknown');
  });

  test('the latest registration wins, and sees the tables', () => {
    register('mine', (base) => ({ ...base, family: 'first' }));
    register('MINE', (base) => ({ ...base, family: `second over ${base.family}` }));
    expect(findRules('mine').family).toBe('second over unknown');
  });
});

describe('the tables', () => {
  test('every row says where it was read, and when', () => {
    const sources = [
      ...modelRows.map(({ rules }) => rules.source),
      ...modelServers.map((s) => s.source),
    ];
    for (const { page, checked } of sources) {
      expect(page).toMatch(/^https:\/\//);
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  test('no id stands in two rows, and all are lower case', () => {
    const ids = modelRows.flatMap((row) => row.ids ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id !== id.toLowerCase())).toEqual([]);
  });

  test('every row takes JPEG and PNG, which the kit makes', () => {
    for (const { rules } of modelRows) {
      expect(rules.acceptedMediaTypes).toEqual(expect.arrayContaining(['image/jpeg', 'image/png']));
    }
  });

  test('the menu shows models with and without vision', () => {
    const known = listKnownModels();
    expect(known).toContainEqual({ id: 'gpt-6-astra', provider: 'openai', vision: true });
    expect(known).toContainEqual({ id: 'o3-mini', provider: 'openai', vision: false });
  });
});
