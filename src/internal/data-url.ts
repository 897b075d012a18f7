import { bytesToBase64 } from './base64.js';

/** The parts of a `data:` URL. */
export interface DataUrl {
  /** As written, in lower case. Empty if none is given. */
  mediaType: string;
  isBase64: boolean;
  /** Everything after the comma, as written. */
  body: string;
}

export function isDataUrl(url: string): boolean {
  return /^data:/i.test(url);
}

/** Parses a `data:` URL. Returns `undefined` for other URLs. */
export function readDataUrl(url: string): DataUrl | undefined {
  if (!isDataUrl(url)) return undefined;
  const comma = url.indexOf(',');
  const end = comma < 0 ? url.length : comma;
  const head = url.slice('data:'.length, end).toLowerCase();
  const [mediaType = '', ...parameters] = head.split(';').map((piece) => piece.trim());
  return { mediaType, isBase64: parameters.includes('base64'), body: url.slice(end + 1) };
}

/** Returns the image type that a `data:` URL declares. */
export function imageTypeOf(url: string): string | undefined {
  const { mediaType = '' } = readDataUrl(url) ?? {};
  return mediaType.startsWith('image/') ? mediaType : undefined;
}

/**
 * Returns the content of a `data:` URL in the form that the strictest endpoints require: base64 without white
 * space, and the standard name of its type. Returns `undefined` for other URLs and malformed ones.
 */
export function base64Of(url: string): { mediaType: string; base64: string } | undefined {
  const { mediaType = '', isBase64 = false, body = '' } = readDataUrl(url) ?? {};
  const base64 = isBase64 ? withoutWhitespace(body) : percentDecodedBase64(body);
  if (base64 === undefined || base64 === '') return undefined;
  return { mediaType: mediaType === 'image/jpg' ? 'image/jpeg' : mediaType, base64 };
}

/** Returns a `data:` URL in the form that the strictest endpoints require, and other URLs unchanged. */
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
