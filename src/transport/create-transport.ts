import { loadExchanges } from './load-exchanges.js';
import type { KeyMask } from './key-mask.js';
import type { Transport, TransportOptions } from './types.js';

/**
 * Sends requests and reads answers, with retries, time limits and typed errors.
 *
 * Before the first content a request is sent again at most twice: after connection errors, 408, 409, 429, 5xx and an
 * empty answer, or as `x-should-retry` says. What the server asks us to wait is waited up to a minute; longer waits,
 * and an account without credit, are told at once. After the first content nothing is sent again by itself. Redirects
 * are not followed.
 *
 * Keys that were sent are hidden in everything that comes back: events, bodies, headers, errors and their causes. A key is
 * what travels under a header or parameter named like one, and any header that looks like one, from 16 characters, or
 * from 8 with letters and digits; what is shorter would black out words of answers.
 */
export function createTransport(options: TransportOptions): Transport {
  let mask: KeyMask | undefined;
  return {
    async send(request, { signal } = {}) {
      const { createKeyMask, send } = await loadExchanges();
      mask ??= createKeyMask();
      return send(options, request, signal, mask);
    },
    async *stream(request, callbacks = {}) {
      const { createKeyMask, stream } = await loadExchanges();
      mask ??= createKeyMask();
      yield* stream(options, request, callbacks, mask);
    },
  };
}
