import { readProviderError } from '../internal/read-provider-error.js';
import type { ProviderError } from '../internal/read-provider-error.js';
import { REQUEST_OVER_TIER, requestErrorCode } from '../internal/request-error-code.js';
import type { ChatMessage } from '../messages/types.js';
import { failureRules, requestAdvice } from './failure-rules.js';
import type { FailureCode } from './failure-rules.js';
import { findNamedImage } from './find-named-image.js';
import { namedPlace } from './named-place.js';
import type { NamedPlace } from './named-place.js';

export interface FailureClass extends NamedPlace {
  /** A problem code where the refusal is about a picture, else the code of the request error. */
  code: FailureCode;
  /** Which part of its message the words name, counted as they count. The same as `partIndex`. */
  imageIndex?: number;
  /** The picture itself, when the messages were given. */
  imageId?: string;
  /** Plain sentences: what is wrong, what to do. Ours, not the provider's. */
  advice: string;
}

const TOO_LARGE =
  'The whole request is too large. Make the pictures smaller, leave old ones out, or upload them instead of sending them along.';
const DEFAULT_ADVICE =
  'The endpoint refused the request. Read its words, change what they name, and send again.';

/**
 * What a refusal means, from its status and body, which may be an HTTP answer or the error object of a stream.
 *
 * @param wire - name of the wire format that the request was written in
 * @param messages - what the request was made from, so that the picture can be named
 */
export function classifyFailure(
  status: number,
  body: string,
  wire: string,
  messages?: readonly ChatMessage[],
): FailureClass {
  const said = readBody(body);
  const text = `${said.code ?? ''} ${said.type ?? ''} ${said.message ?? ''}\n${body}`;
  // A rate limit counts tokens and images, too; only one that can never pass is about this request.
  const isRateLimit = status === 429 && !REQUEST_OVER_TIER.test(text);
  const rule = isRateLimit
    ? undefined
    : failureRules.find(
        ({ says, wires }) => says.test(text) && (wires === undefined || wires.includes(wire)),
      );
  const place = placeOf(said, body);
  const image = messages && findNamedImage(messages, wire, place);
  const { partIndex } = place;
  const { code, advice } = rule ?? fallback(status, said, text);
  return {
    code,
    advice,
    ...place,
    ...(partIndex !== undefined && { imageIndex: partIndex }),
    ...(image && { imageId: image.id }),
  };
}

function fallback(
  status: number,
  said: ProviderError,
  text: string,
): Pick<FailureClass, 'code' | 'advice'> {
  const code = requestErrorCode(status, said, text);
  // A proxy that turns a body away says nothing of pictures, and it is the pictures that are large.
  if (code === 'request-too-large') return { code: 'request-bytes', advice: TOO_LARGE };
  return { code, advice: requestAdvice[code] ?? DEFAULT_ADVICE };
}

function placeOf({ param, message = '' }: ProviderError, body: string): NamedPlace {
  // What a router quotes names a place in the request that it wrote itself.
  const isQuoted = /"raw"\s*:|provider returned error/i.test(body);
  const texts = isQuoted ? [param, ownWords(message)] : [param, message, body];
  for (const text of texts) {
    const place = namedPlace(text ?? '');
    if (place.partIndex !== undefined || place.messageIndex !== undefined) return place;
  }
  return {};
}

/** The router's own words before what it quotes. */
function ownWords(message: string): string {
  return message.replace(/(?:provider returned error|\{)[^]*$/i, '');
}

function readBody(body: string): ProviderError {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'string' ? { message: value } : (readProviderError(value) ?? {});
  } catch {
    return { message: body };
  }
}
