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
