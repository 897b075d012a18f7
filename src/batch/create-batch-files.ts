import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { toJson } from '../internal/json-blob.js';
import { wireResponseSchema } from '../objects/wire-schema.js';
import type { WireBatch, WireFormat, WireOptions, WireWarning } from '../wire/types.js';
import { batchOf } from './batch-of.js';
import { BatchFileWriter } from './batch-file-writer.js';
import type { BatchFiles, BatchFilesOptions, BatchRejection, BatchRequest } from './types.js';

/**
 * Writes requests into as many files as the provider's limits require, one model each.
 *
 * Requests are read one at a time, so an async generator that loads each image on demand keeps memory
 * bounded. A request that cannot be included in a file is reported in `rejections`; the others are delivered.
 *
 * @throws KitError `unsupported-by-wire` for a wire format without batches, `invalid-option` for a schema that cannot be
 *   used, `aborted`
 */
export async function createBatchFiles(
  requests: Iterable<BatchRequest> | AsyncIterable<BatchRequest>,
  options: BatchFilesOptions,
): Promise<BatchFiles> {
  const { wire, signal, onProgress, responseSchema } = options;
  const batch = batchOf(wire);
  const wireOptions: WireOptions = {
    ...options.options,
    ...(responseSchema && { responseSchema: wireResponseSchema(responseSchema) }),
    model: options.model,
    stream: false,
    ...(signal && { signal }),
  };
  const maxBytes = options.maxBytesPerFile ?? batch.maxBytes;
  const writer = new BatchFileWriter(wire.name, batch.kind, {
    maxBytes,
    maxRequests: options.maxRequestsPerFile ?? batch.maxRequests,
  });
  const rejections: BatchRejection[] = [];
  const warnings: Array<BatchFiles['warnings'][number]> = [];
  const customIds = new Set<string>();
  let index = -1;
  let bytes = 0;

  for await (const request of requests) {
    index += 1;
    throwIfAborted(signal);
    const { customId, model = options.model } = request;
    const reject = (error: KitError): void => {
      rejections.push({ customId, index, error });
    };
    const isRefused = batch.customIds?.test(customId) === false;
    if (customId === '' || customIds.has(customId) || isRefused) {
      reject(unusableId(customId, isRefused));
      continue;
    }
    customIds.add(customId);
    try {
      const written = await writeLine(request, wire, { ...wireOptions, model }, batch);
      const { line } = written;
      warnings.push(...written.warnings.map((warning) => ({ ...warning, customId })));
      const lineBytes = writer.bytesAlone(line);
      if (lineBytes > maxBytes) {
        reject(tooLarge(customId, lineBytes, maxBytes));
        continue;
      }
      writer.add(model, customId, line);
      bytes += line.size;
      onProgress?.({ requestCount: index + 1, bytes });
    } catch (error) {
      throwIfAborted(signal);
      if (!KitError.is(error)) throw error;
      reject(error);
    }
  }
  return { files: writer.finish(), rejections, warnings };
}

async function writeLine(
  { customId, messages }: BatchRequest,
  wire: WireFormat,
  options: WireOptions,
  { kind, endpoint }: WireBatch,
): Promise<{ line: Blob; warnings: readonly WireWarning[] }> {
  const { body, warnings } = await wire.buildRequest(messages, options);
  const id = toJson(customId);
  const start =
    kind === 'jsonl-file'
      ? `{"custom_id":${id},"method":"POST","url":${JSON.stringify(endpoint)},"body":`
      : `{"custom_id":${id},"params":`;
  return { line: new Blob([start, body, '}']), warnings };
}

function unusableId(customId: string, isRefused: boolean): KitError {
  return new KitError('invalid-option', {
    message:
      customId === ''
        ? 'A request has no customId, so its answer could not be found again. Give each request its own.'
        : isRefused
          ? `The provider refuses the customId “${customId}”, and the whole batch with it. Use up to 64 letters of English, digits, - and _.`
          : `The customId “${customId}” is used twice, so the answers could not be told apart. Give each request its own.`,
  });
}

function tooLarge(customId: string, value: number, limit: number): KitError {
  return new KitError('request-too-large', {
    message: `The request “${customId}” alone is larger than a batch may be. Make its images smaller, or send links or uploaded files.`,
    facts: { limit, value },
  });
}
