/** Anthropic's Message Batches: all requests in one body, results as lines at a separate URL. */
import { anthropicErrors, invalid, notFound } from '../anthropic/anthropic-errors.js';
import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { createId } from '../core/ids.js';
import { isObject, textOf, type JsonObject } from '../core/json.js';
import { readJsonObject } from '../core/read-body.js';
import type { StoredBatch } from '../core/store.js';

const MAX_REQUESTS = 100_000;
const DAY_MS = 86_400_000;

interface BatchRequest {
  customId: string;
  params: JsonObject;
}

/** `POST /v1/messages/batches`. The work continues after the response. */
export async function createMessageBatch(context: DemoContext): Promise<Response> {
  const body = await readJsonObject(context.request);
  if (!body) throw invalid('', 'The request body is not valid JSON');
  const requests = readRequests(body['requests']);
  const id = createId('msgbatch_01', 22);
  const batch: StoredBatch = {
    isCancelled: false,
    results: [],
    object: {
      id,
      type: 'message_batch',
      processing_status: 'in_progress',
      request_counts: { ...emptyCounts, processing: requests.length },
      ended_at: null,
      created_at: new Date().toISOString(),
      expires_at: new Date(Date.now() + DAY_MS).toISOString(),
      archived_at: null,
      cancel_initiated_at: null,
      results_url: null,
    },
  };
  context.store.batches.set(id, batch);
  const answered = json(batch.object);
  void runBatch(batch, requests, context);
  return answered;
}

const emptyCounts = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };

function readRequests(requests: unknown): BatchRequest[] {
  if (!Array.isArray(requests)) throw invalid('requests', 'Field required');
  if (requests.length === 0) throw invalid('requests', 'at least one request is required');
  if (requests.length > MAX_REQUESTS) {
    throw invalid('requests', `at most ${MAX_REQUESTS} requests are allowed`);
  }
  const seen = new Set<string>();
  return requests.map((request: unknown, index) => {
    const at = `requests.${index}`;
    const customId = isObject(request) ? textOf(request['custom_id']) : undefined;
    const params = isObject(request) ? request['params'] : undefined;
    if (customId === undefined) throw invalid(`${at}.custom_id`, 'Field required');
    if (!/^[\w-]{1,64}$/.test(customId)) {
      throw invalid(`${at}.custom_id`, "String should match pattern '^[a-zA-Z0-9_-]{1,64}$'");
    }
    if (seen.has(customId)) throw invalid(`${at}.custom_id`, `Duplicate custom_id: ${customId}`);
    if (!isObject(params)) throw invalid(`${at}.params`, 'Field required');
    seen.add(customId);
    return { customId, params };
  });
}

export async function retrieveMessageBatch(context: DemoContext): Promise<Response> {
  return json(requireBatch(context).object);
}

export async function listMessageBatches({ store }: DemoContext): Promise<Response> {
  const data = [...store.batches.values()]
    .map(({ object }) => object)
    .filter((object) => object['type'] === 'message_batch')
    .toReversed();
  return json({
    data,
    has_more: false,
    first_id: data[0]?.['id'] ?? null,
    last_id: data.at(-1)?.['id'] ?? null,
  });
}

export async function cancelMessageBatch(context: DemoContext): Promise<Response> {
  const batch = requireBatch(context);
  if (batch.object['processing_status'] === 'in_progress') {
    batch.isCancelled = true;
    batch.object['processing_status'] = 'canceling';
    batch.object['cancel_initiated_at'] = new Date().toISOString();
  }
  return json(batch.object);
}

/** `GET /v1/messages/batches/{id}/results`: one line per request, in no particular order. */
export async function messageBatchResults(context: DemoContext): Promise<Response> {
  const batch = requireBatch(context);
  if (batch.object['results_url'] === null) {
    throw notFound('Batch results are not available yet.');
  }
  return new Response(new Blob((batch.results ?? []).map((line) => `${line}\n`)), {
    headers: { 'content-type': 'application/x-jsonl' },
  });
}

function requireBatch({ store, params }: DemoContext): StoredBatch {
  const id = params['id'] ?? '';
  const batch = store.batches.get(id);
  if (!batch) throw notFound(`Batch not found: ${id}`);
  return batch;
}

async function runBatch(
  batch: StoredBatch,
  requests: readonly BatchRequest[],
  context: DemoContext,
): Promise<void> {
  const counts = { ...emptyCounts, processing: requests.length };
  const results: string[] = [];
  const expireAfter =
    context.fault?.name === 'batch-expired' ? Math.floor(requests.length / 2) : Infinity;
  for (const [index, { customId, params }] of requests.entries()) {
    const result = batch.isCancelled
      ? { type: 'canceled' as const }
      : index >= expireAfter
        ? { type: 'expired' as const }
        : await runRequest(params, context);
    counts.processing--;
    counts[result.type]++;
    batch.object['request_counts'] = { ...counts };
    results.unshift(JSON.stringify({ custom_id: customId, result }));
  }
  batch.results = results;
  Object.assign(batch.object, {
    processing_status: 'ended',
    ended_at: new Date().toISOString(),
    results_url: `${context.url.origin}/v1/messages/batches/${textOf(batch.object['id']) ?? ''}/results`,
  });
}

async function runRequest(
  params: JsonObject,
  { request, url, ask }: DemoContext,
): Promise<{ type: 'succeeded'; message: unknown } | { type: 'errored'; error: unknown }> {
  const key = anthropicErrors.readKey(request);
  const response = await ask(
    new Request(new URL('/v1/messages', url.origin), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'anthropic-version': request.headers.get('anthropic-version') ?? '2023-06-01',
        ...(key === undefined ? {} : { 'x-api-key': key }),
      },
      body: JSON.stringify({ ...params, stream: false }),
    }),
  );
  const body = (await response.json()) as unknown;
  return response.ok ? { type: 'succeeded', message: body } : { type: 'errored', error: body };
}
