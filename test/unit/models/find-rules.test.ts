import { afterEach, describe, expect, test } from 'vitest';
import { countImageTokens, fitForModel } from '../../../src/models/count-image-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import { listKnownModels } from '../../../src/models/list-known-models.js';
import { registerModel } from '../../../src/models/register-model.js';
import { modelRows } from '../../../src/models/find-rules.js';
import { sendSize } from '../../../src/models/send-size.js';
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
    ['gpt-52', 'gpt-5.2'],
    ['gpt-54-mini', 'gpt-5.4'],
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
    ['llava:7b', 'llava'],
    ['my-own-deployment', 'unknown'],
    ['', 'unknown'],
  ])('%s is counted like %s', (id, family) => {
    const rules = findRules(id);
    expect(rules).toMatchObject({ family, estimated: true, vision: true });
    expect(rules.warning).toMatch(/\.$/);
  });

  test.each(['gpt-image-2.5-flare-2026-09-08', 'openai/gpt-image-2', 'chatgpt-image-latest'])(
    '%s takes 16 images, larger ones than a model that chats',
    (id) => {
      const rules = findRules(id);
      expect(rules).toMatchObject({ family: 'gpt-image', vision: true, limits: { maxImages: 16 } });
      const photo = { width: 4032, height: 3024 };
      expect(sendSize(photo, rules, 'auto')).toMatchObject({ width: 2048, height: 1536 });
      expect(sendSize(photo, rules, 'original')).toMatchObject({ width: 3840, height: 2880 });
    },
  );

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
    'claude-2.1',
    'anthropic.claude-v2:1',
    'claude-instant-1.2',
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

