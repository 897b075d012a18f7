/**
 * Returns the URL that a text is, if it is one. Instead of `URL.canParse`, which in Node accepts some hosts of thousands
 * of letters that `new URL` then refuses.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
