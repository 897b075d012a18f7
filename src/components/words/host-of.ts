import { parseUrl } from '../../internal/parse-url.js';

/** Returns the real host of a link, even if it is written in letters of another script; `undefined` if it has none. */
export function hostOf(url: string): string {
  return parseUrl(url)?.host ?? '';
}
