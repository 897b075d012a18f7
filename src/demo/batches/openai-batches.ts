/** OpenAI's Batch API: the lines of an uploaded file are handled like single requests. */
import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { createId, nowSeconds } from '../core/ids.js';
import { textOf, type JsonObject } from '../core/json.js';
import { readJsonObject } from '../core/read-body.js';
import { Refusal } from '../core/refusal.js';
import type { StoredBatch, StoredFile } from '../core/store.js';
import { badJson, badRequest, missing, requireOneOf } from '../openai/openai-errors.js';
import { checkBatchFile, parseBatchLine, type BatchLine } from './check-batch-file.js';
import { readLines, toJsonl } from './jsonl.js';

const endpoints = ['/v1/chat/completions', '/v1/responses'] as const;
const DAY_S = 86_400;

/** `POST /v1/batches`. The work continues after the response. */
export async function createBatch(context: DemoContext): Promise<Response> {
  const body = await readJsonObject(context.request);
  if (!body) throw badJson();
  const fileId = textOf(body['input_file_id']);
  if (fileId === undefined) throw missing('input_file_id');
  const endpoint = requireOneOf(body['endpoint'], endpoints, 'endpoint');
  requireOneOf(body['completion_window'], ['24h'], 'completion_window');
  const file = context.store.files.get(fileId);
  if (!file) throw badRequest(`No such File object: ${fileId}`, 'input_file_id');
  if (file.purpose !== 'batch') {
    throw badRequest(
      `Invalid file purpose: '${file.purpose}'. Files for batches need purpose 'batch'.`,
      'input_file_id',
    );
  }
  const batch = startBatch(fileId, endpoint, body['metadata'] ?? null);
  context.store.batches.set(textOf(batch.object['id']) ?? '', batch);
  // A copy, so that the first response still says "validating".
  const answered = json({ ...batch.object });
  void runBatch(batch, file, endpoint, context);
  return answered;
}

function startBatch(fileId: string, endpoint: string, metadata: unknown): StoredBatch {
  return {
    isCancelled: false,
    object: {
      id: createId('batch_'),
      object: 'batch',
      endpoint,
      errors: null,
      input_file_id: fileId,
      completion_window: '24h',
      status: 'validating',
      output_file_id: null,
      error_file_id: null,
      created_at: nowSeconds(),
      expires_at: nowSeconds() + DAY_S,
      request_counts: { total: 0, completed: 0, failed: 0 },
      metadata,
    },
  };
}

export async function retrieveBatch(context: DemoContext): Promise<Response> {
  return json(requireBatch(context).object);
}

export async function listBatches({ store }: DemoContext): Promise<Response> {
  const data = [...store.batches.values()]
    .map(({ object }) => object)
    .filter((object) => object['object'] === 'batch')
    .toReversed();
  return json({ object: 'list', data, has_more: false });
}

export async function cancelBatch(context: DemoContext): Promise<Response> {
  const batch = requireBatch(context);
  const status = batch.object['status'];
  if (status === 'validating' || status === 'in_progress') {
    batch.isCancelled = true;
    Object.assign(batch.object, { status: 'cancelling', cancelling_at: nowSeconds() });
  }
  return json(batch.object);
}

function requireBatch({ store, params }: DemoContext): StoredBatch {
  const id = params['id'] ?? '';
  const batch = store.batches.get(id);
  if (batch) return batch;
  throw new Refusal({
    status: 404,
    type: 'invalid_request_error',
    message: `No batch found with id '${id}'.`,
  });
}

async function runBatch(
  batch: StoredBatch,
  file: StoredFile,
  endpoint: string,
  context: DemoContext,
): Promise<void> {
  const { object } = batch;
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { requests, model, errors } = checkBatchFile(file.bytes, endpoint);
  if (errors.length > 0) {
    const failed = { object: 'list', data: errors };
    Object.assign(object, { status: 'failed', failed_at: nowSeconds(), errors: failed });
    return;
  }
  const counts = { total: requests, completed: 0, failed: 0 };
  const started = { request_counts: counts, in_progress_at: nowSeconds(), model };
  Object.assign(object, started, batch.isCancelled ? {} : { status: 'in_progress' });
  const outputs: string[] = [];
  const failures: string[] = [];
  const expireAfter = context.fault?.name === 'batch-expired' ? Math.floor(requests / 2) : Infinity;
  let position = 0;
  for (const { text } of readLines(file.bytes)) {
    if (batch.isCancelled) break;
    const line = parseBatchLine(text);
    if (!line) continue;
    if (position++ >= expireAfter) {
      counts.failed++;
      failures.push(expiredLine(line));
      continue;
    }
    const { response, isOk } = await runLine(line, context);
    counts[isOk ? 'completed' : 'failed']++;
    (isOk ? outputs : failures).push(resultLine(line, response));
  }
  // The order of results is not guaranteed, so it is reversed here.
  object['output_file_id'] = await storeResults('output', outputs.toReversed(), context);
  object['error_file_id'] = await storeResults('error', failures.toReversed(), context);
  const status = batch.isCancelled ? 'cancelled' : expireAfter < requests ? 'expired' : 'completed';
  Object.assign(object, { status, [`${status}_at`]: nowSeconds() });
}

async function runLine(
  { url, body }: BatchLine,
  context: DemoContext,
): Promise<{ response: JsonObject; isOk: boolean }> {
  const authorization = context.request.headers.get('authorization');
  const response = await context.ask(
    new Request(new URL(url, context.url.origin), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === null ? {} : { authorization }),
      },
      body: JSON.stringify({ ...body, stream: false }),
    }),
  );
  return {
    isOk: response.ok,
    response: {
      status_code: response.status,
      request_id: response.headers.get('x-request-id'),
      body: (await response.json()) as unknown,
    },
  };
}

function resultLine({ customId }: BatchLine, response: JsonObject): string {
  return JSON.stringify({
    id: createId('batch_req_'),
    custom_id: customId,
    response,
    error: null,
  });
}

function expiredLine({ customId }: BatchLine): string {
  return JSON.stringify({
    id: createId('batch_req_'),
    custom_id: customId,
    response: null,
    error: {
      code: 'batch_expired',
      message: 'This request could not be executed before the completion window expired.',
    },
  });
}

async function storeResults(
  kind: 'output' | 'error',
  lines: readonly string[],
  { store }: DemoContext,
): Promise<string | null> {
  if (lines.length === 0) return null;
  const id = createId('file-', 22);
  store.files.set(id, {
    id,
    name: `batch_${kind}.jsonl`,
    mediaType: 'application/jsonl',
    purpose: 'batch_output',
    bytes: await toJsonl(lines),
    createdAtS: nowSeconds(),
  });
  return id;
}
