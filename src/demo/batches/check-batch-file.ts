/** OpenAI's checks of a batch file before it is run. */
import { isObject, textOf, type JsonObject } from '../core/json.js';
import { readLines } from './jsonl.js';

const MAX_REQUESTS = 50_000;
const MAX_BYTES = 200 * 1_000_000;
/** At most this many errors are listed. */
const MAX_ERRORS = 100;

export interface BatchLine {
  customId: string;
  url: string;
  body: JsonObject;
}

interface BatchError {
  code: string;
  line: number | null;
  message: string;
  param: string | null;
}

export interface CheckedBatch {
  requests: number;
  model: string | undefined;
  errors: BatchError[];
}

export function checkBatchFile(bytes: Uint8Array, endpoint: string): CheckedBatch {
  const errors: BatchError[] = [];
  const seen = new Set<string>();
  let model: string | undefined;
  let requests = 0;
  const fail = (code: string, message: string, line: number | null, param: string | null): void => {
    if (errors.length < MAX_ERRORS) errors.push({ code, line, message, param });
  };
  if (bytes.length > MAX_BYTES) {
    fail('file_too_large', 'The batch file is larger than 200 MB.', null, null);
    return { requests, model, errors };
  }
  for (const { lineNumber, text } of readLines(bytes)) {
    requests++;
    const line = parseBatchLine(text);
    if (!line) {
      fail('invalid_json_line', 'This line is not parseable as valid JSON.', lineNumber, null);
      continue;
    }
    if (line.customId === '') {
      fail(
        'missing_required_parameter',
        "Missing required parameter: 'custom_id'.",
        lineNumber,
        'custom_id',
      );
    } else if (seen.has(line.customId)) {
      fail(
        'duplicate_custom_id',
        `The custom_id '${line.customId}' for this request is a duplicate of another request. The custom_id parameter must be unique for each request in a batch.`,
        lineNumber,
        'custom_id',
      );
    }
    seen.add(line.customId);
    if (line.url !== endpoint) {
      fail(
        'mismatched_url',
        `The provided URL '${line.url}' does not match the batch endpoint '${endpoint}'.`,
        lineNumber,
        'url',
      );
    }
    const lineModel = textOf(line.body['model']);
    model ??= lineModel;
    if (lineModel !== model) {
      fail(
        'mismatched_model',
        `The model '${lineModel ?? ''}' does not match the batch model '${model ?? ''}'. A batch can only run requests to a single model.`,
        lineNumber,
        'body.model',
      );
    }
  }
  if (requests === 0) fail('empty_file', 'The batch file is empty.', null, null);
  if (requests > MAX_REQUESTS) {
    fail('too_many_requests', `The batch file has more than ${MAX_REQUESTS} requests.`, null, null);
  }
  return { requests, model, errors };
}

export function parseBatchLine(text: string): BatchLine | undefined {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(line)) return undefined;
  return {
    customId: textOf(line['custom_id']) ?? '',
    url: textOf(line['url']) ?? '',
    body: isObject(line['body']) ? line['body'] : {},
  };
}
