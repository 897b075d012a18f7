/** The host of a link as it really is, also where it is written in letters of another script; nothing where it has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
