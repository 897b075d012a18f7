import { loadExchanges } from './load-exchanges.js';
import type { Transport, TransportOptions } from './types.js';

/**
 * Sends requests and reads answers, with retries, time limits and typed errors.
 *
 * Before the first content a request is sent again at most twice: after connection errors, 408, 409, 429, 5xx and an
 * empty answer, or as `x-should-retry` says. What the server asks us to wait is waited up to a minute; longer waits,
 * and an account without credit, are told at once. After the first content nothing is sent again by itself. Redirects
 * are not followed.
 */
export function createTransport(options: TransportOptions): Transport {
  return {
    async send(request, { signal } = {}) {
      const { send } = await loadExchanges();
      return send(options, request, signal);
    },
    async *stream(request, callbacks = {}) {
      const { stream } = await loadExchanges();
      yield* stream(options, request, callbacks);
    },
  };
}
