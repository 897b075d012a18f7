import type { HtmlImage } from './html-images.js';
import { isImageAddress } from './is-image-address.js';
import { parseUrl } from '../internal/parse-url.js';

/**
 * `data-src`, `data-lazy-srcset`, `data-original` and the like: values that a script of the page moves to
 * `src` later.
 */
const LATER =
  /^data-(?:[a-z]+-)*(?:[a-z]*src|srcset|original|lazy|echo|url|image|hires)(?:-?set)?$/;
/** What a script shows under the pointer, before the image has loaded, or if it does not load. */
const INSTEAD = /hover|rollover|mouse-?over|thumb|small|preview|placeholder|fallback|error/;

interface Choice {
  url: string;
  /** Width in px, or device pixels per CSS pixel. */
  width: number;
  density: number;
}

/**
 * Returns the possible URLs of a page's image, best first: the largest of its set, what a script would load,
 * its `src`, and finally its data URL, which is usually a placeholder. Relative URLs are resolved if a base
 * is known.
 */
export function addressesOf(image: HtmlImage, base?: string): string[] {
  const { attributes, sources } = image;
  const data = [...attributes].filter(([name]) => name.startsWith('data-') && !INSTEAD.test(name));
  const later = data.filter(([name]) => LATER.test(name));
  const sets = [
    attributes.get('srcset'),
    ...sources
      .filter((source) => opens(source) && isForThisScreen(source))
      .map((source) => source.get('srcset') ?? source.get('data-srcset')),
    ...later.filter(([name]) => name.endsWith('set')).map(([, value]) => value),
  ];
  const urls = [
    ...sets
      .flatMap((set) => readSrcset(set ?? ''))
      .toSorted(largestFirst)
      .map(({ url }) => url),
    ...later.filter(([name]) => !name.endsWith('set')).map(([, value]) => value),
    attributes.get('src') ?? '',
  ].flatMap((url) => resolved(url, base) ?? []);
  // Shops and galleries keep a larger version under names of their own.
  const more = data.flatMap(([, value]) => resolved(value, base) ?? []).filter(isImageAddress);
  return [
    ...new Set([...urls.filter((url) => !isWritten(url)), ...more, ...urls.filter(isWritten)]),
  ];
}

/** Returns those of the URLs from which the page loads the image without a script. */
export function shownAddressesOf({ attributes, sources }: HtmlImage, base?: string): string[] {
  const own = [...attributes].filter(([name]) => !name.startsWith('data-'));
  return addressesOf({ alt: '', attributes: new Map(own), sources }, base);
}

/** A source may be of a type that few browsers support. */
const opens = (source: ReadonlyMap<string, string>): boolean =>
  /^$|^image\/(?:jpe?g|a?png|webp|gif|avif|bmp)\b/.test(source.get('type') ?? '');

/** A source may be another image, for a dark page or a narrow one. */
const isForThisScreen = (source: ReadonlyMap<string, string>): boolean =>
  typeof matchMedia !== 'function' || matchMedia(source.get('media') || 'all').matches;

const isWritten = (url: string): boolean => /^data:/i.test(url);

const largestFirst = (one: Choice, other: Choice): number =>
  other.width - one.width || other.density - one.density;

/**
 * Parses a `srcset` as the HTML standard does: a URL ends at white space, and a comma after it ends the
 * candidate.
 */
function readSrcset(set: string): Choice[] {
  const choices: Choice[] = [];
  let at = 0;
  while (at < set.length) {
    const start = indexOf(set, /[^\s,]/g, at);
    const end = indexOf(set, /\s/g, start);
    const address = set.slice(start, end);
    const url = address.endsWith(',') ? address.slice(0, -1) : address;
    const until = url === address ? indexOf(set, /,/g, end) : end;
    const descriptor = set.slice(end, until).trim();
    const size = Number.parseFloat(descriptor);
    const [width, density] = [/^\S+w\b/.test(descriptor), /^\S+x\b/.test(descriptor)];
    if (url !== '') choices.push({ url, width: width ? size : 0, density: density ? size : 1 });
    at = until + 1;
  }
  return choices;
}

function indexOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function resolved(given: string, base: string | undefined): string | undefined {
  const url = given.trim();
  if (url === '' || /^(?:#|about:|javascript:)/i.test(url)) return undefined;
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  const from = base ?? (url.startsWith('//') ? 'https://x' : undefined);
  return (from && parseUrl(url, from)?.href) || url;
}
