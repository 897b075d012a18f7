import type { ModelImageRules, Sizing } from './types.js';

/** The smallest of the published limits: an image within is left alone by every Claude model and every patch budget. */
const smallest: Sizing = { kind: 'padded-patch', patchPx: 28, maxEdgePx: 1568, maxTokens: 1568 };

/**
 * For a model no table knows: formats that every endpoint takes, and the smallest of the published sizes. It is not said
 * to be blind, since most are not, and its limits are advice.
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
    'This model is not in our tables. Images are sent in a size and format that every model takes, and token counts are estimates. Register the model to set its own rules.',
  acceptedMediaTypes: ['image/jpeg', 'image/png'],
  sizing: { low: smallest, high: smallest },
  autoDetail: 'high',
  limits: {
    maxBase64BytesPerImage: 5_242_880,
    maxImageBytes: 34_000_000,
    advisory: ['maxBase64BytesPerImage', 'maxImageBytes'],
  },
};
