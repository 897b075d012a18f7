import { isRecord } from './read-value.js';

/**
 * What a server says when it refuses, in the many shapes in use: `{error: {message, code, type}}`, `{error: "text"}`,
 * `{message}`, `{message: {detail}}`, `{detail: "text"}`, `{detail: [{msg, loc}]}`, `{errors: [...]}`,
 * `{base_resp: {status_code, status_msg}}`, `{type: "error", errorText}`, a failed `{status, last_error}`, or one of these in an array.
 */
export interface ProviderError {
  message?: string;
  /** The server's code, or its type or status where there is no code. */
  code?: string;
  type?: string;
  /** Where in the request, as `messages[0].content[1]`. */
  param?: string;
  requestId?: string;
}

/** Gives nothing for a value that is no error. */
export function readProviderError(value: unknown): ProviderError | undefined {
  if (Array.isArray(value)) return readProviderError(value[0]);
  if (!isRecord(value)) return undefined;
  const inner = innerError(value);
  if (inner === undefined) return undefined;
  const requestId = text(value['request_id']) ?? text(value['requestId']);
  return { ...inner, ...(requestId !== undefined && { requestId }) };
}

/** What only an answer has, or an event of one. */
const ANSWER_KEYS = ['choices', 'candidates', 'content', 'output', 'delta', 'response', 'usage'];

/** Whether an object in a stream is an error, not a piece of an answer. */
export function isErrorObject(value: unknown): boolean {
  if (Array.isArray(value)) return isErrorObject(value[0]);
  if (!isRecord(value)) return false;
  const { error } = value;
  return (
    (error !== undefined && error !== null && error !== false) ||
    value['object'] === 'error' ||
    value['type'] === 'error' ||
    baseResponse(value) !== undefined ||
    isBareError(value)
  );
}

/** An error that nothing calls so, as `{code, message}`: words, and no part of an answer. */
function isBareError(value: Record<string, unknown>): boolean {
  if (ANSWER_KEYS.some((key) => value[key] !== undefined && value[key] !== null)) return false;
  const kind = text(value['type']) ?? text(value['object']);
  if (kind !== undefined && !/error|exception|invalid/i.test(kind)) return false;
  return innerError(value)?.message !== undefined;
}

/** The result of a request as some servers put it beside an answer. 0 is a success. */
function baseResponse(value: Record<string, unknown>): Record<string, unknown> | undefined {
  const { base_resp: base } = value;
  return isRecord(base) &&
    text(base['status_code']) !== undefined &&
    Number(base['status_code']) !== 0
    ? base
    : undefined;
}

function innerError(value: Record<string, unknown>): ProviderError | undefined {
  const { error, detail, errors, last_error: lastError } = value;
  if (typeof error === 'string') return { ...describe(value), message: error };
  if (isRecord(error)) return describe(error);
  if (isRecord(lastError)) return describe(lastError);
  if (value['type'] === 'error' && text(value['errorText']) !== undefined) {
    return { message: text(value['errorText']) ?? '' };
  }
  const base = baseResponse(value);
  if (base) {
    const code = text(base['status_code']);
    const message = text(base['status_msg']);
    return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  }
  if (typeof detail === 'string') return { message: detail };
  if (Array.isArray(detail)) return validationError(detail);
  if (isRecord(detail)) return innerError({ error: detail });
  if (Array.isArray(errors)) return innerError({ error: errors[0] });
  if (isRecord(value['message'])) return innerError(value['message']);
  if (text(value['message']) !== undefined || text(value['msg']) !== undefined) {
    return describe(value);
  }
  return undefined;
}

function describe(error: Record<string, unknown>): ProviderError {
  const message = text(error['message']) ?? text(error['msg']);
  // A router puts the words of the server behind it here, and its own say nothing.
  const raw = isRecord(error['metadata']) ? text(error['metadata']['raw']) : undefined;
  const type = text(error['type']) ?? text(error['status']);
  const code = text(error['code']) ?? type;
  const param = text(error['param']);
  return {
    ...(message !== undefined && { message: raw === undefined ? message : `${message}: ${raw}` }),
    ...(code !== undefined && { code }),
    ...(type !== undefined && { type }),
    ...(param !== undefined && { param }),
  };
}

function validationError(detail: readonly unknown[]): ProviderError {
  const [first] = detail;
  if (!isRecord(first)) return typeof first === 'string' ? { message: first } : {};
  const message = text(first['msg']) ?? text(first['message']);
  const type = text(first['type']);
  const { loc } = first;
  return {
    ...(message !== undefined && { message }),
    ...(type !== undefined && { type, code: type }),
    ...(Array.isArray(loc) && { param: loc.join('.') }),
  };
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
