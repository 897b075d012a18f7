import { estimatedLike, guessed, withoutVision, type ModelRow } from './model-row.js';
import type { ModelImageRules, RegionForm, RequestLimits, Sizing } from './types.js';

const guide = {
  page: 'https://developers.openai.com/api/docs/guides/images-vision',
  checked: '2026-11-21',
} as const;

/** 1,500 images and 512 MB are documented; 50 MB of images was measured, on an unknown share of that, hence 34. */
const limits: RequestLimits = {
  maxImages: 1500,
  maxRequestBytes: 512_000_000,
  maxImageBytes: 34_000_000,
  advisory: ['maxImageBytes'],
};

/** Documented for its computer tool only, whose clicks are pixels of the screenshot; a box has no form of its own. */
const regions: RegionForm = {
  source: {
    page: 'https://openai.github.io/openai-agents-js/openai/agents-core/type-aliases/computerusecallitem-1/',
    checked: '2026-11-30',
  },
  order: 'xy',
  scale: 'px',
};

const shared = {
  provider: 'openai',
  source: guide,
  vision: true,
  acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  limits,
  regions,
} as const satisfies Partial<ModelImageRules>;

/** The guide's table treats sides up to 65,535 px as "no limit". */
const NO_SIDE_LIMIT_PX = 65_535;

function patches(tokensPerPatch: number, maxSidePx: number, maxPatches?: number): Sizing {
  return {
    kind: 'patch',
    patchPx: 32,
    maxSidePx,
    ...(maxPatches !== undefined && { maxPatches }),
    rejectAbovePatches: 30_000,
    tokensPerPatch,
  };
}

function tiles(baseTokens: number, tokensPerTile: number): { low: Sizing; high: Sizing } {
  return {
    low: { kind: 'flat', fitPx: 512, tokens: baseTokens },
    high: { kind: 'tile', fitPx: 2048, shortSidePx: 768, tilePx: 512, baseTokens, tokensPerTile },
  };
}

const astra: ModelImageRules = {
  ...shared,
  family: 'gpt-6-astra',
  sizing: {
    low: patches(1.2, 512),
    high: patches(1.2, NO_SIDE_LIMIT_PX, 2500),
    original: patches(1.2, NO_SIDE_LIMIT_PX),
  },
  autoDetail: 'original',
};

const gpt56: ModelImageRules = {
  ...shared,
  family: 'gpt-5.6',
  sizing: {
    low: patches(1.2, 512),
    high: patches(1.2, 2048, 2500),
    original: patches(1.2, NO_SIDE_LIMIT_PX),
  },
  autoDetail: 'original',
};

const gpt55: ModelImageRules = {
  ...shared,
  family: 'gpt-5.5',
  sizing: {
    low: patches(1.2, 512),
    high: patches(1.2, 2048, 2500),
    original: patches(1.2, 6000, 10_000),
  },
  autoDetail: 'original',
};

/** Its `low` uses more patches than its `high`. */
const gpt54: ModelImageRules = {
  ...shared,
  family: 'gpt-5.4',
  sizing: {
    low: patches(1.2, 2048, 6144),
    high: patches(1.2, 2048, 2500),
    original: patches(1.2, 6000, 10_000),
  },
  autoDetail: 'high',
};

function sameAtEveryDetail(family: string, tokensPerPatch: number, maxPatches: number) {
  const sizing = patches(tokensPerPatch, 2048, maxPatches);
  return {
    ...shared,
    family,
    sizing: { low: sizing, high: sizing },
    autoDetail: 'high',
  } satisfies ModelImageRules;
}

function tiled(family: string, baseTokens: number, tokensPerTile: number) {
  return {
    ...shared,
    family,
    sizing: tiles(baseTokens, tokensPerTile),
    autoDetail: 'high',
  } satisfies ModelImageRules;
}

const gpt52 = sameAtEveryDetail('gpt-5.2', 1.2, 6144);
const gpt51 = tiled('gpt-5.1', 70, 140);
const gpt5 = tiled('gpt-5', 70, 140);
const gpt4o = tiled('gpt-4o', 85, 170);
const o3 = tiled('o3', 75, 150);

/** The guide no longer lists a budget for these; its versions of 2025 and spring 2026 listed 1,536 patches. */
function oldBudget(
  id: string,
  tokensPerPatch: number,
  relatives: readonly string[] = [],
): ModelRow {
  return {
    ids: [id],
    prefixes: [id, ...relatives],
    rules: {
      ...sameAtEveryDetail(id, tokensPerPatch, 1536),
      estimated: true,
      warning:
        'The patch limit of this model is no longer published. Tokens are counted with the last published limit, and may differ.',
    },
  };
}

