/** Headers that let a page of any origin use this backend and read its responses. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'content-type, x-request-id, request-id, retry-after, retry-after-ms, x-should-retry, x-goog-upload-url, x-goog-upload-status',
} as const;

export function json(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

export function preflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-max-age': '600',
    },
  });
}

/** Adds the headers that every response has. */
export function finish(response: Response, requestIdHeader: string, requestId: string): Response {
  for (const [name, value] of Object.entries(corsHeaders)) response.headers.set(name, value);
  response.headers.set(requestIdHeader, requestId);
  return response;
}
