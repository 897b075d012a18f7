/** Turns an unsuccessful response into one typed error, whatever its body looks like. */
import { KitError } from '../errors.js';
import type { KitErrorFacts, RequestErrorCode } from '../errors.js';
import { maskKeys } from '../internal/mask-keys.js';
import { meaningOfProxyCode, proxyCodeOf } from '../internal/proxy-refusals.js';
import { readProviderError } from '../internal/read-provider-error.js';
import type { ProviderError } from '../internal/read-provider-error.js';
import {
  FILE_NOT_READY,
  isWorthRepeating,
  requestErrorCode,
} from '../internal/request-error-code.js';
import { readRetryAfterMs } from './retry-delay.js';

export interface ErrorResponseInput {
  status: number;
  headers: Headers;
  /** Start of the body. */
  text: string;
  host: string;
  /** The provider's error, if it has already been parsed. */
  said?: ProviderError;
  /** Keys to mask wherever they appear. */
  knownKeys: readonly string[];
}

export interface ResponseFailure {
  error: KitError;
  /** Whether the same request may be retried automatically. */
  mayRepeat: boolean;
}

const MAX_WORDS_CHARS = 600;
/** How long to wait for an uploaded image to be processed, which takes seconds. */
const FILE_WAIT_MS = 4000;

export function errorFromResponse(input: ErrorResponseInput): ResponseFailure {
  const { status, headers, host } = input;
  const said = readWords(input);
  // An error inside a success that does not state its kind.
  const isUnnamed = status >= 200 && status < 300;
  const proxyCode = proxyCodeOf(said);
  const meaning = proxyCode === undefined ? undefined : meaningOfProxyCode(proxyCode, status);
  const code =
    meaning?.code ?? (isUnnamed ? 'provider-error' : requestErrorCode(status, said, input.text));
  const isFilePending = FILE_NOT_READY.test(input.text);
  const retryAfterMs =
    readRetryAfterMs(headers, input.text) ?? (isFilePending ? FILE_WAIT_MS : undefined);
  const requestId = said.requestId ?? headers.get('x-request-id') ?? headers.get('request-id');
  const words = (text: string): string => maskKeys(text, input.knownKeys);
  const mayRepeat = meaning?.mayRepeat ?? (code !== 'quota-exceeded' && mayBeRepeated(input));
  const facts: KitErrorFacts = {
    // Browsers hide the status of a redirect that was not followed.
    ...(status > 0 && { status }),
    host,
    retryable: mayRepeat,
    ...(said.code !== undefined && { providerCode: words(said.code) }),
    ...(said.message !== undefined && { providerMessage: said.message }),
    ...(proxyCode !== undefined && { proxyCode: words(proxyCode) }),
    ...(requestId !== null && { requestId: words(requestId) }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
  return {
    error: new KitError(code, { message: messageOf(code, facts, isFilePending), facts }),
    mayRepeat,
  };
}

function messageOf(code: RequestErrorCode, facts: KitErrorFacts, isFilePending: boolean): string {
  const { proxyCode, providerMessage } = facts;
  if (proxyCode !== undefined && providerMessage !== undefined) return providerMessage;
  return isFilePending ? pendingFile(facts) : sentence(code, facts);
}

function pendingFile({ host }: KitErrorFacts): string {
  return `${host} is still processing an uploaded image. Wait a few seconds and try again.`;
}

function mayBeRepeated({ status, headers, text }: ErrorResponseInput): boolean {
  const wish = headers.get('x-should-retry');
  if (wish === 'true') return true;
  if (wish === 'false') return false;
  return isWorthRepeating(status, text);
}

/** Returns the server's error message. HTML error pages are ignored. */
function readWords({ text, said: read, knownKeys }: ErrorResponseInput): ProviderError {
  const said = read ? wordsOf(read) : parseWords(text);
  if (said.message === undefined) return said;
  return { ...said, message: maskKeys(said.message, knownKeys).slice(0, MAX_WORDS_CHARS) };
}

function parseWords(text: string): ProviderError {
  const trimmed = text.trim();
  try {
    const value: unknown = JSON.parse(trimmed);
    if (typeof value === 'string' && value !== '') return wordsOnly(value);
    return wordsOf(readProviderError(value) ?? {});
  } catch {
    return wordsOnly(trimmed);
  }
}

function wordsOf({ message, ...rest }: ProviderError): ProviderError {
  return message === undefined ? rest : { ...rest, ...wordsOnly(message) };
}

function wordsOnly(text: string): ProviderError {
  return text === '' || /^\s*</.test(text) || /<(?:!doctype|html|head|body)\b/i.test(text)
    ? {}
    : { message: text };
}

function sentence(
  code: RequestErrorCode,
  { host, status = 0, providerMessage, retryAfterMs }: KitErrorFacts,
) {
  const words = providerMessage === undefined ? '' : ` The server said: “${providerMessage}”`;
  const wait =
    retryAfterMs === undefined
      ? 'Wait a little and try again.'
      : `It asks for a wait of ${waitInWords(retryAfterMs)}. Try again after that.`;
  switch (code) {
    case 'key-refused':
      // An app's own server knows no key, only who is signed in.
      return `${host} did not accept the key or the sign-in. Check the key, or sign in again.${words}`;
    case 'forbidden':
      return `${host} does not allow this with this key, or not from this region.${words} Check the key's rights and the model.`;
    case 'content-filter':
      return `A filter of ${host} refused this message.${words} Change its words, or remove the image that may have caused it.`;
    case 'not-found':
      return `${host} does not know this address or this model. Check the base URL and the model's name.${words}`;
    case 'request-too-large':
      return `The message is too large for ${host}. Send fewer or smaller images, or lower their detail. Nothing is lost.${words}`;
    case 'rate-limited':
      return `${host} accepts no more requests for now. ${wait}${words}`;
    case 'quota-exceeded':
      return `The account behind this key has no credit left at ${host}. Check its plan and billing.${words}`;
    case 'overloaded':
      return `${host} is busy. ${wait}${words}`;
    case 'server-error':
      return `${host} had an internal error. Try again in a moment.${words}`;
    case 'provider-error':
      return `${host} accepted the request and answered with an error.${words} Try again.`;
    case 'bad-response':
      if (status >= 400) return webPage(host, status);
      return `${host} answered with a redirect, which is not followed, because the key would be sent along. Set the base URL to the final address.`;
    default:
      return `${host} refused the request.${words} Change what it names, then send it again.`;
  }
}

/** What is said of an answer that no API gives. */
export function webPage(host = '', status: number): string {
  return `${host} answered with something that is not an API answer, most likely a web page (status ${status}). Check the base URL; a sign-in page of the network can also be in the way.`;
}

function waitInWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
