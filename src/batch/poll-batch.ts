import { KitError } from '../errors.js';
import { sleep as sleepFor, throwIfAborted } from '../internal/abort.js';
import type { WireBatch } from '../wire/types.js';
import { batchOf } from './batch-of.js';
import { readJob } from './batch-job.js';
import type { BatchConnection, BatchJob } from './types.js';
import { encodeId } from '../internal/encode-id.js';

export interface PollBatchOptions extends BatchConnection {
  /** Called after each poll. */
  onUpdate?: (job: BatchJob) => void;
  /** Called when a poll failed and another will follow. */
  onRetry?: (error: KitError) => void;
  /** Delay before the second poll; each further delay is half as long again. @defaultValue 5_000 */
  firstDelayMs?: number;
  /** @defaultValue 60_000 */
  maxDelayMs?: number;
  /** Waits this many milliseconds; tests pass a clock that does not wait. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const GROWTH = 1.5;

/**
 * Polls a batch until it has ended, at growing intervals. Its id is enough, so polling can resume after a
 * reload. A poll that fails for lack of a network is retried.
 *
 * @throws KitError for a batch that does not exist, a key that is refused, `aborted`
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

/** Polls a batch once, for a query that refetches automatically. */
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

/** Asks the provider to cancel. Requests completed by then are still delivered. */
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
  return `${path}/${encodeId(id)}`;
}
