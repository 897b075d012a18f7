import type { ModelImageRules, Sizing } from './types.js';

/**
 * The smallest of the published limits: an image within it is left unchanged by every Claude model and every
 * patch budget.
 */
const smallest: Sizing = { kind: 'padded-patch', patchPx: 28, maxEdgePx: 1568, maxTokens: 1568 };

/**
 * Rules for a model in no table: formats that every endpoint accepts, and the smallest of the published
 * sizes. The model is assumed to see, as most do, and its limits are advisory.
 */
export const carefulRules: ModelImageRules = {
  family: 'unknown',
  provider: 'unknown',
  source: {
    page: 'https://platform.claude.com/docs/en/build-with-claude/vision',
    checked: '2026-11-21',
  },
  vision: true,
  estimated: true,
  warning:
    'This model is not in our tables. Images are sent in a size and format that every model accepts, and token counts are estimates. Register the model to set its own rules.',
  acceptedMediaTypes: ['image/jpeg', 'image/png'],
  sizing: { low: smallest, high: smallest },
  autoDetail: 'high',
  limits: {
    maxBase64BytesPerImage: 5_242_880,
    maxImageBytes: 34_000_000,
    advisory: ['maxBase64BytesPerImage', 'maxImageBytes'],
  },
};
