import type { HtmlImage } from './html-images.js';

/** `data-src`, `data-lazy-srcset`, `data-original` and the like: what a script of the page puts into `src` later. */
const LATER = /^data-(?:[a-z]+-)*(?:src|srcset|original|lazy|echo|url|image|hires)(?:-?set)?$/;

interface Choice {
  url: string;
  /** px across, or so many device pixels for one of the page. */
  width: number;
  density: number;
}

/**
 * Where an image of a page may lie, the best first: the largest of its set, what a script would load, its `src`, and what is
 * written out in the page last, since that is mostly a placeholder. Relative addresses are resolved where a base is known.
 */
export function addressesOf(image: HtmlImage, base?: string): string[] {
  const { attributes, sources } = image;
  const later = [...attributes].filter(([name]) => LATER.test(name));
  const sets = [
    attributes.get('srcset'),
    ...sources.filter(opens).map((source) => source.get('srcset') ?? source.get('data-srcset')),
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
  return [
    ...new Set([...urls.filter((url) => !isWritten(url)), ...urls.filter((url) => isWritten(url))]),
  ];
}

/** A source may be of a type that few browsers know. */
const opens = (source: ReadonlyMap<string, string>): boolean =>
  /^$|^image\/(?:jpe?g|a?png|webp|gif|avif|bmp)\b/.test(source.get('type') ?? '');

const isWritten = (url: string): boolean => /^data:/i.test(url);

const largestFirst = (one: Choice, other: Choice): number =>
  other.width - one.width || other.density - one.density;

/** As the HTML standard reads it: an address ends at a blank, and a comma behind it ends the choice. */
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
  return from && URL.canParse(url, from) ? new URL(url, from).href : url;
}
