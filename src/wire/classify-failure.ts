import type { KitError } from '../errors.js';
import { meaningOfProxyCode, proxyCodeOf } from '../internal/proxy-refusals.js';
import { readProviderError } from '../internal/read-provider-error.js';
import type { ProviderError } from '../internal/read-provider-error.js';
import { REQUEST_OVER_TIER, requestErrorCode } from '../internal/request-error-code.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';
import { failureRules, requestAdvice } from './failure-rules.js';
import type { FailureCode } from './failure-rules.js';
import { imageAt } from './image-at.js';
import { knownFormats } from './known-formats.js';
import { namedPlace } from './named-place.js';
import type { NamedPlace } from './named-place.js';
import type { WireFacts } from './types.js';

export interface FailureClass extends NamedPlace {
  /** A problem code if the refusal is about an image, otherwise the code of the request error. */
  code: FailureCode;
  /** Index of the part that the provider names in its message, counted as the provider counts. Same as `partIndex`. */
  imageIndex?: number;
  /** Id of the image, if the messages were given. */
  imageId?: string;
  /** The limit that the provider names, in the unit of the code. */
  limit?: number;
  /** Plain sentences: what is wrong, and what to do. Ours, not the provider's. */
  advice: string;
}

const TOO_LARGE =
  'The whole request is too large. Make the images smaller, remove old ones, or upload them instead of sending them along.';
const DEFAULT_ADVICE =
  'The endpoint refused the request. Read its message, change what it names, and send it again.';

interface Refusal {
  status: number;
  said: ProviderError;
  /** The whole answer, if there is one. */
  body?: string;
}

/**
 * Returns what a refusal means, from its status and body, which may be an HTTP answer or the error object of a stream.
 *
 * @param wire - wire format that the request was written in; for one of the kit its name is enough
 * @param messages - what the request was built from, so that the image can be identified
 */
export function classifyFailure(
  status: number,
  body: string,
  wire: string | WireFacts,
  messages?: readonly ChatMessage[],
): FailureClass {
  const format = typeof wire === 'string' ? knownFormats.find(({ name }) => name === wire) : wire;
  return classify({ status, said: readBody(body), body }, format, messages);
}

/** Works as `classifyFailure` for an error that has been parsed. Returns `undefined` if the server said nothing. */
export function classifyError(
  { facts }: KitError,
  wire: WireFacts,
  messages?: readonly ChatMessage[],
): FailureClass | undefined {
  const { status = 400, providerCode, providerMessage, proxyCode } = facts;
  if (providerMessage === undefined) return undefined;
  const said = {
    message: providerMessage,
    ...(providerCode !== undefined && { code: providerCode }),
    ...(proxyCode !== undefined && { type: 'proxy_error' }),
  };
  return classify({ status, said }, wire, messages);
}

function classify(
  { status, said, body = '' }: Refusal,
  format: WireFacts | undefined,
  messages: readonly ChatMessage[] | undefined,
): FailureClass {
  const proxyCode = proxyCodeOf(said);
  if (proxyCode !== undefined) return classifyProxy(proxyCode, status, said);
  const text = `${said.code ?? ''} ${said.type ?? ''} ${said.message ?? ''}\n${body}`;
  // A rate limit counts tokens and images, too; only one that can never be met is about this request.
  const isRateLimit = status === 429 && !REQUEST_OVER_TIER.test(text);
  const rule = isRateLimit
    ? undefined
    : failureRules.find(
        ({ says, isWithoutBytes = false }) =>
          says.test(text) && (!isWithoutBytes || format?.bytes === false),
      );
  const place = placeOf(said, body);
  const image = messages && format && imageOf(format, place, messages);
  const { partIndex } = place;
  const { code, advice } = rule ?? fallback(status, said, text);
  const limit = limitInWords(code, said.message ?? body);
  return {
    code,
    advice,
    ...place,
    ...(partIndex !== undefined && { imageIndex: partIndex }),
    ...(image && { imageId: image.id }),
    ...(limit !== undefined && { limit }),
  };
}

/** The kit's own proxy says itself what to do. Its words are not those of a provider, so no rule applies to them. */
function classifyProxy(proxyCode: string, status: number, said: ProviderError): FailureClass {
  const code = meaningOfProxyCode(proxyCode, status)?.code ?? requestErrorCode(status, said, '');
  return {
    code: code === 'request-too-large' ? 'request-bytes' : code,
    advice: said.message ?? DEFAULT_ADVICE,
  };
}

function imageOf(
  format: WireFacts,
  place: NamedPlace,
  messages: readonly ChatMessage[],
): ImagePart | undefined {
  if (format.imageAt) return format.imageAt(place, messages);
  return format.layout && imageAt(place, messages, format.layout);
}

const LIMITS: Partial<Record<FailureCode, RegExp>> = {
  'image-side': /([\d,]{3,7})\s*(?:px|pixels)/gi,
  'image-bytes': />\s*([\d,]{4,})\s*bytes/gi,
};

function limitInWords(code: FailureCode, words: string): number | undefined {
  const pattern = LIMITS[code];
  const last = pattern && [...words.matchAll(pattern)].at(-1)?.[1];
  return last === undefined ? undefined : Number(last.replaceAll(',', ''));
}

function fallback(
  status: number,
  said: ProviderError,
  text: string,
): Pick<FailureClass, 'code' | 'advice'> {
  const code = requestErrorCode(status, said, text);
  // A proxy that refuses a body says nothing about images, but the images are what is large.
  if (code === 'request-too-large') return { code: 'request-bytes', advice: TOO_LARGE };
  return { code, advice: requestAdvice[code] ?? DEFAULT_ADVICE };
}

function placeOf({ param, message = '' }: ProviderError, body: string): NamedPlace {
  // What a router quotes names a place in the request that the router wrote.
  const isQuoted = /"raw"\s*:|provider returned error/i.test(`${message} ${body}`);
  const texts = isQuoted ? [param, ownWords(message)] : [param, message, body];
  for (const text of texts) {
    const place = namedPlace(text ?? '');
    if (place.partIndex !== undefined || place.messageIndex !== undefined) return place;
  }
  return {};
}

/** Returns the router's own text before what it quotes. */
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
