import { KitError } from '../errors.js';

/** First character of everything that `gzip` packs. An answer never begins with it. */
const GZIP_START = '\u001F';

/** Whether the text comes from a body that is still compressed. */
export function isCompressed(start: string): boolean {
  return start.startsWith(GZIP_START);
}

/**
 * Whether a body broke while it was being decompressed. Browsers do not report this; there it counts as a broken
 * connection.
 */
export function isUnpackingError(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && code.startsWith('Z_')) return true;
  return cause !== undefined && isUnpackingError(cause);
}

export function compressedAnswer(host: string, cause?: unknown): KitError {
  return new KitError('bad-response', {
    message: `${host} sent an answer whose compression is broken or not declared. Try again; if it keeps happening, report it to the operator of the server or of the gateway in front of it.`,
    facts: { host, retryable: true },
    ...(cause !== undefined && { cause }),
  });
}
