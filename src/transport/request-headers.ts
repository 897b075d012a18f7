import { KitError } from '../errors.js';
import { isSecretName } from './request-secrets.js';
import type { HeadersCall, TransportOptions, TransportRequest } from './types.js';

/** Returns the request's own headers, overridden by the app's. */
export async function requestHeaders(
  options: TransportOptions,
  request: TransportRequest,
  accept: string,
  call: HeadersCall,
): Promise<Headers> {
  const headers = new Headers({ accept });
  setAll(headers, request.headers);
  setAll(headers, await headersOf(options, call));
  return headers;
}

async function headersOf(
  { headers }: TransportOptions,
  call: HeadersCall,
): Promise<HeadersInit | undefined> {
  try {
    return await headers?.(call);
  } catch (error) {
    if (KitError.is(error)) throw error;
    throw new KitError('unreachable', {
      message:
        'The key or token that the request needs could not be fetched, so nothing was sent. Try again.',
      facts: { retryable: true },
      cause: error,
    });
  }
}

function setAll(headers: Headers, init: HeadersInit | undefined): void {
  const entries =
    init instanceof Headers || Array.isArray(init) ? [...init] : Object.entries(init ?? {});
  for (const [name = '', value = ''] of entries) {
    try {
      headers.set(name, value);
    } catch {
      // The browser's own error repeats the value, which may be a key.
      throw isSecretName(name) ? unusableKey() : unusableHeader(name);
    }
  }
}

function unusableKey(): KitError {
  return new KitError('key-refused', {
    message:
      'The key contains a character that no key has, such as a line break or a typographic dash. Copy it again from where it was created.',
  });
}

function unusableHeader(name: string): KitError {
  return new KitError('invalid-option', {
    message: `The header “${name}” cannot be sent, because its name or value contains a character that headers must not contain. Correct the headers option.`,
  });
}
