import { checkAuthorization, checkRate } from './ask-hooks.js';
import { checkOrigin } from './check-headers.js';
import { createDropWarning } from './dropped-fields.js';
import { createHintWarning, setupHint, type SetupHint } from './misconfigurations.js';
import { answeredMethods, findRoute } from './find-route.js';
import { ownHeaders, preflightResponse, refusalResponse, streamHeaders } from './own-responses.js';
import type { AnswerReader } from './own-responses.js';
import { ProxyRefusal } from './proxy-refusal.js';
import { readSettings } from './proxy-settings.js';
import { createServerLoad, type Place } from './server-load.js';
import type { ProxyLogEntry, ProxyOptions } from './types.js';
import type { UpstreamAnswer } from './upstream-answer.js';
import type { Report } from './visit.js';

export type ProxyHandler = (request: Request) => Promise<Response>;

/**
 * Stands between a page and a provider, and keeps the key. The page sends what it would send to the provider; the handler
 * checks it, sends it to the one configured address with the server's key, and streams the answer back.
 *
 * The target, its path and its headers are never the client's choice. Method, origin, type, size, models, images, messages,
 * text, output, time and requests at once are limited; the body is rebuilt from known fields; links to images are never
 * opened here.
 *
 * It does not know who is asking: pass `authorize` and `rateLimit`. A request without an Origin header comes from a program, not
 * a page, and only these two can stop it. Make one handler for the life of the server: it counts the requests in flight.
 *
 * @example
 * const handler = createProxyHandler({
 *   upstream: 'https://provider.example/v1/chat/completions',
 *   key: process.env.MODEL_KEY,
 *   models: ['vision-small'],
 *   allowedOrigins: ['https://app.example'],
 *   authorize: async (request) => (await readSession(request)) !== undefined,
 *   rateLimit: (request) => limiter.check(request.headers.get('x-real-ip')),
 * });
 *
 * // Next, app/api/chat/completions/route.ts
 * export { handler as POST, handler as OPTIONS };
 * // Hono
 * app.all('/api/*', (c) => handler(c.req.raw));
 * // Bun
 * Bun.serve({ routes: { '/api/*': handler } });
 * // Deno
 * Deno.serve(handler);
 * // Workers, where the secrets come with the first request
 * let handler;
 * export default { fetch: (request, env) => (handler ??= createProxyHandler({ key: env.MODEL_KEY, ...rest }))(request) };
 * // Express
 * app.use('/api', toNodeListener(handler));
 * // Node
 * createServer(toNodeListener(handler)).listen(3000);
 *
 * @throws KitError `invalid-option` for settings that would leave a door open
 */
export function createProxyHandler(options: ProxyOptions): ProxyHandler {
  const settings = readSettings(options);
  const enter = createServerLoad(settings);
  if (options.authorize === undefined) warnOfOpenDoor();
  const warnOfDropped = createDropWarning();
  const warnOfHint = createHintWarning();
  return async (request) => {
    const report: Report = { startedAtMs: Date.now() };
    const reader = (): AnswerReader => ({
      origin: report.origin,
      withCookies: settings.allowCredentials,
    });
    try {
      report.origin = checkOrigin(request, settings);
      if (request.method === 'OPTIONS') {
        const methods = answeredMethods(settings);
        return preflightResponse(request, { ...reader(), methods });
      }
      const route = findRoute(request, settings);
      report.route = route.name;
      const hookCall = { request, settings, options };
      await checkAuthorization(hookCall);
      await checkRate(hookCall);
      const answer = await answerIn(enter(), (place) =>
        route.answer({ ...hookCall, place, report }),
      );
      const hint =
        route.name === 'chat'
          ? setupHint({ request, settings, upstreamStatus: answer.status })
          : undefined;
      writeLog(options, answerEntry(answer), report, hint);
      if (!options.log) {
        warnOfDropped(report.dropped);
        warnOfHint(hint);
      }
      return new Response(answer.body, {
        status: answer.status,
        headers: {
          ...answer.headers,
          ...ownHeaders(reader()),
          ...(typeof answer.body !== 'string' && streamHeaders(answer.headers['content-type'])),
        },
      });
    } catch (error) {
      const refusal = asRefusal(error, request);
      const hint = setupHint({ request, settings, refusal });
      writeLog(options, refusalEntry(refusal), report, hint);
      if (!options.log) warnOfHint(hint);
      return refusalResponse(refusal, reader());
    }
  };
}

/** Frees the slot at once, unless an answer still streams: then the end of the stream does. */
async function answerIn(
  place: Place,
  answer: (place: Place) => Promise<UpstreamAnswer>,
): Promise<UpstreamAnswer> {
  let isStreaming = false;
  try {
    const given = await answer(place);
    isStreaming = typeof given.body !== 'string';
    return given;
  } finally {
    if (!isStreaming) place.leave();
  }
}

function warnOfOpenDoor(): void {
  console.warn(
    "image-chat-kit: createProxyHandler was called without authorize, so anyone who can reach it can spend the server's key, even without " +
      "a browser. Pass authorize and rateLimit, or authorize: 'public' if that is intended.",
  );
}

function asRefusal(error: unknown, request: Request): ProxyRefusal {
  if (request.signal.aborted)
    return new ProxyRefusal(499, 'client-gone', 'The client has disconnected.');
  if (error instanceof ProxyRefusal) return error;
  return new ProxyRefusal(500, 'internal-error', 'The server failed. Try again later.');
}

type Entry = Omit<
  ProxyLogEntry,
  'durationMs' | 'hint' | keyof Omit<Report, 'startedAtMs' | 'origin'>
>;

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

/** A log that fails must not break an answer. */
function writeLog(
  { log }: ProxyOptions,
  entry: Entry,
  report: Report,
  hint: SetupHint | undefined,
): void {
  const { startedAtMs, origin: _, ...facts } = report;
  try {
    log?.({
      ...entry,
      ...(hint && { hint: hint.sentence }),
      ...facts,
      durationMs: Date.now() - startedAtMs,
    });
  } catch {
    // The log, which could report this, has just failed.
  }
}
