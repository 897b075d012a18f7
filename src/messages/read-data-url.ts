import type { ImageData } from './types.js';

/** What a `data:` URL says of itself, and whether it holds what it says. */
export interface DataUrlFacts {
  /** As written, lower case. Empty when none is written. */
  mediaType: string;
  isBase64: boolean;
  /** Length of the base64 text. */
  base64Length: number;
  /** Anything but the base64 alphabet with its padding, such as line breaks. */
  hasForeignCharacters: boolean;
}

/** A picture in a link is checked on each keystroke, so its megabytes are read once. */
const known = new WeakMap<ImageData, DataUrlFacts>();

/** The facts of a `data:` URL, or nothing when the link is of another kind. */
export function readDataUrl(data: Extract<ImageData, { kind: 'url' }>): DataUrlFacts | undefined {
  if (!/^data:/i.test(data.url)) return undefined;
  const facts = known.get(data) ?? read(data.url);
  known.set(data, facts);
  return facts;
}

function read(url: string): DataUrlFacts {
  const comma = url.indexOf(',');
  const head = (comma < 0 ? url : url.slice(0, comma)).slice('data:'.length).toLowerCase();
  const body = comma < 0 ? '' : url.slice(comma + 1);
  const [mediaType = '', ...parameters] = head.split(';').map((piece) => piece.trim());
  return {
    mediaType,
    isBase64: parameters.includes('base64'),
    base64Length: body.length,
    hasForeignCharacters: !/^[A-Za-z0-9+/]*={0,2}$/.test(body),
  };
}
