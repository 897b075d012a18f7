import { KitError } from '../errors.js';

/** An answer never begins with this character; what `gzip` packs always does. */
const GZIP_START = '\u001F';

/** Whether text is what becomes of packed bytes that nobody has unpacked. */
export function isCompressed(start: string): boolean {
  return start.startsWith(GZIP_START);
}

/** Whether a body broke while it was unpacked. Browsers do not tell; there it counts as a broken connection. */
export function isUnpackingError(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && code.startsWith('Z_')) return true;
  return cause !== undefined && isUnpackingError(cause);
}

export function compressedAnswer(host: string, cause?: unknown): KitError {
  return new KitError('bad-response', {
    message: `${host} sent an answer whose compression is broken or not declared. Try again; if it goes on, tell whoever runs the server or the gateway before it.`,
    facts: { host, retryable: true },
    ...(cause !== undefined && { cause }),
  });
}