describe('a family is known by its name, in every dress', () => {
  test.each([
    ['qwen/qwen3.8-27b', 'qwen'],
    ['qwen3-8-omni-flash', 'qwen'],
    ['accounts/fireworks/models/qwen3p7-plus', 'qwen'],
    ['Qwen/Qwen2.5-VL-7B-Instruct-GGUF', 'qwen'],
    ['qwen2.5vl:7b', 'qwen'],
    ['moonshotai/kimi-k2.6', 'kimi'],
    ['databricks-kimi-k2-7-code', 'kimi'],
    ['k3.1-pro-highspeed', 'kimi'],
    ['@cf/google/gemma-4-26b-a4b-it', 'gemma'],
    ['gemma3:27b', 'gemma'],
    ['us.meta.llama4-scout-17b-instruct-v1:0', 'llama'],
    ['meta-llama/Llama-3.2-90B-Vision-Instruct', 'llama'],
    ['apac.amazon.nova-2-lite-v1:0', 'amazon-nova'],
    ['amazon--nova-lite', 'amazon-nova'],
    ['bytedance-seed/seed-1.6', 'seed'],
    ['doubao-seed-2-0-pro', 'seed'],
    ['zai-org/GLM-4.6V-Flash', 'zai'],
    ['accounts/fireworks/models/glm-5p3-flash', 'zai'],
    ['minimax/minimax-m3:thinking', 'minimax'],
    ['stepfun-ai/Step-3.7-Flash', 'step'],
    ['xiaomi/mimo-v2.5', 'mimo'],
    ['meta/muse-spark-1.3-contributor', 'muse'],
    ['azure_ai/Phi-4-multimodal-instruct', 'phi'],
    ['oci/cohere.command-a-vision-07-2025', 'cohere'],
    ['nvidia/nemotron-nano-12b-v2-vl:free', 'nemotron'],
    ['baidu/ernie-4.5-vl-424b-a47b', 'ernie'],
    ['deepseek-ai/DeepSeek-V4.1-Flash', 'deepseek'],
    ['deepseek-v4-flash-vision-exp', 'deepseek'],
    ['deepseek-ai/DeepSeek-OCR', 'deepseek'],
    ['us.mistral.pixtral-large-2502-v1:0', 'mistral'],
    ['mistral-small-latest', 'mistral'],
    ['xai/grok-4-1-fast-reasoning-latest', 'xai'],
    ['x-ai/grok-2-vision', 'xai'],
    ['OpenGVLab/InternVL3-8B', 'internvl'],
    ['allenai/Molmo-7B-D-0924', 'molmo'],
    ['granite3.2-vision:2b', 'granite'],
    ['llava:7b', 'llava'],
    ['HuggingFaceTB/SmolVLM2-2.2B-Instruct', 'llava'],
    ['rekaai/reka-edge', 'reka'],
    ['tencent/hunyuan-vision', 'hunyuan'],
    ['01-ai/yi-vision', 'yi'],
    ['acme/our-own-vl-2b', 'vision'],
    ['prod-gpt-4o', 'gpt-4o'],
    ['team-claude-opus-5', 'claude-high-resolution'],
    ['duo-chat-haiku-4-5', 'claude-standard'],
  ])('%s is of %s and sees', (id, family) => {
    expect(findRules(id)).toMatchObject({ family, vision: true });
  });

  test.each([
    'qwen/qwen3-coder',
    'qwen3:8b',
    'Qwen/QwQ-32B',
    'qwen3.7-max',
    'kimi-k2-0905-preview',
    'moonshotai/kimi-k2-thinking',
    'google/gemma-2-9b-it',
    'gemma3:1b',
    'google/medgemma-27b-text-it',
    'mistral-small:22b',
    'meta.llama3-1-70b-instruct-v1:0',
    'llama3.2:3b',
    'meta--llama3.1-70b-instruct',
    'groq/llama-3.3-70b-versatile',
    'us.amazon.nova-micro-v1:0',
    'ByteDance-Seed/Seed-OSS-36B-Instruct',
    'glm-4.7',
    'accounts/fireworks/models/glm-5p1',
    'MiniMaxAI/MiniMax-M2.5',
    'stepfun-ai/Step-3.5-Flash',
    'xiaomi/mimo-v2.5-pro',
    'microsoft/phi-4',
    'cohere.command-r-plus-v1:0',
    'nvidia/llama-3.3-nemotron-super-49b-v1',
    'ernie-4.5-21B-a3b-thinking',
    'us.deepseek.r1-v1:0',
    'deepseek-r1-distill-qwen-14b',
    'deepseek/deepseek-v4-flash',
    'codestral-latest',
    'mistralai/mixtral-8x7b-instruct',
    'mistral.mistral-large-2407-v1:0',
    'devstral-medium-latest',
    'grok-3-mini',
    'grok-code-fast-1',
    'ibm-granite/granite-4.1-8b',
    'hunyuan-turbos',
    'yi-large',
    'nousresearch/hermes-4-70b',
    'BAAI/bge-m3',
    'nomic-embed-text:latest',
    'gemini-embedding-001',
    'cohere/rerank-v3.5',
    'openai/whisper-large-v3',
    'tts-1-hd',
    'prod-gpt-35-turbo',
    'mistral:7b',
    'mixtral:8x7b',
    'phi3:mini',
    'abab6.5s-chat',
    'text-bison',
  ])('%s reads text only, as far as its name says', (id) => {
    expect(findRules(id)).toMatchObject({
      vision: false,
      isGuessed: true,
      warning: expect.stringContaining('text only'),
    });
  });

  test('a name that only holds the letters of a family is not one of it', () => {
    for (const id of [
      'my-own-deployment',
      'emogrok',
      'overlaying',
      'deepclaude',
      'agentgpt',
      'k',
    ]) {
      expect({ id, family: findRules(id).family }).toEqual({ id, family: 'unknown' });
    }
  });

  test('what stands in a table is no guess', () => {
    expect(findRules('o3-mini').isGuessed).toBeUndefined();
    expect(findRules('openai/gpt-oss-120b').isGuessed).toBeUndefined();
  });

  const dresses: readonly ((id: string) => string)[] = [
    (id) => `openrouter/vendor/${id}:free`,
    (id) => `accounts/fireworks/models/${id}`,
    (id) => `databricks-${id}`,
    (id) => `azure/eu/${id}`,
    (id) => `azure-${id}`,
    (id) => `publishers/maker/models/${id}@20260101`,
    (id) => `us.openai.${id}-v1:0`,
    (id) => `sap--${id}`,
    (id) => `@cf/maker/${id}`,
    (id) => `Maker/${id.toUpperCase()}`,
    (id) => `${id}@default`,
    (id) => `hf:maker/${id}`,
  ];

  test.each(dresses.map((dress) => [dress('<id>'), dress] as const))(
    '%s finds the rules of the id',
    (_, dress) => {
      for (const { id } of listKnownModels()) {
        // The version of a cloud is written behind its makers' ids only.
        const dressed = id.startsWith('claude') ? dress(id) : dress(id).replace(/-v1:0$/, '');
        const { family, sizing, vision } = findRules(id);
        const found = findRules(dressed);
        expect({ dressed, family: found.family, vision: found.vision }).toEqual({
          dressed,
          family,
          vision,
        });
        expect(found.sizing).toEqual(sizing);
      }
    },
  );

  test.each(['gpt-5.4-mini', 'gemini-3.5-flash', 'claude-opus-4-8'])(
    '%s is found however its version is written',
    (id) => {
      for (const separator of ['.', '-', 'p']) {
        const written = id.replace(/(\d)[-.](\d)/, `$1${separator}$2`);
        if (id.startsWith('claude') && separator === 'p') continue;
        expect({ written, rules: findRules(written) }).toEqual({ written, rules: findRules(id) });
      }
    },
  );

  test.each([
    ['claude-4.5-opus', 'claude-opus-4-5'],
    ['anthropic--claude-4-sonnet', 'claude-sonnet-4'],
    ['claude-opus4-7', 'claude-opus-4-7'],
    ['claude-opus-5[1m]', 'claude-opus-5'],
    ['anthropic/claude-haiku-3.5', 'claude-3-5-haiku'],
  ])('%s is %s', (written, id) => {
    expect(findRules(written).sizing).toEqual(findRules(id).sizing);
    expect(findRules(written).limits.contextTokens).toBe(findRules(id).limits.contextTokens);
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
    ['claude-opus-4-5-20251101', '2027-01-22'],
    ['claude-mythos-preview', '2026-06-30'],
    ['claude-opus-4', '2026-06-15'],
    ['gpt-5-pro', '2026-12-11'],
    ['gpt-5.2-codex', '2026-07-23'],
    ['computer-use-preview', '2026-07-23'],
  ])('%s: %s', (id, day) => {
    expect(findRules(id).warning).toContain(day);
  });

  test.each([
    'anthropic.claude-sonnet-4-5-20250929-v1:0',
    'claude-sonnet-4-5@20250929',
    'azure/gpt-4o',
    'databricks-gpt-5',
    'anthropic--claude-4.5-sonnet',
  ])('%s is of a cloud, which sets dates of its own', (id) => {
    expect(findRules(id).warning ?? '').not.toContain('shutdown');
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
      maxImages: 3,
      maxRequestBytes: 4_000_000,
      maxPixels: 33_000_000,
    });
  });

  test('by the beginning of the id', () => {
    expect(findRules('groq/llama-4').limits.maxImages).toBe(3);
    expect(findRules('anthropic/claude-opus-5').limits.maxBase64BytesPerImage).toBe(10_485_760);
    expect(findRules('bedrock/anthropic.claude-opus-5').limits.maxBase64BytesPerImage).toBe(
      5_242_880,
    );
  });

  test.each([
    'us.anthropic.claude-opus-5',
    'anthropic.claude-sonnet-4-5-20250929-v1:0',
    'bedrock/us-gov-west-1/anthropic.claude-haiku-4-5-20251001-v1:0',
    'claude-sonnet-4-5@20250929',
    'publishers/anthropic/models/claude-opus-5',
  ])('%s is in a cloud: 5 MiB, and no links', (id) => {
    expect(findRules(id)).toMatchObject({
      links: false,
      limits: { maxBase64BytesPerImage: 5_242_880 },
    });
  });

  test('and no more together than a router downloads', () => {
    expect(findRules('openrouter/openai/gpt-4o').limits).toMatchObject({
      maxImageBytes: 30_000_000,
      maxImages: 1500,
    });
  });

  test('or answers with another model', () => {
    const baseUrl = 'https://api.deepseek.com';
    expect(findRules('deepseek-v4-flash', { baseUrl })).toEqual(
      findRules('deepseek-flash', { baseUrl }),
    );
    expect(findRules('deepseek-v4-flash').vision).toBe(false);
  });

  test('or refuses small ones', () => {
    const baseUrl = 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1';
    const rules = findRules('qwen3-vl-plus', { baseUrl });
    expect(rules.limits.minSidePx).toBe(11);
    expect(fitForModel({ width: 10, height: 400 }, rules).rejected).toContain('10 px');
    expect(fitForModel({ width: 11, height: 400 }, rules).rejected).toBeUndefined();
    expect(fitForModel({ width: 11, height: 4000 }, rules).rejected).toContain('200 times');
    expect(findRules('qwen3-vl:8b', { baseUrl: 'http://localhost:11434' }).limits).toMatchObject({
      minSidePx: 32,
      advisory: expect.arrayContaining(['minSidePx']) as unknown,
    });
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
      findRules('llava').source,
      findRules('kimi-k3').source,
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
