import { KitError } from '../errors.js';
import { maskKeys } from '../internal/mask-keys.js';
import { asList, asRecord, type JsonRecord } from '../internal/read-value.js';
import type { WireBatch } from '../wire/types.js';
import type { BatchJob, BatchStatus } from './types.js';

const ended: Readonly<Record<string, BatchStatus>> = {
  completed: 'completed',
  ended: 'completed',
  failed: 'failed',
  expired: 'expired',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

/**
 * Reads the provider's description of a batch.
 *
 * @throws KitError `bad-response` if it is not one
 */
export async function readJob(response: Response, { kind }: WireBatch): Promise<BatchJob> {
  const value = asRecord(await readJson(response)) ?? {};
  const id = value['id'];
  if (typeof id !== 'string' || id === '') throw noJob();
  const providerStatus = text(value[kind === 'jsonl-file' ? 'status' : 'processing_status']) ?? '';
  const outputFileId = text(value['output_file_id']);
  const errorFileId = text(value['error_file_id']);
  return {
    id,
    status: ended[providerStatus] ?? 'running',
    providerStatus,
    requestCounts: countsOf(asRecord(value['request_counts']) ?? {}, kind),
    ...(outputFileId !== undefined && { outputFileId }),
    ...(errorFileId !== undefined && { errorFileId }),
    errors: errorsOf(asRecord(value['errors'])?.['data']),
  };
}

export async function readJson(response: Response): Promise<unknown> {
  const body = await response.text();
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw noJob();
  }
}

function countsOf(counts: JsonRecord, kind: WireBatch['kind']): BatchJob['requestCounts'] {
  if (kind === 'jsonl-file') {
    const { total, completed, failed } = counts;
    return { total: count(total), completed: count(completed), failed: count(failed) };
  }
  const completed = count(counts['succeeded']);
  const failed = count(counts['errored']) + count(counts['expired']) + count(counts['canceled']);
  return { total: completed + failed + count(counts['processing']), completed, failed };
}

function errorsOf(list: unknown): BatchJob['errors'] {
  return asList(list).map((entry) => {
    const error = asRecord(entry) ?? {};
    const code = text(error['code']);
    const line = typeof error['line'] === 'number' ? error['line'] : undefined;
    return {
      message: maskKeys(text(error['message']) ?? ''),
      ...(code !== undefined && { code: maskKeys(code) }),
      ...(line !== undefined && { line }),
    };
  });
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function noJob(): KitError {
  return new KitError('bad-response', {
    message: 'The server answered, but not with a batch. Check the base URL.',
  });
}
