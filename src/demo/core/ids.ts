const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Creates an id in the providers' style: `chatcmpl-` and 24 letters or digits. */
export function createId(prefix: string, length = 24): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return prefix + Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
