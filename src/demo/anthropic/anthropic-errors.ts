import type { ErrorStyle } from '../core/refusal.js';
import { Refusal, type RefusalFacts } from '../core/refusal.js';

const typesByStatus: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  409: 'conflict_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

export const anthropicErrors: ErrorStyle = {
  requestIdHeader: 'request-id',
  body: (facts, requestId) => ({
    type: 'error',
    error: {
      type: anthropicErrorType(facts),
      message: facts.message,
      ...(facts.details === undefined ? {} : { details: facts.details }),
    },
    request_id: requestId,
  }),
  readKey: (request) =>
    request.headers.get('x-api-key') ??
    /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1],
  keyRefusal: (key) => ({
    status: 401,
    message: key === undefined ? 'x-api-key header is required' : 'invalid x-api-key',
  }),
};

function anthropicErrorType({ status }: RefusalFacts): string {
  return typesByStatus[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');
}

/** Returns a refusal with status 400. `at` is the location, such as `messages.0.content.1`. */
export function invalid(at: string, message: string, details?: unknown): Refusal {
  return new Refusal({
    status: 400,
    message: at === '' ? message : `${at}: ${message}`,
    ...(details === undefined ? {} : { details }),
  });
}

export function notFound(message: string): Refusal {
  return new Refusal({ status: 404, message });
}
