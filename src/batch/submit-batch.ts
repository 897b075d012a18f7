import { KitError } from '../errors.js';
import { batchOf } from './batch-of.js';
import { readJob, readJson } from './batch-job.js';
import type { BatchConnection, BatchFile, BatchJob } from './types.js';

export interface SubmitBatchOptions extends BatchConnection {
  /** Stored with the batch by the provider, if it supports that. */
  metadata?: Readonly<Record<string, string>>;
}

/**
 * Submits a file to the provider: uploaded and started, or sent as a list of requests. Starting is never
 * retried automatically after a broken connection, because two batches would cost twice.
 */
export async function submitBatch(
  file: BatchFile,
  { transport, wire, metadata, signal }: SubmitBatchOptions,
): Promise<BatchJob> {
  const batch = batchOf(wire);
  const sendOptions = signal === undefined ? {} : { signal };
  if (batch.kind === 'request-list') {
    const response = await transport.send(
      {
        path: batch.path,
        headers: { 'content-type': 'application/json', ...batch.headers },
        body: file.content,
        isRepeatable: false,
      },
      sendOptions,
    );
    return readJob(response, batch);
  }
  const form = new FormData();
  form.set('purpose', 'batch');
  form.set('file', file.content, file.name);
  const uploaded = await transport.send({ path: '/files', body: form }, sendOptions);
  const response = await transport.send(
    {
      path: batch.path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        input_file_id: await fileIdOf(uploaded),
        endpoint: batch.endpoint,
        completion_window: '24h',
        ...(metadata && { metadata }),
      }),
      isRepeatable: false,
    },
    sendOptions,
  );
  return readJob(response, batch);
}

async function fileIdOf(response: Response): Promise<string> {
  const { id } = (await readJson(response)) as { id?: unknown };
  if (typeof id === 'string' && id !== '') return id;
  throw new KitError('bad-response', {
    message: 'The server accepted the batch file, but returned no id for it. Try again.',
  });
}
