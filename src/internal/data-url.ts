import { bytesToBase64 } from './base64.js';

/** A `data:` URL, taken apart. */
export interface DataUrl {
  /** As written, in lower case. Empty if none is written. */
  mediaType: string;
  isBase64: boolean;
  /** Everything after the comma, as written. */
  body: string;
}

export function isDataUrl(url: string): boolean {
  return /^data:/i.test(url);
}

/** Takes a `data:` URL apart. Returns `undefined` for other URLs. */
export function readDataUrl(url: string): DataUrl | undefined {
  if (!isDataUrl(url)) return undefined;
  const comma = url.indexOf(',');
  const end = comma < 0 ? url.length : comma;
  const head = url.slice('data:'.length, end).toLowerCase();
  const [mediaType = '', ...parameters] = head.split(';').map((piece) => piece.trim());
  return { mediaType, isBase64: parameters.includes('base64'), body: url.slice(end + 1) };
}

/** Returns the type of image that a `data:` URL says it holds. */
export function imageTypeOf(url: string): string | undefined {
  const { mediaType = '' } = readDataUrl(url) ?? {};
  return mediaType.startsWith('image/') ? mediaType : undefined;
}

/**
 * Returns what a `data:` URL holds, as the strictest endpoints want it: in base64 without whitespace, under the proper name of
 * its type. Returns `undefined` for other URLs and broken ones.
 */
export function base64Of(url: string): { mediaType: string; base64: string } | undefined {
  const { mediaType = '', isBase64 = false, body = '' } = readDataUrl(url) ?? {};
  const base64 = isBase64 ? withoutWhitespace(body) : percentDecodedBase64(body);
  if (base64 === undefined || base64 === '') return undefined;
  return { mediaType: mediaType === 'image/jpg' ? 'image/jpeg' : mediaType, base64 };
}

/** Returns a `data:` URL as the strictest endpoints want it, and other URLs as they are. */
export function tidyDataUrl(url: string, mediaType: string): string {
  const found = base64Of(url);
  return found ? `data:${found.mediaType || mediaType};base64,${found.base64}` : url;
}

function withoutWhitespace(body: string): string {
  const text = body.includes('%') ? body.replaceAll(/%(?:0[9adAD]|20)/g, '') : body;
  return text.replaceAll(/\s+/g, '');
}

function percentDecodedBase64(body: string): string | undefined {
  try {
    return bytesToBase64(new TextEncoder().encode(decodeURIComponent(body)));
  } catch {
    return undefined;
  }
}
