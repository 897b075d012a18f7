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

/** Whether a key may travel there without encryption: this machine, or a network of its own. */
export function isPrivateHost(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return (
    isLoopback(url) ||
    !/[.:]/.test(host) ||
    /\.(?:local|internal|lan|home\.arpa|test)$/.test(host) ||
    /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      host,
    ) ||
    /^f[cd]|^fe80/i.test(host)
  );
}

export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
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
