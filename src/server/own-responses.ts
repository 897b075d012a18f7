/** Responses that do not come from upstream, and the headers that every response gets. */
import type { ProxyRefusal } from './proxy-refusal.js';

export function refusalResponse(refusal: ProxyRefusal, origin: string | undefined): Response {
  const { status, code, message, headers } = refusal;
  return new Response(JSON.stringify({ error: { message, type: 'proxy_error', code } }), {
    status,
    headers: { 'content-type': 'application/json', ...headers, ...ownHeaders(origin) },
  });
}

/**
 * Lets the page of an allowed origin send the methods that are answered, and the headers it asks for: the handler reads few of
 * them and passes none on.
 */
export function preflightResponse(
  { headers }: Request,
  { origin, methods }: { origin: string | undefined; methods: string },
): Response {
  const asked = headers.get('access-control-request-headers') ?? '';
  const isList = asked !== '' && /^[\w-]+(?:\s*,\s*[\w-]+)*$/.test(asked) && asked.length < 1000;
  return new Response(null, {
    status: 204,
    headers: {
      ...ownHeaders(origin),
      'access-control-allow-methods': methods,
      'access-control-allow-headers': isList ? asked : 'content-type, authorization',
      'access-control-max-age': '600',
    },
  });
}

/** Not kept, not guessed at, and readable by the page that asked. */
export function ownHeaders(origin: string | undefined): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'Origin',
    ...(origin === undefined
      ? {}
      : {
          'access-control-allow-origin': origin,
          'access-control-expose-headers': 'retry-after, x-request-id, request-id',
        }),
  };
}
