import { estimatedLike, type ModelRow } from './model-row.js';
import type { ModelImageRules, RegionForm, RequestLimits } from './types.js';

const CHECKED = '2026-11-29';

/**
 * One page says 20 MB for a request with inline images, another 100 MB, and larger ones have been observed to
 * pass.
 */
const limits: RequestLimits = {
  maxImages: 3600,
  maxRequestBytes: 20_000_000,
  contextTokens: 1_048_576,
  advisory: ['maxRequestBytes'],
};

/** "The model returns bounding boxes as `[ymin, xmin, ymax, xmax]`, normalised to 0-1000"; points are `[y, x]`. */
const regions: RegionForm = {
  source: {
    page: 'https://ai.google.dev/gemini-api/docs/image-understanding',
    checked: '2026-11-30',
  },
  order: 'yx',
  scale: 1000,
};

const shared = {
  provider: 'gemini',
  vision: true,
  acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
  limits,
  regions,
} as const satisfies Partial<ModelImageRules>;

/**
 * A media resolution level is a token budget, which a grid of the image's shape fills at any size. Which
 * pixels the model sees is not published: the boxes are the kit's own choice.
 */
const gemini3: ModelImageRules = {
  ...shared,
  family: 'gemini-3',
  source: { page: 'https://ai.google.dev/gemini-api/docs/media-resolution', checked: CHECKED },
  sizing: {
    low: { kind: 'shape-grid', fitPx: 1024, maxTokens: 280 },
    high: { kind: 'shape-grid', fitPx: 2048, maxTokens: 1120 },
    original: { kind: 'shape-grid', fitPx: 3072, maxTokens: 2240 },
  },
  autoDetail: 'high',
};

/** The page's own rule; one report of 2025 measured 258 tokens at every size, hence an estimate. */
const gemini25: ModelImageRules = {
  ...shared,
  family: 'gemini-2.5',
  source: { page: 'https://ai.google.dev/gemini-api/docs/image-understanding', checked: CHECKED },
  estimated: true,
  sizing: {
    low: { kind: 'flat', fitPx: 768, tokens: 64 },
    high: {
      kind: 'crop-tile',
      smallSidePx: 384,
      tilePx: 768,
      minTilePx: 256,
      tokensPerTile: 258,
      fitPx: 1536,
    },
  },
  autoDetail: 'high',
};

function withContext(rules: ModelImageRules, contextTokens: number): ModelImageRules {
  return { ...rules, limits: { ...limits, contextTokens } };
}

export const geminiRows: readonly ModelRow[] = [
  estimatedLike(gemini3, {
    ids: ['gemini-4-hydrogen', 'gemini-4-neon', 'gemini-4-argon', 'gemini-4-carbon'],
    prefixes: ['gemini-4', 'gemini-4.'],
  }),
  {
    ids: ['gemini-3.8-flash', 'gemini-3.5-flash', 'gemini-3.1-pro-preview', 'gemini-3-pro-preview'],
    prefixes: ['gemini-3', 'gemini-3.'],
    rules: gemini3,
  },
  {
    ids: ['gemini-2.5-pro', 'gemini-2.5-flash', 'gemini-2.5-flash-lite'],
    prefixes: ['gemini-2.5'],
    rules: gemini25,
  },
  { prefixes: ['gemini-2.5-computer-use'], rules: withContext(gemini25, 128_000) },
  { prefixes: ['gemini-2.5-flash-image'], rules: withContext(gemini25, 32_768) },
  estimatedLike(withContext(gemini3, 131_072), { prefixes: ['gemini-robotics-er-2'] }),
  // External links arrived with 2.5: https://ai.google.dev/gemini-api/docs/file-input-methods
  estimatedLike(
    { ...gemini25, links: false },
    { prefixes: ['gemini-2', 'gemini-2.', 'gemini-1.'] },
  ),
  estimatedLike(gemini3, { prefixes: ['gemini'] }),
];
