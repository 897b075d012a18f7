import { useQueries, type Query, type UseQueryResult } from '@tanstack/react-query';
import { readBatch } from '../../batch/poll-batch.js';
import { readBatchResults } from '../../batch/read-batch-results.js';
import type { BatchJob, BatchResult } from '../../batch/types.js';
import { transportOptions } from '../../chat/connection.js';
import type { Connection } from '../../chat/types.js';
import { KitError } from '../../errors.js';
import type { ResponseSchema } from '../../objects/types.js';
import { createTransport } from '../../transport/create-transport.js';
import { useKitQueryClient } from '../kit-query-client.js';

export interface BatchJobsOptions {
  connection: Connection;
  ids: readonly string[];
  /** The ids of the requests of each job, if still known. */
  customIds: ReadonlyMap<string, readonly string[]>;
  firstDelayMs?: number | undefined;
  maxDelayMs?: number | undefined;
  responseSchema?: ResponseSchema | undefined;
}

export interface BatchJobs {
  jobs: readonly BatchJob[];
  results: readonly BatchResult[];
  isReadingResults: boolean;
  error: KitError | undefined;
  refetch: () => void;
}

/** Results read before a file became unreadable are kept. */
interface JobResults {
  results: readonly BatchResult[];
  error?: KitError;
}

const GROWTH = 1.5;

/** Polls batches, less and less often, until they have ended, and reads their results. */
export function useBatchJobs(options: BatchJobsOptions): BatchJobs {
  const { connection, ids, customIds } = options;
  const { firstDelayMs = 5_000, maxDelayMs = 60_000 } = options;
  const client = useKitQueryClient();
  const looks = useQueries(
    {
      queries: ids.map((id) => ({
        queryKey: jobKey(connection, id),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          readBatch(id, { ...batchConnection(connection), signal }),
        refetchInterval: (query: Query<BatchJob>) => waitMs(query, firstDelayMs, maxDelayMs),
        retry: false,
        networkMode: 'always' as const,
      })),
    },
    client,
  );
  const jobs = looks.flatMap(({ data }) => data ?? []);
  const readings = useQueries(
    {
      queries: jobs.filter(hasResults).map((job) => ({
        queryKey: [...jobKey(connection, job.id), 'results'],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          readResults(job, { ...options, customIds: customIds.get(job.id) }, signal),
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always' as const,
      })),
      combine: combineReadings,
    },
    client,
  );

  const lookError = looks.find(({ error }) => error)?.error ?? undefined;
  const error = lookError ?? readings.error;
  return {
    jobs,
    results: readings.results,
    isReadingResults: readings.isReading,
    error: KitError.is(error) ? error : undefined,
    refetch() {
      for (const look of looks) if (look.error) void look.refetch();
      for (const refetch of readings.failed) void refetch();
    },
  };
}

/** Returns one list of all results, which stays the same list while nothing new is read. */
function combineReadings(readings: UseQueryResult<JobResults>[]): {
  results: readonly BatchResult[];
  isReading: boolean;
  error: Error | undefined;
  failed: (() => Promise<unknown>)[];
} {
  const thrown = readings.find(({ error }) => error)?.error ?? undefined;
  return {
    results: readings.flatMap(({ data }) => data?.results ?? []),
    isReading: readings.some(({ isFetching }) => isFetching),
    error: thrown ?? readings.find(({ data }) => data?.error)?.data?.error,
    failed: readings
      .filter(({ error, data }) => error ?? data?.error)
      .map(({ refetch }) => refetch),
  };
}

export function jobKey({ wire, baseUrl }: Connection, id: string): readonly unknown[] {
  return ['image-chat-kit', 'batch', wire.name, baseUrl, id];
}

export function batchConnection(connection: Connection): {
  transport: ReturnType<typeof createTransport>;
  wire: Connection['wire'];
} {
  return { transport: createTransport(transportOptions(connection)), wire: connection.wire };
}

/** Returns the wait before the next poll. After a temporary error it polls again; after any other the user decides. */
function waitMs({ state }: Query<BatchJob>, firstMs: number, maxMs: number): number | false {
  const { data, error, dataUpdateCount, errorUpdateCount } = state;
  if (data && data.status !== 'running') return false;
  if (KitError.is(error) && error.facts.retryable !== true) return false;
  const looks = Math.max(1, dataUpdateCount + errorUpdateCount);
  return Math.min(firstMs * GROWTH ** (looks - 1), maxMs);
}

/**
 * Whether a job has results. One that failed as a whole has none; a cancelled or expired one keeps those that were
 * ready.
 */
function hasResults({ status }: BatchJob): boolean {
  return status !== 'running' && status !== 'failed';
}

interface ReadingOptions extends Pick<BatchJobsOptions, 'connection' | 'responseSchema'> {
  customIds: readonly string[] | undefined;
}

async function readResults(
  job: BatchJob,
  { connection, customIds, responseSchema }: ReadingOptions,
  signal: AbortSignal,
): Promise<JobResults> {
  const results: BatchResult[] = [];
  try {
    const lines = readBatchResults(job, {
      ...batchConnection(connection),
      signal,
      ...(customIds && { customIds }),
      ...(responseSchema && { responseSchema }),
    });
    for await (const result of lines) results.push(result);
    return { results };
  } catch (error) {
    if (!KitError.is(error) || error.code === 'aborted') throw error;
    return { results, error };
  }
}
