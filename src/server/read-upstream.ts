import { KitError } from '../errors.js';

/** `message` continues the name of the function. */
export function invalidOption(message: string): KitError {
  return new KitError('invalid-option', { message: `createProxyHandler: ${message}` });
}

/**
 * Returns an address that the key may be sent to, checked.
 *
 * @throws KitError `invalid-option`
 */
export function readUpstream(upstream: string | URL, name: string): string {
  if (!URL.canParse(String(upstream))) {
    throw invalidOption(`${name} is not a complete address. Write it with its protocol and path.`);
  }
  const url = new URL(upstream);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw invalidOption(
      `${name} is not an https address, so the key would be sent unencrypted. Use https.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw invalidOption(`${name} contains a password. Pass the key as key instead.`);
  }
  return url.href;
}
