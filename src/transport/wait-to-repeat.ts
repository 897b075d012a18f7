import { sleep as sleepFor } from '../internal/abort.js';
import type { Failure } from './exchange.js';
import { hideInError } from './hide-keys.js';
import type { KeyMask } from './key-mask.js';
import { retryDelayMs } from './retry-delay.js';
import type { TransportOptions, TransportRequest } from './types.js';

const MAX_RETRIES = 2;
const MAX_RETRY_AFTER_MS = 60_000;

/** Waits before the next try, or throws when there is to be none. */
export async function waitToRepeat(
  options: TransportOptions,
  { isRepeatable = true }: TransportRequest,
  { error, mayRepeat, explain }: Failure,
  attempt: number,
  signal: AbortSignal | undefined,
  mask: KeyMask,
): Promise<void> {
  const askedMs = error.facts.retryAfterMs;
  const isTooLong =
    askedMs !== undefined && askedMs > (options.maxRetryAfterMs ?? MAX_RETRY_AFTER_MS);
  const isSafe = isRepeatable || error.facts.status === 429;
  if (!mayRepeat || !isSafe || isTooLong || attempt >= (options.maxRetries ?? MAX_RETRIES)) {
    throw (await explain?.()) ?? error;
  }
  const waitMs = askedMs ?? retryDelayMs(attempt);
  options.onRetry?.({ attempt: attempt + 1, waitMs, error: hideInError(error, mask) });
  await (options.sleep ?? sleepFor)(waitMs, signal);
}
