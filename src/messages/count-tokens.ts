import { findRules } from '../models/find-rules.js';
import { fitForModel } from '../models/count-image-tokens.js';
import type { ModelImageRules } from '../models/types.js';
import { requestImages } from './request-images.js';
import type { ChatMessage } from './types.js';

/**
 * Returns the tokens of all images in some messages. Links and file ids of unknown size count as nothing.
 *
 * @param model an id, or rules
 */
export function countMessageImageTokens(
  messages: readonly ChatMessage[],
  model: string | ModelImageRules,
): number {
  const rules = typeof model === 'string' ? findRules(model) : model;
  return requestImages(messages).reduce(
    (tokens, { size, part }) => tokens + (size ? fitForModel(size, rules, part.detail).tokens : 0),
    0,
  );
}
