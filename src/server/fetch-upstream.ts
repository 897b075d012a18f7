import { badBody, type JsonObject } from './json-fields.js';
import { createKeyMask, maskText } from './mask-key.js';
import { isPassedType, passedHeaders } from './passed-headers.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import { LOGGED_CHARACTERS, readFailure } from './read-failure.js';
import type { ProxyOptions } from './types.js';
import type { UpstreamAnswer } from './upstream-answer.js';

export interface UpstreamRequest {
  body: JsonObject;
  key: string;
  client: Request;
}

/**
 * Sends the rebuilt body to the configured address, and stops as soon as the client is gone.
 *
 * @throws ProxyRefusal when nothing comes back that may be passed on
 */
export async function askUpstream(
  { body, key, client }: UpstreamRequest,
  settings: ProxySettings,
  options: Pick<ProxyOptions, 'headers' | 'fetch'>,
): Promise<UpstreamAnswer> {
  const stop = new AbortController();
  const follow = (): void => stop.abort(client.signal.reason);
  if (client.signal.aborted) follow();
  client.signal.addEventListener('abort', follow, { once: true });
  const timeout = new DOMException('No answer in time', 'TimeoutError');
  const timer = setTimeout(() => stop.abort(timeout), settings.upstreamTimeoutMs);
  let response: Response;
  try {
    const asked = (options.fetch ?? globalThis.fetch)(settings.upstream, {
      method: 'POST',
      headers: {
        ...options.headers,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        [settings.keyHeader.name]: settings.keyHeader.prefix + key,
      },
      body: serialise(body),
      redirect: 'error',
      signal: stop.signal,
    });
    response = await untilStopped(asked, stop.signal);
  } catch (error) {
    if (error instanceof ProxyRefusal) throw error;
    throw unreachable(error, client, stop.signal.reason === timeout, key);
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) return readFailure(response, key);
  return passOn(response, key, { stop, client });
}

/** Gives up with the signal, also on a fetch that does not look at it. */
function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject);
  });
}

function serialise(body: JsonObject): string {
  try {
    return JSON.stringify(body);
  } catch {
    throw badBody('is nested too deeply');
  }
}

function unreachable(
  error: unknown,
  client: Request,
  isTimeout: boolean,
  key: string,
): ProxyRefusal {
  if (client.signal.aborted) {
    return new ProxyRefusal(499, 'client-gone', 'The client has gone.');
  }
  if (isTimeout) {
    return new ProxyRefusal(
      504,
      'upstream-timeout',
      'The model did not answer in time. Try again.',
    );
  }
  const message = maskText(error instanceof Error ? error.message : 'unknown', key);
  return new ProxyRefusal(
    502,
    'upstream-unreachable',
    'The model cannot be reached from this server. Try again in a while.',
    { upstream: { message: message.slice(0, LOGGED_CHARACTERS) } },
  );
}

interface Connection {
  /** Ends the exchange with the upstream. */
  stop: AbortController;
  client: Request;
}

/** A stream goes through as it comes; only the key is taken out. */
function passOn(response: Response, key: string, connection: Connection): UpstreamAnswer {
  const type = response.headers.get('content-type') ?? '';
  if (!isPassedType(type) || !response.body) {
    connection.stop.abort();
    throw new ProxyRefusal(
      502,
      'upstream-bad-response',
      'What came back is not an answer of a model. Try again in a while.',
      { upstream: { status: response.status } },
    );
  }
  return {
    status: 200,
    headers: passedHeaders(response, key),
    body: withStop(response.body.pipeThrough(createKeyMask(key)), connection),
  };
}

/** Cancelling the answer, as servers do when the client has gone, stops the upstream. */
function withStop(
  source: ReadableStream<Uint8Array>,
  { stop, client }: Connection,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        client.signal.addEventListener(
          'abort',
          () => {
            controller.error(client.signal.reason);
            reader.cancel().catch(() => undefined);
          },
          { once: true },
        );
      },
      async pull(controller) {
        try {
          const { value, done } = await reader.read();
          // Naming the client's request keeps it in memory: without it Node forgets that its signal follows another.
          if (client.signal.aborted) return;
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (!client.signal.aborted) controller.error(error);
        }
      },
      async cancel(reason) {
        stop.abort(reason);
        await reader.cancel(reason).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
