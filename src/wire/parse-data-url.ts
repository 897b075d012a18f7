import { bytesToBase64 } from '../internal/base64.js';

export interface DataUrl {
  mediaType: string;
  /** Without whitespace, which endpoints refuse. */
  base64: string;
}

/** The parts of a `data:` URL, for formats that want bare base64. Nothing for other URLs and broken ones. */
export function parseDataUrl(url: string): DataUrl | undefined {
  const comma = url.indexOf(',');
  if (!/^data:/i.test(url) || comma === -1) return undefined;
  const [mediaType = '', ...parameters] = url.slice('data:'.length, comma).toLowerCase().split(';');
  const data = url.slice(comma + 1);
  const base64 = parameters.includes('base64')
    ? withoutWhitespace(data)
    : percentDecodedBase64(data);
  if (base64 === undefined) return undefined;
  return { mediaType: mediaType === 'image/jpg' ? 'image/jpeg' : mediaType, base64 };
}

/** A `data:` URL as the strictest endpoints want it; other URLs as they are. */
export function tidyUrl(url: string, mediaType: string): string {
  const parsed = parseDataUrl(url);
  if (parsed === undefined) return url;
  return `data:${parsed.mediaType === '' ? mediaType : parsed.mediaType};base64,${parsed.base64}`;
}

function withoutWhitespace(data: string): string {
  const text = data.includes('%') ? data.replaceAll(/%(?:0[9adAD]|20)/g, '') : data;
  return text.replaceAll(/\s+/g, '');
}

function percentDecodedBase64(data: string): string | undefined {
  try {
    return bytesToBase64(new TextEncoder().encode(decodeURIComponent(data)));
  } catch {
    return undefined;
  }
}
