/**
 * Decodes base64 as strictly as the providers: no white space, padded to a multiple of four. Returns
 * `undefined` for anything else.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length === 0 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    return undefined;
  }
  const native = Uint8Array as typeof Uint8Array & {
    fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
  };
  try {
    if (native.fromBase64) return native.fromBase64(text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}

export interface DataUrl {
  mediaType: string;
  isBase64: boolean;
  payload: string;
}

/** Returns the parts of a `data:` URL, with the payload still encoded, or `undefined` for any other text. */
export function parseDataUrl(url: string): DataUrl | undefined {
  if (!/^data:/i.test(url)) return undefined;
  const comma = url.indexOf(',');
  const head = url.slice(5, comma < 0 ? url.length : comma);
  const [mediaType = '', ...parameters] = head.split(';');
  return {
    mediaType: mediaType.trim().toLowerCase(),
    isBase64: parameters.some((parameter) => parameter.trim().toLowerCase() === 'base64'),
    payload: comma < 0 ? '' : url.slice(comma + 1),
  };
}
