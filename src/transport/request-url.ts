import { KitError } from '../errors.js';
import { joinUrl } from './join-url.js';

/**
 * Returns where a request goes, checked before anything is sent.
 *
 * @param hasOwnFetch whether the app answers requests itself, as the demo backend does; a page without a server then
 * has a base URL
 */
export function requestUrl(baseUrl: string, path: string, hasOwnFetch = false): URL {
  const url = parse(joinUrl(baseUrl, path), hasOwnFetch);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalid('It must begin with https:// (or http:// for your own server).');
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(
      'It contains a user name or password, which browsers refuse. Send them in a header.',
    );
  }
  return url;
}

function parse(text: string, hasOwnFetch: boolean): URL {
  if (URL.canParse(text)) return new URL(text);
  // A relative base URL means the page's own server, if there is a page.
  const page = (globalThis as { location?: { href: string } }).location?.href;
  const hasServer = page !== undefined && /^https?:/.test(page);
  if (!hasServer && page !== undefined && !hasOwnFetch) {
    throw invalid(
      'This page was not loaded from a server, so a relative base URL leads nowhere. Write it as https://host/path.',
    );
  }
  try {
    return new URL(text, hasServer ? page : page && 'http://localhost');
  } catch {
    throw invalid('It is not a complete URL. Write it as https://host/path.');
  }
}

function invalid(why: string): KitError {
  return new KitError('invalid-option', { message: `The base URL cannot be used. ${why}` });
}
