import { findRules } from '../models/find-rules.js';
import type { ModelImageRules } from '../models/types.js';
import { estimateRequestBytes } from './estimate-request-bytes.js';
import { estimateRequestTokens } from './estimate-tokens.js';
import { requestImages } from './request-images.js';
import type { ChatMessage } from './types.js';

/** How much there is of something, and how much may be. */
export interface RequestTotal {
  value: number;
  /** Missing where none is documented. */
  limit?: number;
}

/** What a whole request amounts to, what was said before included. */
export interface RequestTotals {
  images: RequestTotal;
  /** Images by the model's own rule, words at a guess; the limit is for the answer too. */
  tokens: RequestTotal;
  /** Of the body, to about a hundred bytes for each part. */
  bytes: RequestTotal;
  /** How full the fullest of them is: 1 is the limit, 0 where nothing is limited. */
  fullness: number;
}

/**
 * What a request amounts to beside what its model takes.
 *
 * @param model an id, or rules at hand
 */
export function requestTotals(
  messages: readonly ChatMessage[],
  model: string | ModelImageRules,
): RequestTotals {
  const rules = typeof model === 'string' ? findRules(model) : model;
  const { maxImages, contextTokens, maxRequestBytes } = rules.limits;
  const images = requestImages(messages);
  const totals = {
    images: total(images.length, maxImages),
    tokens: total(estimateRequestTokens(messages, rules).tokens, contextTokens),
    bytes: total(estimateRequestBytes(messages, images), maxRequestBytes),
  };
  const shares = Object.values(totals).map(({ value, limit }) => (limit ? value / limit : 0));
  return { ...totals, fullness: Math.max(...shares) };
}

function total(value: number, limit: number | undefined): RequestTotal {
  return { value, ...(limit !== undefined && { limit }) };
}
