import type { KitError } from '../../errors.js';

/** A format that this browser does not open, and the one to save the image in instead, by their common names. */
export interface UnopenedFormat {
  format: string;
  remedy: 'JPEG' | 'PNG';
}

/** Formats whose media type is not their name. */
const NAMES: Partial<Record<string, string>> = {
  jxl: 'JPEG XL',
  'x-icon': 'ICO',
  jp2: 'JPEG 2000',
  svg: 'SVG',
};
/** Drawings, which JPEG would blur. */
const DRAWN = new Set(['svg', 'x-icon']);

/** Reads the format from an `unsupported-format` failure that names its media type: `HEIC`, to be saved as `JPEG`. */
export function unopenedFormat({ code, facts }: KitError): UnopenedFormat | undefined {
  const subtype = /^image\/([\w-]+)/.exec(facts.format ?? '')?.[1];
  if (code !== 'unsupported-format' || subtype === undefined) return undefined;
  return {
    format: NAMES[subtype] ?? subtype.toUpperCase(),
    remedy: DRAWN.has(subtype) ? 'PNG' : 'JPEG',
  };
}
