import { KitError } from '../errors.js';
import { joinUrl } from './join-url.js';

/** Where a request goes, checked before anything is sent. */
export function requestUrl(baseUrl: string, path: string): URL {
  const url = parse(joinUrl(baseUrl, path));
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalid('It has to begin with https:// (or http:// for a server of your own).');
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(
      'It holds a user name or password, which browsers refuse. Send them in a header.',
    );
  }
  return url;
}

function parse(text: string): URL {
  try {
    return new URL(text, pageUrl());
  } catch {
    throw invalid('It is not a complete URL. Write it as https://host/path.');
  }
}

/** A relative base URL means the page's own server, where there is a page. */
function pageUrl(): string | undefined {
  return (globalThis as { location?: { href: string } }).location?.href;
}

function invalid(why: string): KitError {
  return new KitError('invalid-option', { message: `The base URL cannot be used. ${why}` });
}
