import { KitError } from '../errors.js';
import type { ChatMessage, Problem, ProblemCode, ProblemFix } from '../messages/index.js';
import { classifyFailure } from '../wire/index.js';

/** What helps against a refusal. Codes that are not here are no matter of the message. */
const fixes: Partial<Record<string, ProblemFix>> = {
  'no-vision': 'switch-model',
  'role-without-images': 'remove',
  'media-type': 'convert',
  'empty-image': 'remove',
  'image-bytes': 'shrink',
  'image-side': 'shrink',
  'image-pixels': 'shrink',
  'image-patches': 'shrink',
  'too-many-images': 'drop-oldest',
  'request-bytes': 'shrink',
  'image-bytes-total': 'shrink',
  'context-tokens': 'drop-oldest',
  'url-form': 'convert',
  'url-not-reachable': 'remove',
  'unsupported-by-wire': 'convert',
  'empty-message': 'write-text',
} satisfies Record<ProblemCode, ProblemFix>;

/** A refusal in our words, naming the picture it is about. The server's own words stay in the facts. */
export function explainRefusal(
  error: KitError,
  messages: readonly ChatMessage[],
  wireName: string,
): KitError {
  const { status, providerCode, providerMessage, problem } = error.facts;
  if (problem !== undefined || status === undefined || providerMessage === undefined) return error;
  const body = JSON.stringify({ error: { code: providerCode, message: providerMessage } });
  const { code, advice, imageId } = classifyFailure(status, body, wireName, messages);
  if (!(code in fixes)) return error;
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

/** A refusal as a problem, which the interface shows and mends like one that was found before. */
export function problemOfError(error: KitError | undefined): Problem | undefined {
  const { problem: code, imageId, limit, value } = error?.facts ?? {};
  const fix = code === undefined ? undefined : fixes[code];
  if (!error || fix === undefined) return undefined;
  return {
    code: code as ProblemCode,
    severity: 'error',
    message: error.message,
    fix,
    ...(imageId !== undefined && { imageId }),
    ...(limit !== undefined && { limit }),
    ...(value !== undefined && { value }),
  };
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
