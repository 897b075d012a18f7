import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { createObjectReader, type ObjectReader } from '../objects/create-object-reader.js';
import type { ResponseSchema } from '../objects/types.js';
import { readNdjson } from '../transport/read-ndjson.js';
import { batchOf } from './batch-of.js';
import { batchPath } from './poll-batch.js';
import { readResultLine } from './read-result-line.js';
import type { BatchConnection, BatchJob, BatchResult } from './types.js';
import { encodeId } from '../internal/encode-id.js';

export interface ReadBatchResultsOptions extends BatchConnection {
  /**
   * Ids of the requests. With them, results for other ids are marked, and missing results are reported at the
   * end.
   */
  customIds?: Iterable<string>;
  /** The schema that the batch was written with. Each answer is then read as an `object` and checked. */
  responseSchema?: ResponseSchema;
}

/** An answer with images in it may be long; a line above this is invalid. */
const MAX_LINE_CHARS = 64 * 1_048_576;

/**
 * Yields the results of a batch as they arrive, in the provider's order, from its output and its errors; join
 * them by `customId`. Only the ids are kept, so a result of 200 MB does not fill memory.
 *
 * @throws KitError when a file cannot be fetched; earlier results have been yielded. `invalid-option` for a schema that cannot
 *   be used
 */
export async function* readBatchResults(
  job: Pick<BatchJob, 'id' | 'outputFileId' | 'errorFileId'>,
  { transport, wire, customIds, responseSchema, signal }: ReadBatchResultsOptions,
): AsyncGenerator<BatchResult, void, undefined> {
  const batch = batchOf(wire);
  const asked = customIds === undefined ? undefined : new Set(customIds);
  const answered = new Set<string>();
  const reader = responseSchema && createObjectReader(responseSchema);
  const paths =
    batch.kind === 'request-list'
      ? [`${batchPath(job.id, batch)}/results`]
      : [job.outputFileId, job.errorFileId]
          .filter((id) => id !== undefined)
          .map((id) => `/files/${encodeId(id)}/content`);

  for (const path of paths) {
    const response = await transport.send(
      { path, method: 'GET', headers: batch.headers },
      signal === undefined ? {} : { signal },
    );
    if (response.body === null) continue;
    for await (const { data } of readNdjson(response.body, { maxLineChars: MAX_LINE_CHARS })) {
      throwIfAborted(signal);
      const result = await withObject(await readResultLine(data, wire), reader);
      const { customId } = result;
      const isUnexpected = answered.has(customId) || asked?.has(customId) === false;
      answered.add(customId);
      yield isUnexpected && customId !== '' ? { ...result, isUnexpected } : result;
    }
  }
  for (const customId of asked ?? []) {
    if (!answered.has(customId)) yield { customId, status: 'missing', error: missing() };
  }
}

/** Reads a complete answer as an object. A refusal stays in words. */
async function withObject(
  result: BatchResult,
  reader: ObjectReader | undefined,
): Promise<BatchResult> {
  if (!reader || result.status !== 'succeeded' || result.answer.text.trim() === '') return result;
  return {
    ...result,
    answer: { ...result.answer, object: await reader.finish(result.answer.text) },
  };
}

function missing(): KitError {
  return new KitError('incomplete', {
    message: 'The results contain no line for this request. Send it again.',
    facts: { retryable: true },
  });
}
