import { KitError } from '../errors.js';
import { nameOf } from '../messages/checked-request.js';
import { requestImages } from '../messages/request-images.js';
import type { ChatMessage } from '../messages/types.js';
import { classifyError } from '../wire/classify-failure.js';
import type { WireFormat } from '../wire/types.js';
import { problemFixes } from './problem-of-error.js';
import { findTooSmall } from './too-small.js';

/** Returns a refusal in our words, naming the image it is about. The server's message stays in the facts. */
export function explainRefusal(
  error: KitError,
  messages: readonly ChatMessage[],
  wire: WireFormat,
): KitError {
  const { status, problem, providerMessage = '' } = error.facts;
  if (problem !== undefined || status === undefined) return error;
  const failure = classifyError(error, wire, messages);
  const { code, limit } = failure ?? {};
  if (code === undefined || !(code in problemFixes)) return error;
  const images = requestImages(messages);
  const named = images.find(({ part }) => part.id === failure?.imageId);
  const meant = (named ? [named] : images).map(({ part }) => part);
  const [tooSmall] = code === 'image-too-small' ? findTooSmall(meant, providerMessage) : [];
  const image = named ?? images.find(({ part }) => part === tooSmall?.image);
  const advice = failure?.advice ?? error.message;
  return new KitError(error.code, {
    message: image ? advice.replace(/the image\b/i, nameOf(image)) : advice,
    facts: {
      ...error.facts,
      problem: code,
      ...(limit !== undefined && { limit }),
      ...(tooSmall && { limit: tooSmall.minSidePx, value: tooSmall.shortPx }),
      ...(image && { imageId: image.part.id }),
    },
    cause: error,
  });
}
