import { badBody } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';

/** Checks headers before a byte of the body is read. */

/**
 * Returns the page's origin, if the browser sends it.
 *
 * @throws ProxyRefusal `origin-not-allowed`
 */
export function checkOrigin({ headers }: Request, { origins }: ProxySettings): string | undefined {
  const origin = headers.get('origin');
  if (origin !== null) {
    if (origins.has(origin)) return origin;
    throw notAllowed();
  }
  // Programs send neither header. A browser that hides the origin still says whether the request is cross-site.
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

/** @throws ProxyRefusal `bad-body` for an invalid length, `body-too-large` */
export function checkDeclaredSize({ headers }: Request, maxBodyBytes: number): void {
  const declared = headers.get('content-length');
  if (declared === null) return;
  if (!/^\d+$/.test(declared)) throw badBody('has a content-length that is not a whole number');
  if (Number(declared) > maxBodyBytes) throw tooLarge(maxBodyBytes);
}

export function tooLarge(maxBodyBytes: number): ProxyRefusal {
  const megabytes = (maxBodyBytes / 1_048_576).toFixed(1).replace('.0', '');
  return new ProxyRefusal(
    413,
    'body-too-large',
    `The request is larger than the ${megabytes} MiB this server accepts. Send fewer or smaller images.`,
  );
}

/** A page of any origin can post text/plain without a preflight, but not JSON. @throws ProxyRefusal `not-json` */
export function checkJsonType({ headers }: Request): void {
  if (mediaType(headers) === 'application/json' && !headers.has('content-encoding')) return;
  throw new ProxyRefusal(
    415,
    'not-json',
    'Send the request as JSON, with content-type application/json and without compression.',
  );
}

/** @throws ProxyRefusal `not-a-form` */
export function checkFormType({ headers }: Request): void {
  if (mediaType(headers) === 'multipart/form-data' && !headers.has('content-encoding')) return;
  throw new ProxyRefusal(
    415,
    'not-a-form',
    'This server accepts uploads in one step, as a form (multipart/form-data) with the image in it.',
  );
}

function mediaType(headers: Headers): string {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}
