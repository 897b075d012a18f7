import { findRules } from '../models/find-rules.js';
import { fitForModel } from '../models/count-image-tokens.js';
import type { ModelImageRules } from '../models/types.js';
import { textFileBytes } from './check-files.js';
import { requestImages } from './request-images.js';
import type { ChatMessage } from './types.js';

/** Characters of text per token, as a rule of thumb. */
const CHARACTERS_PER_TOKEN = 4;

export interface TokenEstimate {
  /** Images by the model's own rule, text and text files at a quarter of their characters. */
  tokens: number;
  /** Images of unknown size, such as links; they count as nothing. */
  uncountedImages: number;
}

/**
 * Estimates the input tokens of a whole request without asking the server; `countTokensExactly` asks it.
 *
 * @param model an id, or rules
 */
export function estimateRequestTokens(
  messages: readonly ChatMessage[],
  model: string | ModelImageRules,
): TokenEstimate {
  const rules = typeof model === 'string' ? findRules(model) : model;
  let tokens = Math.ceil(countCharacters(messages) / CHARACTERS_PER_TOKEN);
  let uncountedImages = 0;
  for (const { size, part } of requestImages(messages)) {
    if (size) tokens += fitForModel(size, rules, part.detail).tokens;
    else uncountedImages += 1;
  }
  return { tokens, uncountedImages };
}

function countCharacters(messages: readonly ChatMessage[]): number {
  let characters = 0;
  for (const { parts } of messages) {
    for (const part of parts) {
      if (part.type === 'text') characters += part.text.length;
      if (part.type === 'file') characters += textFileBytes(part);
    }
  }
  return characters;
}
