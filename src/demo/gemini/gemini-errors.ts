import type { ErrorStyle } from '../core/refusal.js';
import { Refusal } from '../core/refusal.js';

const statusNames: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

export const geminiErrors: ErrorStyle = {
  requestIdHeader: 'x-request-id',
  body: ({ status, message }) => ({ error: googleError(status, message) }),
  readKey: (request) =>
    request.headers.get('x-goog-api-key') ??
    new URL(request.url).searchParams.get('key') ??
    undefined,
  keyRefusal: (key) =>
    key === undefined
      ? {
          status: 403,
          message:
            "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
        }
      : { status: 400, message: 'API key not valid. Please pass a valid API key.' },
};

export function googleError(status: number, message: string): unknown {
  return { code: status, message, status: statusNames[status] ?? 'UNKNOWN' };
}

/** Returns a refusal with `INVALID_ARGUMENT`. */
export function invalidArgument(message: string): Refusal {
  return new Refusal({ status: 400, message });
}

export function unprocessableImage(): Refusal {
  return invalidArgument('Unable to process input image.');
}
