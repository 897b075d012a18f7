/** Responses that do not come from upstream, and the headers that every response gets. */
import type { ProxyRefusal } from './proxy-refusal.js';

/** The page that receives an answer. */
export interface AnswerReader {
  /** The page's origin, if it is allowed and the browser sent it. */
  origin: string | undefined;
  /** Whether the page may send its cookies here, and read the answer. */
  withCookies: boolean;
}

export function refusalResponse(refusal: ProxyRefusal, reader: AnswerReader): Response {
  const { status, code, message, headers } = refusal;
  return new Response(JSON.stringify({ error: { message, type: 'proxy_error', code } }), {
    status,
    headers: { 'content-type': 'application/json', ...headers, ...ownHeaders(reader) },
  });
}

/**
 * Answers a preflight from an allowed origin. It allows the methods that the handler answers, and every header
 * that the page asks for, since the handler reads few of them and passes none on.
 */
export function preflightResponse(
  { headers }: Request,
  { methods, ...reader }: AnswerReader & { methods: string },
): Response {
  const asked = headers.get('access-control-request-headers') ?? '';
  const isList = asked !== '' && /^[\w-]+(?:\s*,\s*[\w-]+)*$/.test(asked) && asked.length < 1000;
  return new Response(null, {
    status: 204,
    headers: {
      ...ownHeaders(reader),
      'access-control-allow-methods': methods,
      'access-control-allow-headers': isList ? asked : 'content-type, authorization',
      'access-control-max-age': '600',
    },
  });
}

/** Headers of every response: not cached, not sniffed, and readable by the page that asked. */
export function ownHeaders({ origin, withCookies }: AnswerReader): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'Origin',
    ...(origin === undefined
      ? {}
      : {
          'access-control-allow-origin': origin,
          'access-control-expose-headers':
            'retry-after, x-request-id, request-id, x-goog-upload-url',
          ...(withCookies && { 'access-control-allow-credentials': 'true' }),
        }),
  };
}

/**
 * Headers that keep servers in front from buffering or compressing a streamed answer, which would then arrive whole, at
 * its end.
 */
export function streamHeaders(contentType: string | undefined): Record<string, string> {
  if (!/^(?:text\/event-stream|application\/x-ndjson)\b/i.test(contentType ?? '')) return {};
  return { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' };
}
