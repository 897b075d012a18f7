import { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import { classifyFailure } from '../wire/classify-failure.js';
import { problemFixes } from './problem-of-error.js';

/** A refusal in our words, naming the image it is about. The server's own words stay in the facts. */
export function explainRefusal(
  error: KitError,
  messages: readonly ChatMessage[],
  wireName: string,
): KitError {
  const { status, providerCode, providerMessage, problem } = error.facts;
  if (problem !== undefined || status === undefined || providerMessage === undefined) return error;
  const body = JSON.stringify({ error: { code: providerCode, message: providerMessage } });
  const { code, advice, imageId } = classifyFailure(status, body, wireName, messages);
  if (!(code in problemFixes)) return error;
  return new KitError(error.code, {
    message: advice,
    facts: {
      ...error.facts,
      problem: code,
      ...limitInWords(code, providerMessage),
      ...(imageId !== undefined && { imageId }),
    },
    cause: error,
  });
}

/** A limit that the server names, in the unit of the code. */
function limitInWords(code: string, words: string): { limit?: number } {
  const pattern = {
    'image-side': /([\d,]{3,7})\s*(?:px|pixels)/gi,
    'image-bytes': />\s*([\d,]{4,})\s*bytes/gi,
  }[code];
  const limit = [...words.matchAll(pattern ?? /(?!)/g)].at(-1)?.[1]?.replaceAll(',', '');
  return limit === undefined ? {} : { limit: Number(limit) };
}
