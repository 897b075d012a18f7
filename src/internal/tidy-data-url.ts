import { bytesToBase64 } from './base64.js';
import { readDataUrl } from './data-url.js';

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