function editedWithin(fitPx: number): Sizing {
  return { kind: 'flat', fitPx, tokens: 6700 };
}

/**
 * Models that make images. GPT Image 1 counted 65 tokens, 129 for each tile, and at high fidelity up to 6,240 more; its
 * successors always read images at high fidelity, and nothing is published about their tokens. They make images of up to
 * 3840 px. JSON requests carry 16 images, each as a data URL of at most 20 MiB.
 */
const gptImage: ModelImageRules = {
  family: 'gpt-image',
  provider: 'openai',
  source: {
    page: 'https://developers.openai.com/api/reference/resources/images/methods/edit',
    checked: '2026-11-11',
  },
  vision: true,
  estimated: true,
  warning: 'This model makes images and does not chat: it is asked through wire/openai-images.',
  acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp'],
  sizing: { low: editedWithin(1024), high: editedWithin(2048), original: editedWithin(3840) },
  autoDetail: 'high',
  limits: {
    maxImages: 16,
    // Less the beginning of the data URL.
    maxBase64BytesPerImage: 20_971_520 - 64,
    maxLinkCharacters: 20_971_520,
  },
};

/** Speaks, and does not chat. */
const gptRealtime: ModelImageRules = {
  ...gpt4o,
  family: 'openai-other',
  estimated: true,
  warning: 'This model speaks and does not chat. Choose one that does.',
};

export const openaiRows: readonly ModelRow[] = [
  { ids: ['gpt-6-astra'], rules: astra },
  estimatedLike(astra, {
    ids: [
      'gpt-6.2-astra',
      'gpt-6.2-sol',
      'gpt-6.1-sol',
      'gpt-6.1-terra',
      'gpt-6-sol',
      'gpt-6-luna',
    ],
    prefixes: ['gpt-6', 'gpt-6.'],
  }),
  { ids: ['gpt-5.6-sol', 'gpt-5.6-terra', 'gpt-5.6-luna'], rules: gpt56 },
  estimatedLike(gpt56, { prefixes: ['gpt-5.6'] }),
  { ids: ['gpt-5.5'], rules: gpt55 },
  estimatedLike(gpt55, { ids: ['gpt-5.5-pro'], prefixes: ['gpt-5.5'] }),
  { ids: ['gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano'], rules: gpt54 },
  estimatedLike(gpt54, { prefixes: ['gpt-5.4'] }),
  { ids: ['gpt-5.2'], rules: gpt52 },
  estimatedLike(gpt52, { ids: ['gpt-5.2-pro'], prefixes: ['gpt-5.2'] }),
  {
    ids: ['gpt-4.1-mini'],
    prefixes: ['gpt-4.1-mini'],
    rules: sameAtEveryDetail('gpt-4.1-mini', 1.62, 6144),
  },
  { ids: ['gpt-5.1'], rules: gpt51 },
  estimatedLike(gpt51, { prefixes: ['gpt-5.1'] }),
  { ids: ['gpt-5'], rules: gpt5 },
  estimatedLike(gpt5, { ids: ['gpt-5-pro'], prefixes: ['gpt-5'] }),
  { ids: ['gpt-4o', 'gpt-4.1', 'chatgpt-4o'], rules: gpt4o },
  estimatedLike(gpt4o, {
    prefixes: ['gpt-4o', 'gpt-4.1', 'gpt-4.5', 'chatgpt-4o', 'gpt-4-vision', 'gpt-4-1106-vision'],
  }),
  // Shut down at OpenAI, but still served with vision on Azure and gateways. The previews had no vision.
  estimatedLike(gpt4o, {
    retired: ['gpt-4-turbo'],
    prefixes: ['gpt-4-turbo-2024-04-09', 'gpt-4-turbo-vision'],
  }),
  estimatedLike(tiled('computer-use-preview', 65, 129), { prefixes: ['computer-use-preview'] }),
  { prefixes: ['gpt-image', 'chatgpt-image'], rules: gptImage },
  { prefixes: ['gpt-realtime'], rules: gptRealtime },
  { ids: ['gpt-4o-mini'], rules: tiled('gpt-4o-mini', 2833, 5667) },
  estimatedLike(tiled('gpt-4o-mini', 2833, 5667), { prefixes: ['gpt-4o-mini'] }),
  { ids: ['o3', 'o1', 'o1-pro'], rules: o3 },
  estimatedLike(o3, { ids: ['o3-pro'], prefixes: ['o1', 'o3'] }),
  oldBudget('gpt-5-mini', 1.2),
  oldBudget('gpt-5-nano', 1.5),
  oldBudget('gpt-4.1-nano', 2.46),
  oldBudget('o4-mini', 1.72),
  oldBudget('gpt-5.3-codex', 1.2, ['gpt-5.1-codex-mini', 'gpt-5-codex-mini']),
  withoutVision(gpt4o, {
    ids: ['gpt-4', 'gpt-3.5-turbo', 'o3-mini', 'o1-mini', 'o1-preview'],
    prefixes: [
      'gpt-3.5',
      'gpt-35',
      'gpt-4',
      'o1-mini',
      'o1-preview',
      'o3-mini',
      'gpt-audio',
      'gpt-4o-audio',
      'gpt-4o-mini-audio',
      'gpt-4o-transcribe',
      'gpt-4o-mini-transcribe',
      'gpt-4o-mini-tts',
      'text-embedding',
      'gpt-oss',
    ],
  }),
  // Catalogues disagree.
  guessed(withoutVision(gpt4o, { prefixes: ['gpt-5.3-codex-spark'] })),
  // For names that no row lists: the published rule that wastes least, and never at full size automatically.
  estimatedLike(gpt56, { prefixes: ['gpt', 'chatgpt'] }),
];

