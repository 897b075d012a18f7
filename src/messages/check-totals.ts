import type { LimitName } from '../models/types.js';
import {
  formatCount,
  formatMegabytes,
  severityOf,
  type CheckedRequest,
} from './checked-request.js';
import { countMessageImageTokens } from './count-tokens.js';
import { estimateRequestBytes } from './estimate-request-bytes.js';
import { estimateRequestTokens } from './estimate-tokens.js';
import type { Problem, ProblemFix } from './types.js';

/** Returns what an endpoint would refuse about a request as a whole. */
export function checkTotals(request: CheckedRequest): Problem[] {
  return [
    ...checkCount(request),
    ...checkImageBytes(request),
    ...checkRequestBytes(request),
    ...checkContext(request),
  ];
}

function checkCount(request: CheckedRequest): Problem[] {
  const value = request.images.length;
  return exceeded(request, 'maxImages', value, (limit) => ({
    code: 'too-many-images',
    message: `The request contains ${formatCount(value)} images, earlier ones included, and the limit is ${formatCount(limit)}.`,
    fix: dropOr(request, 'remove'),
    advice: 'Remove some.',
  }));
}

function checkImageBytes(request: CheckedRequest): Problem[] {
  const value = request.images.reduce((sum, { bytes }) => sum + bytes, 0);
  return exceeded(request, 'maxImageBytes', value, (limit) => ({
    code: 'image-bytes-total',
    message: `The images of the request are ${formatMegabytes(value)} together, and the limit is ${formatMegabytes(limit)}.`,
    fix: dropOr(request, 'shrink'),
    advice: 'Remove some, or make them smaller.',
  }));
}

function checkRequestBytes(request: CheckedRequest): Problem[] {
  if (request.rules.limits.maxRequestBytes === undefined) return [];
  const value = estimateRequestBytes(request.messages, request.images);
  return exceeded(request, 'maxRequestBytes', value, (limit) => ({
    code: 'request-bytes',
    message: `The request is about ${formatMegabytes(value)}, and the limit is ${formatMegabytes(limit)}.`,
    fix: dropOr(request, request.images.length > 0 ? 'shrink' : 'remove'),
    advice:
      request.images.length > 0
        ? 'Remove some images, or make them smaller.'
        : 'Remove files, or start a new chat.',
  }));
}

/** Text tokens are estimates, so exceeding the context with them is a warning; images alone are counted. */
function checkContext(request: CheckedRequest): Problem[] {
  const { messages, rules } = request;
  if (rules.limits.contextTokens === undefined) return [];
  const imageTokens = countMessageImageTokens(messages, rules);
  const { tokens: value } = estimateRequestTokens(messages, rules);
  return exceeded(request, 'contextTokens', value, (limit) => ({
    code: 'context-tokens',
    message: `The request is about ${formatCount(value)} tokens, and the model takes ${formatCount(limit)} with its answer.`,
    fix: dropOr(request, request.images.length > 0 ? 'shrink' : 'remove'),
    advice:
      request.images.length > 0
        ? 'Remove some images, or make them smaller.'
        : 'Shorten the text, or start a new chat.',
    ...(imageTokens <= limit && { severity: 'warning' as const }),
  }));
}

interface Excess extends Pick<Problem, 'code' | 'message' | 'fix'> {
  severity?: Problem['severity'];
  /** What helps if there are no older images to leave out. */
  advice: string;
}

function exceeded(
  { rules }: CheckedRequest,
  name: Exclude<LimitName, 'manyImages'>,
  value: number,
  describe: (limit: number) => Excess,
): Problem[] {
  const limit = rules.limits[name] ?? Infinity;
  if (value <= limit) return [];
  const { message, fix, advice, ...problem } = describe(limit);
  const isDropped = fix === 'drop-oldest';
  return [
    {
      severity: severityOf(rules, name),
      ...problem,
      message: `${message} ${isDropped ? 'Leave out the oldest images.' : advice}`,
      limit,
      value,
      ...(fix && { fix }),
    },
  ];
}

/** Earlier images are removed first; without any, the question itself has to shrink. */
function dropOr({ images }: CheckedRequest, otherwise: ProblemFix): ProblemFix {
  return images.some(({ isHistory }) => isHistory) ? 'drop-oldest' : otherwise;
}
