import { checkAuthorization, checkPolicy, checkRate, readKey } from './ask-hooks.js';
import { askUpstream } from './ask-upstream.js';
import { checkHeaders } from './check-headers.js';
import { ownHeaders, preflightResponse, refusalResponse } from './own-responses.js';
import { ProxyRefusal } from './proxy-refusal.js';
import { readSettings, type ProxySettings } from './proxy-settings.js';
import { readLimitedJson } from './read-limited-json.js';
import { rebuildBody, type RebuiltBody } from './rebuild-body.js';
import type { ProxyLogEntry, ProxyOptions } from './types.js';
import type { UpstreamAnswer } from './upstream-answer.js';

export type ProxyHandler = (request: Request) => Promise<Response>;

/**
 * Stands between a page and a provider, and keeps the key. The page sends what it would send to the provider; the handler
 * checks it, sends it to the one configured address with the server's key, and streams the answer back.
 *
 * The target, its path and its headers are never the client's choice. Method, origin, type, size, models, pictures and
 * output are limited; the body is rebuilt from known fields; links to pictures are never opened here.
 *
 * It does not know who is asking: pass `authorize` and `rateLimit`, or put it behind your own session check. A request
 * without an Origin header comes from a program, not a page, and only these two can stop it.
 *
 * @example
 * const handler = createProxyHandler({
 *   upstream: 'https://provider.example/v1/chat/completions',
 *   key: process.env.MODEL_KEY,
 *   models: ['vision-small'],
 *   allowedOrigins: ['https://app.example'],
 *   rateLimit: (request) => limiter.check(request.headers.get('x-real-ip')),
 * });
 *
 * // Next, app/api/chat/route.ts
 * export { handler as POST, handler as OPTIONS };
 * // Hono
 * app.all('/api/chat', (c) => handler(c.req.raw));
 * // Bun
 * Bun.serve({ routes: { '/api/chat': handler } });
 * // Deno
 * Deno.serve(handler);
 * // Workers: make it inside, where the secrets are
 * export default { fetch: (request, env) => createProxyHandler({ key: env.MODEL_KEY, ...rest })(request) };
 * // Node
 * createServer(async (incoming, outgoing) => {
 *   const gone = new AbortController();
 *   outgoing.on('close', () => gone.abort());
 *   const response = await handler(
 *     new Request(new URL(incoming.url, 'http://localhost'), {
 *       method: incoming.method,
 *       headers: incoming.headers,
 *       body: incoming.method === 'POST' ? Readable.toWeb(incoming) : undefined,
 *       duplex: 'half',
 *       signal: gone.signal,
 *     }),
 *   );
 *   outgoing.writeHead(response.status, Object.fromEntries(response.headers));
 *   if (response.body) pipeline(Readable.fromWeb(response.body), outgoing, () => {});
 *   else outgoing.end();
 * });
 *
 * @throws KitError `invalid-option` for settings that would leave a door open
 */
export function createProxyHandler(options: ProxyOptions): ProxyHandler {
  const settings = readSettings(options);
  return async (request) => {
    const report: Report = { startedAtMs: Date.now() };
    try {
      report.origin = checkHeaders(request, settings);
      if (request.method === 'OPTIONS') return preflightResponse(report.origin);
      const answer = await answerPost(request, settings, options, report);
      writeLog(options, answerEntry(answer), report);
      return new Response(answer.body, {
        status: answer.status,
        headers: { ...answer.headers, ...ownHeaders(report.origin) },
      });
    } catch (error) {
      const refusal = asRefusal(error, request);
      writeLog(options, refusalEntry(refusal), report);
      return refusalResponse(refusal, report.origin);
    }
  };
}

/** What is known of a request by the time it is answered. */
interface Report {
  startedAtMs: number;
  origin?: string | undefined;
  bodyBytes?: number;
  rebuilt?: RebuiltBody;
}

async function answerPost(
  request: Request,
  settings: ProxySettings,
  options: ProxyOptions,
  report: Report,
): Promise<UpstreamAnswer> {
  await checkAuthorization(request, options);
  await checkRate(request, options);
  const { body, bytes } = await readLimitedJson(request, settings.maxBodyBytes);
  report.bodyBytes = bytes;
  const rebuilt = rebuildBody(body, settings);
  report.rebuilt = rebuilt;
  await checkPolicy(rebuilt, request, options);
  const key = await readKey(options);
  return askUpstream({ body: rebuilt.body, key, client: request }, settings, options);
}

function asRefusal(error: unknown, request: Request): ProxyRefusal {
  if (error instanceof ProxyRefusal) return error;
  if (request.signal.aborted) return new ProxyRefusal(499, 'client-gone', 'The client has gone.');
  return new ProxyRefusal(500, 'internal-error', 'The server failed. Try again in a while.');
}

type Entry = Omit<ProxyLogEntry, 'durationMs' | 'model' | 'images' | 'bodyBytes'>;

function answerEntry({ status, headers, message }: UpstreamAnswer): Entry {
  const requestId = headers['x-request-id'] ?? headers['request-id'];
  return {
    outcome: status < 400 ? 'answered' : 'upstream-refused',
    status,
    upstreamStatus: status,
    ...(message === undefined ? {} : { upstreamMessage: message }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function refusalEntry({ status, code, upstream }: ProxyRefusal): Entry {
  return {
    outcome: status < 500 ? 'refused' : 'failed',
    status,
    code,
    ...(upstream.status === undefined ? {} : { upstreamStatus: upstream.status }),
    ...(upstream.message === undefined ? {} : { upstreamMessage: upstream.message }),
  };
}

/** A log that fails costs nobody their answer. */
function writeLog({ log }: ProxyOptions, entry: Entry, report: Report): void {
  const { startedAtMs, bodyBytes, rebuilt } = report;
  try {
    log?.({
      ...entry,
      ...(rebuilt && { model: rebuilt.model, images: rebuilt.images }),
      ...(bodyBytes === undefined ? {} : { bodyBytes }),
      durationMs: Date.now() - startedAtMs,
    });
  } catch {
    // Where a log could say so, it has just failed.
  }
}