/**
 * From the model list of the `openai` package 7.59.0 and the deprecations page. A date applies to the id with
 * and without its own date.
 */
export const openaiShutdowns: Readonly<Record<string, string>> = {
  'gpt-5.4-nano': '2027-04-01',
  'gpt-5.1': '2027-04-01',
  'gpt-4.1': '2027-01-14',
  'gpt-4.1-mini': '2027-01-14',
  'gpt-4o': '2027-01-14',
  'gpt-4o-mini': '2027-01-14',
  'gpt-audio-mini': '2027-01-20',
  'gpt-5': '2026-12-11',
  'gpt-5-pro': '2026-12-11',
  'o3-pro': '2026-12-11',
  'gpt-5-mini': '2026-12-11',
  'gpt-5-nano': '2026-12-11',
  o3: '2026-12-11',
  'gpt-image-1': '2026-10-23',
  'gpt-4.1-nano': '2026-10-23',
  'o4-mini': '2026-10-23',
  'o3-mini': '2026-10-23',
  o1: '2026-10-23',
  'gpt-4o-2024-05-13': '2026-10-23',
  'gpt-4-turbo': '2026-10-23',
  'gpt-4-1106-preview': '2026-10-23',
  'gpt-4': '2026-10-23',
  'gpt-4-0613': '2026-10-23',
  'gpt-3.5-turbo': '2026-10-23',
  'gpt-3.5-turbo-0125': '2026-10-23',
  'gpt-3.5-turbo-1106': '2026-09-28',
  'gpt-5.3-chat-latest': '2026-08-10',
  'gpt-5.2-chat-latest': '2026-08-10',
  'gpt-5-codex': '2026-07-23',
  'gpt-5.1-codex': '2026-07-23',
  'gpt-5.1-codex-max': '2026-07-23',
  'gpt-5.1-codex-mini': '2026-07-23',
  'gpt-5.2-codex': '2026-07-23',
  'o3-deep-research': '2026-07-23',
  'o4-mini-deep-research': '2026-07-23',
  'computer-use-preview': '2026-07-23',
  'gpt-5.1-chat-latest': '2026-07-23',
  'gpt-5-chat-latest': '2026-07-23',
  'gpt-4o-search-preview': '2026-07-23',
  'gpt-4o-mini-search-preview': '2026-07-23',
  'gpt-4o-audio-preview': '2026-05-07',
  'gpt-4-0125-preview': '2026-03-26',
  'gpt-4-turbo-preview': '2026-03-26',
  'gpt-4-0314': '2026-03-26',
  'chatgpt-4o-latest': '2026-02-17',
  'codex-mini-latest': '2026-02-12',
  'o1-mini': '2025-10-27',
  'o1-preview': '2025-07-28',
  'gpt-4-32k': '2025-06-06',
  'gpt-4-32k-0314': '2025-06-06',
  'gpt-3.5-turbo-16k': '2024-09-13',
  'gpt-4-vision-preview': '2024-12-06',
};
