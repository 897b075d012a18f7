import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';

/**
 * Everything that is decided before a byte of the body is read: method, where the page comes from, declared size, type.
 *
 * @returns the page's origin, where the browser told it
 * @throws ProxyRefusal
 */
export function checkHeaders(request: Request, settings: ProxySettings): string | undefined {
  const origin = checkOrigin(request, settings);
  if (request.method !== 'POST' && request.method !== 'OPTIONS') {
    throw new ProxyRefusal(405, 'method-not-allowed', 'Only POST is answered here.', {
      headers: { allow: 'POST' },
    });
  }
  if (request.method === 'POST') {
    checkDeclaredSize(request, settings);
    checkContentType(request);
  }
  return origin;
}

function checkOrigin({ headers }: Request, { origins }: ProxySettings): string | undefined {
  const origin = headers.get('origin');
  if (origin !== null) {
    if (origins.has(origin)) return origin;
    throw notAllowed();
  }
  // Programs send neither header. A browser that hides the origin still tells whether another site asks.
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw notAllowed();
  return undefined;
}

function notAllowed(): ProxyRefusal {
  return new ProxyRefusal(
    403,
    'origin-not-allowed',
    'This page may not use this server. Add its origin to allowedOrigins if it should.',
  );
}

function checkDeclaredSize({ headers }: Request, { maxBodyBytes }: ProxySettings): void {
  const declared = headers.get('content-length');
  if (declared !== null && !(Number(declared) <= maxBodyBytes)) throw tooLarge(maxBodyBytes);
}

export function tooLarge(maxBodyBytes: number): ProxyRefusal {
  const megabytes = (maxBodyBytes / 1_048_576).toFixed(1).replace('.0', '');
  return new ProxyRefusal(
    413,
    'body-too-large',
    `The request is larger than the ${megabytes} MiB this server takes. Send fewer or smaller pictures.`,
  );
}

/** A page of any origin can post text/plain without asking first; JSON it cannot. */
function checkContentType({ headers }: Request): void {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  const isEncoded = headers.has('content-encoding');
  if (type.trim().toLowerCase() === 'application/json' && !isEncoded) return;
  throw new ProxyRefusal(
    415,
    'not-json',
    'Send the request as JSON, with content-type application/json and without compression.',
  );
}
