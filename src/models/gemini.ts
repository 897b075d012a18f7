import { estimatedLike, type ModelRow } from './model-row.js';
import type { ModelImageRules, RequestLimits } from './types.js';

const CHECKED = '2026-11-21';

/** One page says 20 MB for a request with its pictures inside, another 100 MB, and larger ones were seen to pass. */
const limits: RequestLimits = {
  maxImages: 3600,
  maxRequestBytes: 20_000_000,
  contextTokens: 1_048_576,
  advisory: ['maxRequestBytes'],
};

const shared = {
  provider: 'gemini',
  vision: true,
  acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
  limits,
} as const satisfies Partial<ModelImageRules>;

/**
 * A level of media resolution has one price whatever the size. Which pixels the model sees in it is not published: the
 * boxes are our own choice.
 */
const gemini3: ModelImageRules = {
  ...shared,
  family: 'gemini-3',
  source: { page: 'https://ai.google.dev/gemini-api/docs/media-resolution', checked: CHECKED },
  sizing: {
    low: { kind: 'flat', fitPx: 1024, tokens: 280 },
    high: { kind: 'flat', fitPx: 2048, tokens: 1120 },
    original: { kind: 'flat', fitPx: 3072, tokens: 2240 },
  },
  autoDetail: 'high',
};

const gemini25: ModelImageRules = {
  ...shared,
  family: 'gemini-2.5',
  source: { page: 'https://ai.google.dev/gemini-api/docs/tokens', checked: CHECKED },
  sizing: {
    low: { kind: 'flat', fitPx: 768, tokens: 64 },
    high: { kind: 'crop-tile', smallSidePx: 384, tilePx: 768, tokensPerTile: 258, fitPx: 1536 },
  },
  autoDetail: 'high',
};

export const geminiRows: readonly ModelRow[] = [
  estimatedLike(gemini3, {
    ids: ['gemini-4-argon', 'gemini-4-carbon'],
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
  estimatedLike(gemini25, { prefixes: ['gemini-2', 'gemini-2.', 'gemini-1.'] }),
  estimatedLike(gemini3, { prefixes: ['gemini'] }),
];
