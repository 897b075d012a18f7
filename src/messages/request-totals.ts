import { findRules } from '../models/find-rules.js';
import type { ModelImageRules } from '../models/types.js';
import { estimateRequestBytes } from './estimate-request-bytes.js';
import { estimateRequestTokens } from './estimate-tokens.js';
import { requestImages } from './request-images.js';
import type { ChatMessage } from './types.js';

/** An amount and its limit. */
export interface RequestTotal {
  value: number;
  /** Missing if none is documented. */
  limit?: number;
}

/** Totals of a whole request, including earlier messages. */
export interface RequestTotals {
  images: RequestTotal;
  /** Images by the model's own rule, text as an estimate; the limit includes the answer. */
  tokens: RequestTotal;
  /** Size of the body, to within about a hundred bytes per part. */
  bytes: RequestTotal;
  /** How full the fullest of them is: 1 is the limit, 0 if nothing is limited. */
  fullness: number;
}

/**
 * Compares the totals of a request with the limits of its model.
 *
 * @param model an id, or rules
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
