import { createKeyMask } from './key-mask.js';
import { send } from './send.js';
import { stream } from './stream.js';
import type { Transport, TransportOptions } from './types.js';

/**
 * Sends requests and reads answers, with retries, time limits and typed errors.
 *
 * Before the first content a request is retried at most twice: after connection errors, 408, 409, 429, 5xx and an empty
 * answer, or as `x-should-retry` says. A wait that the server asks for is honoured up to a minute; longer waits, and an
 * account without credit, are reported at once. After the first content nothing is retried automatically. Redirects are
 * not followed.
 *
 * Keys that were sent are masked in everything that comes back: events, bodies, headers, errors and their causes. A key
 * is the value of a header or parameter named like one, and any header value that looks like one: at least 16
 * characters, or at least 8 with letters and digits mixed. Masking anything shorter would black out words of answers.
 */
export function createTransport(options: TransportOptions): Transport {
  const mask = createKeyMask();
  return {
    send: async (request, { signal } = {}) => send(options, request, signal, mask),
    stream: (request, callbacks = {}) => stream(options, request, callbacks, mask),
  };
}
