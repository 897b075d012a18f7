import { startTimer, timeoutError, within } from './deadline.js';
import { createKeyMask, maskKey, maskText } from './mask-key.js';
import { isPassedType, passedHeaders } from './passed-headers.js';
import { ProxyRefusal } from './proxy-refusal.js';
import { LOGGED_CHARACTERS, readFailure, readText } from './read-failure.js';
import { relayStream } from './relay-stream.js';
import type { Visit } from './visit.js';
import type { UpstreamAnswer } from './upstream-answer.js';

export interface UpstreamRequest {
  url: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** A form and a Blob bring their own content type. */
  body?: string | FormData | Blob;
  /** Headers in addition to those of the settings. */
  headers?: Readonly<Record<string, string>>;
  key: string;
}

export interface JsonAnswer {
  value: unknown;
  /** Headers that a page may see. */
  headers: Record<string, string>;
  /** The response as it arrived, its body already read. */
  response: Response;
}

/** A successful response whose body has not been read. */
interface OpenAnswer {
  response: Response;
  /** Ends the exchange with the upstream. */
  stop: AbortController;
}

/**
 * Asks the upstream and passes its answer on as it arrives.
 *
 * @param rewrite what changes the answer on its way
 * @throws ProxyRefusal if no answer arrives that may be passed on
 */
export async function streamUpstream(
  request: UpstreamRequest,
  visit: Visit,
  rewrite?: TransformStream<Uint8Array, Uint8Array>,
): Promise<UpstreamAnswer> {
  const answer = await fetchUpstream(request, visit);
  if ('body' in answer) return answer;
  const { response, stop } = answer;
  const type = response.headers.get('content-type') ?? '';
  if (!isPassedType(type) || !response.body) {
    stop.abort();
    throw badResponse(response.status);
  }
  const masked = response.body.pipeThrough(createKeyMask(request.key));
  return {
    status: 200,
    headers: passedHeaders(response, request.key),
    body: relayStream(rewrite ? masked.pipeThrough(rewrite) : masked, {
      stop,
      client: visit.request,
      idleTimeoutMs: visit.settings.streamIdleTimeoutMs,
      onEnd: () => visit.place.leave(),
    }),
  };
}

/**
 * Asks the upstream for a short JSON answer and reads it whole.
 *
 * @throws ProxyRefusal if no answer arrives that may be passed on
 */
export async function readUpstreamJson(
  request: UpstreamRequest,
  visit: Visit,
  maxCharacters: number,
): Promise<UpstreamAnswer | JsonAnswer> {
  const answer = await fetchUpstream(request, visit);
  if ('body' in answer) return answer;
  const { response, stop } = answer;
  const text = await readText(response, {
    maxCharacters,
    ms: visit.settings.upstreamTimeoutMs,
    signal: stop.signal,
  });
  stop.abort();
  try {
    // Something that only looks like a key may be the id of a model. A first step may be answered by its headers alone.
    const value: unknown = text === '' ? undefined : JSON.parse(maskKey(text, request.key));
    return { value, headers: passedHeaders(response, request.key), response };
  } catch {
    throw badResponse(response.status);
  }
}

/**
 * Sends a request to a configured address, and stops as soon as the client disconnects. A failed response is read to
 * its end.
 */
async function fetchUpstream(
  request: UpstreamRequest,
  visit: Visit,
): Promise<OpenAnswer | UpstreamAnswer> {
  const { request: client, settings, place } = visit;
  const stop = new AbortController();
  const follow = (): void => stop.abort(client.signal.reason);
  if (client.signal.aborted) follow();
  client.signal.addEventListener('abort', follow, { once: true });
  const timeout = timeoutError();
  const cancelTimer = startTimer(settings.upstreamTimeoutMs, () => stop.abort(timeout));
  let response: Response;
  try {
    const asked = (visit.options.fetch ?? globalThis.fetch)(request.url, {
      ...requestInit(request, visit),
      signal: stop.signal,
    });
    response = await within(asked, { signal: stop.signal });
  } catch (error) {
    throw unreachable(error, client, stop.signal.reason === timeout, request.key);
  } finally {
    cancelTimer();
    // The request body no longer counts as held for it.
    place.release();
  }
  if (response.ok) return { response, stop };
  const failure = readFailure(response, request.key, {
    ms: settings.upstreamTimeoutMs,
    signal: stop.signal,
  });
  return failure.finally(() => stop.abort());
}

function requestInit(
  { method, body, key, headers: own }: UpstreamRequest,
  { settings, options }: Visit,
): RequestInit {
  const headers = new Headers({ ...options.headers, ...own });
  headers.set('accept', 'application/json, text/event-stream');
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  else headers.delete('content-type');
  headers.set(settings.keyHeader.name, settings.keyHeader.prefix + key);
  return {
    method,
    headers: Object.fromEntries(headers),
    redirect: 'error',
    ...(body !== undefined && { body }),
  };
}

function unreachable(
  error: unknown,
  client: Request,
  isTimeout: boolean,
  key: string,
): ProxyRefusal {
  if (client.signal.aborted) {
    return new ProxyRefusal(499, 'client-gone', 'The client has disconnected.');
  }
  if (isTimeout) {
    return new ProxyRefusal(
      504,
      'upstream-timeout',
      'The model did not answer in time. Try again.',
    );
  }
  const message = maskText(reasonOf(error), key);
  return new ProxyRefusal(
    502,
    'upstream-unreachable',
    'The model cannot be reached from this server. Try again later.',
    { upstream: { message: message.slice(0, LOGGED_CHARACTERS) } },
  );
}

/** Node's own message is “fetch failed”; the code of its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? `${error.message} (${code})` : error.message;
}

export function badResponse(status: number): ProxyRefusal {
  return new ProxyRefusal(
    502,
    'upstream-bad-response',
    "The response is not a model's answer. Try again later.",
    { upstream: { status } },
  );
}
