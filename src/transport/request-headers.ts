import { KitError } from '../errors.js';
import { isSecretName } from './request-secrets.js';
import type { HeadersCall, TransportOptions, TransportRequest } from './types.js';

/** The request's own headers, and the app's over them. */
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
        'What the request needs to be let in (its key or token) could not be fetched, so nothing was sent. Try again.',
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
      'The key holds a character that no key has, such as a line break or a typographic dash. Copy it again from where it was made.',
  });
}

function unusableHeader(name: string): KitError {
  return new KitError('invalid-option', {
    message: `The header “${name}” cannot be sent, because its name or its value holds a character that headers may not hold. Correct the headers option.`,
  });
}
