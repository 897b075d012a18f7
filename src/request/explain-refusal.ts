import { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import { classifyError } from '../wire/classify-failure.js';
import type { WireFormat } from '../wire/types.js';
import { problemFixes } from './problem-of-error.js';

/** A refusal in our words, naming the image it is about. The server's own words stay in the facts. */
export function explainRefusal(
  error: KitError,
  messages: readonly ChatMessage[],
  wire: WireFormat,
): KitError {
  const { status, problem } = error.facts;
  if (problem !== undefined || status === undefined) return error;
  const { code, advice, limit, imageId } = classifyError(error, wire, messages) ?? {};
  if (code === undefined || !(code in problemFixes)) return error;
  return new KitError(error.code, {
    message: advice ?? error.message,
    facts: {
      ...error.facts,
      problem: code,
      ...(limit !== undefined && { limit }),
      ...(imageId !== undefined && { imageId }),
    },
    cause: error,
  });
}
