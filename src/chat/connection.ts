import { KitError } from '../errors.js';
import { isPrivateHost } from '../internal/private-host.js';
import type { HeadersCall, TransportOptions } from '../transport/types.js';
import type { Connection } from './types.js';

/**
 * The headers of one request: the app's own, and the user's key where the wire format wants it. The key is asked for
 * each time and kept nowhere. It may travel without encryption to this machine or within a private network, where
 * people run servers of their own.
 *
 * @throws KitError `key-refused` for a key that cannot be one, `invalid-option` for one that would travel unencrypted
 */
export async function createRequestHeaders(
  connection: Connection,
  call: HeadersCall = { wasRefused: false },
): Promise<Headers> {
  const { headers, apiKey, wire, baseUrl, allowInsecureKey = false } = connection;
  const keyHeader = connection.keyHeader ?? wire.keyHeader;
  const result = new Headers(typeof headers === 'function' ? await headers(call) : headers);
  const key = (await apiKey?.())?.trim();
  if (!key) return result;

  if (!allowInsecureKey && !isPrivateWay(baseUrl)) {
    throw new KitError('invalid-option', {
      message:
        'The key was not sent, because this address is not encrypted and others could read it on the way. Use an ' +
        'address that begins with https.',
    });
  }
  // Headers would refuse such a value with an error that repeats it, key and all.
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new KitError('key-refused', {
      message: 'The key holds characters that no key has, such as a line break. Copy it once more.',
    });
  }
  result.set(keyHeader.name, keyHeader.prefix + key);
  return result;
}

/** What a transport has to know of a connection. */
export function transportOptions(connection: Connection): TransportOptions {
  const {
    wire: _wire,
    model: _model,
    options: _options,
    rules: _rules,
    capabilities: _capabilities,
    price: _price,
    apiKey: _apiKey,
    keyHeader: _keyHeader,
    headers,
    body: _body,
    ...rest
  } = connection;
  return {
    ...rest,
    headers: (call) => createRequestHeaders(connection, call),
    // The user's own key is the same when it is read again.
    renewsHeaders: typeof headers === 'function',
  };
}

function isPrivateWay(baseUrl: string): boolean {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  const url = URL.canParse(baseUrl, page) ? new URL(baseUrl, page) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isPrivateHost(url.hostname));
}
