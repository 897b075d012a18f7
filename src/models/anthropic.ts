import { estimatedLike, withoutVision, type ModelRow } from './model-row.js';
import type { ModelImageRules, RegionForm, RequestLimits, Sizing } from './types.js';

const MEBIBYTE = 1_048_576;

const limits: RequestLimits = {
  maxImages: 600,
  maxRequestBytes: 32 * MEBIBYTE,
  maxBase64BytesPerImage: 10 * MEBIBYTE,
  maxSidePx: 8000,
  manyImages: { aboveImages: 20, maxSidePx: 2000 },
};

/** Models with a context of 200,000 tokens accept fewer images. */
const shortContext: RequestLimits = { ...limits, maxImages: 100, contextTokens: 200_000 };

/** Pixels of the image after the provider's own resizing; normalised coordinates are advised against. */
const regions: RegionForm = {
  source: {
    page: 'https://platform.claude.com/docs/en/build-with-claude/vision-coordinates',
    checked: '2026-11-30',
  },
  order: 'xy',
  scale: 'px',
};

/** There is one image mode, so every `detail` is sized alike; the kit shrinks a `low` image itself. */
function rules(
  family: string,
  maxEdgePx: number,
  maxTokens: number,
  limits: RequestLimits,
): ModelImageRules {
  const sizing: Sizing = { kind: 'padded-patch', patchPx: 28, maxEdgePx, maxTokens };
  return {
    family,
    provider: 'anthropic',
    source: {
      page: 'https://platform.claude.com/docs/en/build-with-claude/vision',
      checked: '2026-11-21',
    },
    vision: true,
    acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    sizing: { low: sizing, high: sizing },
    autoDetail: 'high',
    limits,
    regions,
  };
}

/** The page lists larger images for "Claude 4.7 and later", and smaller ones for all others. */
const standard = rules('claude-standard', 1568, 1568, shortContext);
const standardLongContext = rules('claude-standard', 1568, 1568, {
  ...limits,
  contextTokens: 1_000_000,
});
const highResolution = rules('claude-high-resolution', 2576, 4784, limits);

export const anthropicRows: readonly ModelRow[] = [
  {
    ids: [
      'claude-opus-5-5',
      'claude-sonnet-5-5',
      'claude-haiku-5-5',
      'claude-fable-5-2',
      'claude-mythos-5-2',
      'claude-fable-5-1',
      'claude-mythos-5-1',
      'claude-opus-5',
      'claude-sonnet-5',
      'claude-fable-5',
      'claude-mythos-5',
      'claude-opus-4-8',
      'claude-opus-4-7',
    ],
    prefixes: [
      'claude-opus-4-7',
      'claude-opus-4-8',
      'claude-opus-5',
      'claude-sonnet-5',
      'claude-haiku-5',
      'claude-fable-5',
      'claude-mythos',
    ],
    rules: highResolution,
  },
  {
    ids: ['claude-opus-4-6', 'claude-sonnet-4-6'],
    prefixes: ['claude-opus-4-6', 'claude-sonnet-4-6'],
    rules: standardLongContext,
  },
  {
    ids: ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
    retired: ['claude-opus-4-1', 'claude-opus-4', 'claude-sonnet-4'],
    prefixes: [
      'claude-opus-4-5',
      'claude-sonnet-4-5',
      'claude-haiku-4-5',
      'claude-opus-4-1',
      'claude-opus-4-thinking',
      'claude-sonnet-4-thinking',
      'claude-3',
    ],
    rules: standard,
  },
  withoutVision(standard, {
    prefixes: ['claude-1', 'claude-2', 'claude-v', 'claude-instant'],
  }),
  // Every Claude model leaves the smaller size unchanged.
  estimatedLike({ ...standard, limits }, { prefixes: ['claude'] }),
];

/**
 * From the model list of the `@anthropic-ai/sdk` package 1.14.0 and the release notes, 2026-11-29. They apply
 * to the maker's own platform: clouds set their own dates.
 */
export const anthropicShutdowns: Readonly<Record<string, string>> = {
  'claude-opus-4-5': '2027-01-22',
  'claude-sonnet-4-5': '2026-11-30',
  'claude-opus-4-1': '2026-08-05',
  'claude-mythos-preview': '2026-06-30',
  'claude-opus-4': '2026-06-15',
  'claude-sonnet-4': '2026-06-15',
};
