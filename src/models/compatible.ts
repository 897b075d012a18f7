import { base64Length } from '../internal/base64.js';
import { carefulRules } from './careful-rules.js';
import type { ModelRow } from './model-row.js';
import type { ModelImageRules, RequestLimits } from './types.js';

const MEBIBYTE = 1_048_576;
const CHECKED = '2026-11-21';

/** Models of other providers, which speak the Chat Completions format: no token rule, but limits, are known of them. */
function limited(
  provider: string,
  page: string,
  limits: RequestLimits,
  facts: Partial<ModelImageRules> = {},
): ModelImageRules {
  return {
    ...carefulRules,
    family: provider,
    provider,
    source: { page, checked: CHECKED },
    warning: 'No token rule is published for this model. Token counts are estimates.',
    limits,
    ...facts,
  };
}

const deepseekPage = 'https://api-docs.deepseek.com/guides/vision';
const deepseekLimits: RequestLimits = {
  maxImages: 600,
  maxRequestBytes: 48 * MEBIBYTE,
  maxBase64BytesPerImage: base64Length(32 * MEBIBYTE),
  maxSidePx: 8192,
  manyImages: { aboveImages: 14, maxSidePx: 4096 },
  maxLinkCharacters: 8192,
};

export const compatibleRows: readonly ModelRow[] = [
  {
    ids: ['deepseek-flash'],
    prefixes: ['deepseek-flash'],
    rules: limited('deepseek', deepseekPage, deepseekLimits, {
      acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
      links: 'https',
      // At most 384 tokens are documented, the box is not; 2048 px is our own.
      sizing: {
        low: { kind: 'flat', fitPx: 1024, tokens: 384 },
        high: { kind: 'flat', fitPx: 2048, tokens: 384 },
      },
      warning: 'A picture costs at most 384 tokens here; small ones may cost less.',
    }),
  },
  {
    prefixes: ['deepseek'],
    rules: limited('deepseek', deepseekPage, deepseekLimits, {
      warning:
        'Of this provider only deepseek-flash is known to take pictures. Others may refuse the request; switch models if one does.',
    }),
  },
  {
    prefixes: ['grok'],
    rules: limited('xai', 'https://docs.x.ai/docs/guides/image-understanding', {
      maxBase64BytesPerImage: base64Length(20 * MEBIBYTE),
    }),
  },
  {
    prefixes: ['mistral', 'pixtral', 'ministral', 'magistral'],
    rules: limited(
      'mistral',
      'https://docs.mistral.ai/capabilities/vision',
      { maxImages: 8, advisory: ['maxImages'] },
      { acceptedMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] },
    ),
  },
  {
    prefixes: ['glm'],
    rules: limited('zai', 'https://docs.z.ai/guides/vlm', {
      maxImages: 150,
      maxBase64BytesPerImage: base64Length(5_000_000),
      maxSidePx: 6000,
    }),
  },
  {
    prefixes: ['minimax'],
    rules: limited('minimax', 'https://platform.minimax.io/docs', {
      maxRequestBytes: 128 * MEBIBYTE,
      maxBase64BytesPerImage: base64Length(10 * MEBIBYTE),
    }),
  },
];
