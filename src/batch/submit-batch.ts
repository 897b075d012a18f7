import { KitError } from '../errors.js';
import type { Transport } from '../transport/types.js';
import { batchDialect } from './batch-dialect.js';
import { readJob, readJson } from './batch-job.js';
import type { BatchFile, BatchJob } from './types.js';

export interface SubmitBatchOptions {
  transport: Transport;
  /** Kept with the batch by the provider, where it has a place for that. */
  metadata?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/**
 * Hands a file to the provider: uploaded and started, or sent as a list of requests. Starting is never repeated by
 * itself after a broken connection, because two batches would cost twice.
 */
export async function submitBatch(
  file: BatchFile,
  { transport, metadata, signal }: SubmitBatchOptions,
): Promise<BatchJob> {
  const dialect = batchDialect(file.wire);
  const sendOptions = signal === undefined ? {} : { signal };
  if (dialect.kind === 'request-list') {
    const response = await transport.send(
      {
        path: '/v1/messages/batches',
        headers: { 'content-type': 'application/json', ...dialect.headers },
        body: file.content,
        isRepeatable: false,
      },
      sendOptions,
    );
    return readJob(response, dialect);
  }
  const form = new FormData();
  form.set('purpose', 'batch');
  form.set('file', file.content, file.name);
  const uploaded = await transport.send({ path: '/files', body: form }, sendOptions);
  const response = await transport.send(
    {
      path: '/batches',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        input_file_id: await fileIdOf(uploaded),
        endpoint: dialect.endpoint,
        completion_window: '24h',
        ...(metadata && { metadata }),
      }),
      isRepeatable: false,
    },
    sendOptions,
  );
  return readJob(response, dialect);
}

async function fileIdOf(response: Response): Promise<string> {
  const { id } = (await readJson(response)) as { id?: unknown };
  if (typeof id === 'string' && id !== '') return id;
  throw new KitError('bad-response', {
    message: 'The server took the batch file, but gave no id for it. Try again.',
  });
}
