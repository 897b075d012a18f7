/** An address that may be followed after a press, or none: `https`, `http` and `mailto`, whole and absolute. */
export function safeUrl(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^(?:https?|mailto):$/.test(url.protocol) ? url : undefined;
}

/** What a link goes to, for people: `bank.com@evil.example` is `evil.example`, and letters that look alike are in punycode. */
export function linkHost(url: URL): string {
  return url.protocol === 'mailto:' ? url.pathname : url.host;
}
