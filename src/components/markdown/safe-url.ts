/**
 * Returns an address that may be followed after a press, or `undefined`: `https`, `http` and `mailto`, whole and
 * absolute.
 */
export function safeUrl(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^(?:https?|mailto):$/.test(url.protocol) ? url : undefined;
}

/**
 * Returns the readable host of a link: `bank.com@evil.example` is `evil.example`, and lookalike letters are in
 * punycode.
 */
export function linkHost(url: URL): string {
  return url.protocol === 'mailto:' ? url.pathname : url.host;
}
