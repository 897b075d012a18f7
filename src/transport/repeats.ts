import { KitError } from '../errors.js';
import { sleep as sleepFor } from '../internal/abort.js';
import type { Failure } from './exchange.js';
import { hideInError } from './hide-keys.js';
import type { KeyMask } from './key-mask.js';
import { retryDelayMs } from './retry-delay.js';
import type { TransportOptions, TransportRequest } from './types.js';

const MAX_RETRIES = 2;
const MAX_RETRY_AFTER_MS = 60_000;

/** The attempts of one request. */
export interface Repeats {
  /** Whether the last attempt was refused with 401, so that the next one needs other headers. */
  readonly wasRefused: boolean;
  /** Waits before the next attempt, or throws if there is none. */
  waitAfter(failure: Failure): Promise<void>;
}

export function createRepeats(
  options: TransportOptions,
  { isRepeatable = true }: TransportRequest,
  signal: AbortSignal | undefined,
  mask: KeyMask,
): Repeats {
  const { renewsHeaders = false } = options;
  let attempt = 0;
  let wasRefused = false;
  return {
    get wasRefused() {
      return wasRefused;
    },
    async waitAfter({ error, mayRepeat, explain }) {
      // A request refused with this status was not accepted, so sending it again does no harm.
      if (error.facts.status === 401 && renewsHeaders) {
        if (wasRefused) throw refusedAgain(error);
        wasRefused = true;
        return;
      }
      const askedMs = error.facts.retryAfterMs;
      const isTooLong =
        askedMs !== undefined && askedMs > (options.maxRetryAfterMs ?? MAX_RETRY_AFTER_MS);
      const isSafe = isRepeatable || error.facts.status === 429;
      if (!mayRepeat || !isSafe || isTooLong || attempt >= (options.maxRetries ?? MAX_RETRIES)) {
        throw (await explain?.()) ?? error;
      }
      const waitMs = askedMs ?? retryDelayMs(attempt);
      attempt += 1;
      options.onRetry?.({ attempt, waitMs, error: hideInError(error, mask) });
      await (options.sleep ?? sleepFor)(waitMs, signal);
    },
  };
}

function refusedAgain({ code, facts }: KitError): KitError {
  const { host, providerMessage, proxyCode } = facts;
  // The sentence of the kit's own proxy says the same.
  const isQuoted = providerMessage !== undefined && proxyCode === undefined;
  const words = isQuoted ? ` The server said: “${providerMessage}”` : '';
  return new KitError(code, {
    message: `${host} did not accept the sign-in, not even a renewed one. Sign in again.${words}`,
    facts,
  });
}
