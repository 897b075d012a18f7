import {
  createProxyHandler,
  type ProxyHandler,
  type ProxyLogEntry,
  type ProxyOptions,
} from '../../../src/server/index.js';

export const KEY = 'sk-CANARY-server-key';
export const UPSTREAM = 'https://provider.example/v1/chat/completions';
export const ORIGIN = 'https://app.example';

export interface UpstreamCall {
  url: string;
  method: string;
  headers: Headers;
  body: Record<string, unknown>;
  signal: AbortSignal;
}

export interface TestProxy {
  handler: ProxyHandler;
  calls: UpstreamCall[];
  logged: ProxyLogEntry[];
}

export function testProxy(
  options: Partial<ProxyOptions> = {},
  answer: (call: UpstreamCall) => Response | Promise<Response> = () => streamed('data: {}\n\n'),
): TestProxy {
  const calls: UpstreamCall[] = [];
  const logged: ProxyLogEntry[] = [];
  const handler = createProxyHandler({
    upstream: UPSTREAM,
    key: KEY,
    models: ['m-small'],
    allowedOrigins: [ORIGIN],
    authorize: 'public',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const call: UpstreamCall = {
        url: request.url,
        method: request.method,
        headers: request.headers,
        body: (await request.json()) as Record<string, unknown>,
        signal: init?.signal ?? request.signal,
      };
      calls.push(call);
      return answer(call);
    },
    log: (entry) => logged.push(entry),
    ...options,
  });
  return { handler, calls, logged };
}

export function streamed(text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { headers: { 'content-type': 'text/event-stream', ...headers } });
}

export function ask(
  body: unknown,
  headers: Record<string, string> = {},
  init: RequestInit = {},
): Request {
  return new Request('https://app.example/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
}

/** A request with this content of one message. */
export function withContent(...content: unknown[]) {
  return { model: 'm-small', messages: [{ role: 'user', content }] };
}

export const plain = withContent({ type: 'text', text: 'x' });

export async function codeOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
}
