/**
 * What a refusal of the kit's own proxy means to a page. The proxy says in one sentence what is wrong and what to do,
 * so nothing is added to it.
 */
import type { RequestErrorCode } from '../errors.js';
import type { ProviderError } from './read-provider-error.js';

export interface ProxyRefusalMeaning {
  code: RequestErrorCode;
  /** Whether the same request may succeed when it is sent again. */
  mayRepeat: boolean;
}

const lasting = (code: RequestErrorCode): ProxyRefusalMeaning => ({ code, mayRepeat: false });
const passing = (code: RequestErrorCode): ProxyRefusalMeaning => ({ code, mayRepeat: true });

/** Every `ProxyRefusalCode`, and those of `toNodeListener`. */
export const proxyRefusals: Readonly<Record<string, ProxyRefusalMeaning>> = {
  // The server is set up in another way than the page expects
  'not-configured': lasting('server-error'),
  'key-refused': lasting('server-error'),
  'origin-not-allowed': lasting('forbidden'),
  'model-not-allowed': lasting('bad-request'),
  'system-not-allowed': lasting('bad-request'),
  'unknown-path': lasting('not-found'),
  'route-not-enabled': lasting('not-found'),
  'method-not-allowed': lasting('bad-request'),
  'not-json': lasting('bad-request'),
  'not-a-form': lasting('bad-request'),
  'bad-body': lasting('bad-request'),
  'bad-request': lasting('bad-request'),
  'body-already-read': lasting('server-error'),

  // Who asks, and how often
  'not-authorized': lasting('key-refused'),
  'rate-limited': passing('rate-limited'),
  'rate-limit-failed': passing('overloaded'),
  busy: passing('overloaded'),

  // What is asked
  'body-too-large': lasting('request-too-large'),
  'body-timeout': passing('server-error'),
  'too-many-parts': lasting('bad-request'),
  'text-too-long': lasting('bad-request'),
  'too-many-images': lasting('bad-request'),
  'bad-image': lasting('bad-request'),
  'remote-image': lasting('bad-request'),
  'too-many-files': lasting('bad-request'),
  'bad-file': lasting('bad-request'),
  'file-id': lasting('forbidden'),
  'response-id': lasting('forbidden'),
  'unsupported-part': lasting('bad-request'),
  'refused-by-policy': lasting('bad-request'),

  // The model behind the server
  'upstream-unreachable': passing('server-error'),
  'upstream-timeout': passing('server-error'),
  'upstream-bad-response': passing('server-error'),
  'client-gone': lasting('bad-request'),
  'internal-error': passing('server-error'),
};

/** Returns the code of the proxy, or `undefined` if another server refused. */
export function proxyCodeOf({ type, code }: ProviderError): string | undefined {
  return type === 'proxy_error' ? code : undefined;
}

/** Returns `undefined` for the code of a newer proxy, which its status has to explain. */
export function meaningOfProxyCode(code: string, status: number): ProxyRefusalMeaning | undefined {
  // A policy that failed, rather than one that objected.
  if (code === 'refused-by-policy' && status >= 500) return passing('overloaded');
  return Object.hasOwn(proxyRefusals, code) ? proxyRefusals[code] : undefined;
}
