import { KitError } from '../errors.js';
import { sleep as sleepFor, throwIfAborted } from '../internal/abort.js';
import type { WireBatch } from '../wire/types.js';
import { batchOf } from './batch-of.js';
import { readJob } from './batch-job.js';
import type { BatchConnection, BatchJob } from './types.js';

export interface PollBatchOptions extends BatchConnection {
  /** Told after each look. */
  onUpdate?: (job: BatchJob) => void;
  /** Told when a look failed and another will be taken. */
  onRetry?: (error: KitError) => void;
  /** Before the second look; each wait is half as long again. @defaultValue 5_000 */
  firstDelayMs?: number;
  /** @defaultValue 60_000 */
  maxDelayMs?: number;
  /** Milliseconds; tests pass a clock that does not wait. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const GROWTH = 1.5;

/**
 * Looks at a batch until it has ended, less and less often. Its id is enough, so it goes on after a reload. A look that
 * fails for want of a network is taken again.
 *
 * @throws KitError for a batch that is not there, a key that is refused, `aborted`
 */
export async function pollBatch(id: string, options: PollBatchOptions): Promise<BatchJob> {
  const { onUpdate, onRetry, signal, sleep = sleepFor, maxDelayMs = 60_000 } = options;
  let delayMs = options.firstDelayMs ?? 5_000;
  for (;;) {
    throwIfAborted(signal);
    try {
      const job = await readBatch(id, options);
      onUpdate?.(job);
      if (job.status !== 'running') return job;
    } catch (error) {
      throwIfAborted(signal);
      if (!KitError.is(error) || error.facts.retryable !== true) throw error;
      onRetry?.(error);
    }
    await sleep(delayMs, signal);
    delayMs = Math.min(delayMs * GROWTH, maxDelayMs);
  }
}

/** One look at a batch, for a query that refetches by itself. */
export async function readBatch(
  id: string,
  { transport, wire, signal }: BatchConnection,
): Promise<BatchJob> {
  const batch = batchOf(wire);
  const response = await transport.send(
    { path: batchPath(id, batch), method: 'GET', headers: batch.headers },
    signal === undefined ? {} : { signal },
  );
  return readJob(response, batch);
}

/** Asks the provider to stop. What is done by then is still delivered. */
export async function cancelBatch(
  id: string,
  { transport, wire, signal }: BatchConnection,
): Promise<BatchJob> {
  const batch = batchOf(wire);
  const response = await transport.send(
    { path: `${batchPath(id, batch)}/cancel`, method: 'POST', headers: batch.headers },
    signal === undefined ? {} : { signal },
  );
  return readJob(response, batch);
}

export function batchPath(id: string, { path }: WireBatch): string {
  return `${path}/${encodeURIComponent(id)}`;
}
