import { KitError } from '../errors.js';
import { isPrivateHost } from '../internal/private-host.js';
import type { HeadersCall, TransportOptions } from '../transport/types.js';
import type { Connection } from './types.js';

/**
 * Returns the headers of one request: the app's own, and the user's key where the wire format wants it. The key is
 * requested each time and stored nowhere. It may be sent unencrypted to this machine or within a private network, where
 * people run their own servers.
 *
 * @throws KitError `key-refused` for an invalid key, `invalid-option` for one that would be sent unencrypted
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
  // `Headers` would reject such a value with an error that repeats it, key and all.
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new KitError('key-refused', {
      message: 'The key contains characters that no key has, such as a line break. Copy it again.',
    });
  }
  result.set(keyHeader.name, keyHeader.prefix + key);
  return result;
}

/** Returns the options of a transport for a connection. */
export function transportOptions(connection: Connection): TransportOptions {
  const {
    wire,
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
  const { firstByteTimeoutMs } = wire;
  return {
    ...(firstByteTimeoutMs !== undefined && { firstByteTimeoutMs }),
    ...rest,
    headers: (call) => createRequestHeaders(connection, call),
    // Reading the user's own key again gives the same key.
    renewsHeaders: typeof headers === 'function',
  };
}

function isPrivateWay(baseUrl: string): boolean {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  const url = URL.canParse(baseUrl, page) ? new URL(baseUrl, page) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isPrivateHost(url.hostname));
}
