import { isRecord } from './read-value.js';

/**
 * A server's error in any of the shapes in use: `{error: {message, code, type}}`, `{error: "text"}`,
 * `{message}`, `{message: {detail}}`, `{detail: "text"}`, `{detail: [{msg, loc}]}`, `{errors: [...]}`,
 * `{base_resp: {status_code, status_msg}}`, `{type: "error", errorText}`, a failed `{status, last_error}`, or
 * one of these in an array.
 */
export interface ProviderError {
  message?: string;
  /** The server's code, or its type or status if there is no code. */
  code?: string;
  type?: string;
  /** Location in the request, such as `messages[0].content[1]`. */
  param?: string;
  requestId?: string;
}

/** Returns `undefined` for a value that is not an error. */
export function readProviderError(value: unknown): ProviderError | undefined {
  if (Array.isArray(value)) return readProviderError(value[0]);
  if (!isRecord(value)) return undefined;
  const inner = innerError(value);
  if (inner === undefined) return undefined;
  const requestId = text(value['request_id']) ?? text(value['requestId']);
  return { ...inner, ...(requestId !== undefined && { requestId }) };
}

/** Keys that only an answer, or an event of one, has. */
const ANSWER_KEYS = ['choices', 'candidates', 'content', 'output', 'delta', 'response', 'usage'];

/** Whether an object in a stream is an error rather than part of an answer. */
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

/** Whether this is an unlabelled error such as `{code, message}`: a message, and none of the keys of an answer. */
function isBareError(value: Record<string, unknown>): boolean {
  if (ANSWER_KEYS.some((key) => value[key] !== undefined && value[key] !== null)) return false;
  const kind = text(value['type']) ?? text(value['object']);
  if (kind !== undefined && !/error|exception|invalid/i.test(kind)) return false;
  return innerError(value)?.message !== undefined;
}

/** The status object that some servers put next to an answer. 0 means success. */
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
  if (Array.isArray(error) && error.length > 0) return innerError({ error: error[0] });
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
  // A router puts the upstream server's message here; its own message says nothing.
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
