/**
 * A single attempt: a request, its response, and the reading of its body, each step under its time limits. Nothing here
 * decides whether to retry.
 */
import { KitError } from '../errors.js';
import { abortedError, sleep, throwIfAborted } from '../internal/abort.js';
import { LOCAL_PATIENCE } from '../internal/local-patience.js';
import { isLoopbackHost, isPrivateHost } from '../internal/private-host.js';
import { compressedAnswer, isUnpackingError } from './compressed-answer.js';
import { deadlineIn } from './deadline.js';
import type { Deadline } from './deadline.js';
import { errorFromResponse } from './error-from-response.js';
import { explainNetworkFailure, watchPolicy } from './explain-network-failure.js';
import type { KeyMask } from './key-mask.js';
import { requestHeaders } from './request-headers.js';
import { secretsOf } from './request-secrets.js';
import { requestUrl } from './request-url.js';
import type { TransportOptions, TransportRequest } from './types.js';
import { waitFor } from './wait-for.js';
import { watchReader } from './watched-reader.js';

export interface ExchangeInput {
  options: TransportOptions;
  request: TransportRequest;
  accept: string;
  signal: AbortSignal | undefined;
  mask: KeyMask;
  /** Whether the last attempt was refused with 401. */
  wasRefused: boolean;
  /** As in `StreamCallbacks`. */
  hasEnded?: (() => boolean) | undefined;
}

export interface Failure {
  error: KitError;
  /** Whether the same request may be retried automatically. */
  mayRepeat: boolean;
  /** Returns a more precise error. Set if the network failed before anything arrived and the page may know why. */
  explain?: () => Promise<KitError>;
}

export interface Exchange {
  response: Response;
  host: string;
  /** Yields the body's chunks under the time limits. Read it once. */
  chunks(): AsyncGenerator<Uint8Array, void, undefined>;
  /**
   * Notes that part of an answer has arrived, if only its head. From here on silence is a stall, unless `awaitAnswer`
   * was called.
   */
  noteContent(): void;
  /** Lets the model think for minutes: until `noteAnswer`, silence does not count as a stall. */
  awaitAnswer(): void;
  noteAnswer(): void;
  hasContent(): boolean;
  /** Returns what went wrong while reading. */
  failureOf(error: unknown): Failure;
  /** Ends the request if it is still in flight. */
  close(): void;
}

const FIRST_BYTE_MS = 60_000;
/** Silence limit for a model that has sent something and is thinking. */
const THINKING_MS = 300_000;
const STALL_MS = 30_000;
const TOTAL_MS = 600_000;
const ERROR_BODY_BYTES = 65_536;
/** How long a server may take to close an answer that has ended. */
const DRAIN_MS = 2000;
/** A body this large is not retried automatically: a server on the way may refuse it each time. */
const LARGE_BODY_BYTES = 1_000_000;
/** A slow line, 1 Mbit/s: how fast a body is assumed to upload before the wait for an answer begins. */
const UPLOAD_BYTES_PER_MS = 125;

export async function openExchange(input: ExchangeInput): Promise<Exchange | Failure> {
  const { options, request, signal, mask, wasRefused } = input;
  throwIfAborted(signal);
  const url = requestUrl(options.baseUrl, request.path, options.fetch !== undefined);
  const { onLine } = (globalThis as { navigator?: { onLine?: boolean } }).navigator ?? {};
  const isOffline = onLine === false;
  // Without a network, this machine and an app's own fetch can still answer.
  const needsNetwork = options.fetch === undefined && !isLoopbackHost(url.hostname);
  if (isOffline && needsNetwork) return offline(url);

  const headers = await requestHeaders(options, request, input.accept, { wasRefused });
  const { hasKey, secrets } = secretsOf(headers, url);
  mask.learn(secrets);
  if (url.protocol === 'http:' && hasKey && !isPrivateHost(url.hostname)) {
    if (options.allowInsecureKey !== true) throw insecureKey(url);
  }
  const fetchNow = options.fetch ?? globalThis.fetch;
  const controller = new AbortController();
  const limits = limitsOf(options, request, url);
  const total = deadlineIn('total-timeout', limits.totalMs);
  const policy = watchPolicy(url);
  const sentBytes = bodyBytes(request.body);
  let response: Response;
  try {
    const headDeadline = deadlineIn('first-byte-timeout', limits.firstByteMs);
    headDeadline.atMs += sentBytes / UPLOAD_BYTES_PER_MS;
    response = await waitFor(
      fetchNow(url.href, {
        method: request.method ?? (request.body === undefined ? 'GET' : 'POST'),
        headers,
        ...(request.body !== undefined && { body: request.body }),
        // Redirects are never followed: the key must not reach another host.
        redirect: 'manual',
        cache: 'no-store',
        ...(options.credentials && { credentials: options.credentials }),
        signal: controller.signal,
      }),
      [headDeadline, total],
      signal,
    );
    if (typeof (response as Partial<Response> | undefined)?.status !== 'number') throw noResponse();
  } catch (error) {
    controller.abort();
    if (signal?.aborted) throw abortedError(signal);
    if (KitError.is(error)) return { error, mayRepeat: false };
    if (isOffline) return offline(url);
    // The browser reports a violation in a separate task, after the request has failed.
    await sleep(0, signal);
    const isBlockedByPolicy = policy.isBlocked();
    const mayRepeat = !isBlockedByPolicy && sentBytes < LARGE_BODY_BYTES;
    const explain = () =>
      explainNetworkFailure({
        url,
        fetch: fetchNow,
        isBlockedByPolicy,
        bodyBytes: sentBytes,
        withCredentials: options.credentials === 'include',
        cause: error,
        ...(signal && { signal }),
      });
    return { error: unreachableHost(url, error), mayRepeat, explain };
  } finally {
    policy.stop();
  }
  const { hasEnded } = input;
  const exchange = createExchange({ response, controller, url, limits, total, signal, hasEnded });
  return isSuccess(response) ? exchange : readFailure(exchange, mask);
}

interface Limits {
  firstByteMs: number;
  /** Limit of a silence while the model thinks. */
  thinkingMs: number;
  stallMs: number;
  totalMs: number;
}

function limitsOf(options: TransportOptions, request: TransportRequest, url: URL): Limits {
  // Only a model takes long, not the list of models.
  const isLocal = request.body !== undefined && isPrivateHost(url.hostname);
  const firstByteMs =
    options.firstByteTimeoutMs ?? (isLocal ? LOCAL_PATIENCE.firstByteTimeoutMs : undefined);
  return {
    firstByteMs: firstByteMs ?? FIRST_BYTE_MS,
    thinkingMs: firstByteMs ?? THINKING_MS,
    stallMs: options.stallTimeoutMs ?? STALL_MS,
    totalMs: options.totalTimeoutMs ?? (isLocal ? LOCAL_PATIENCE.totalTimeoutMs : TOTAL_MS),
  };
}

interface ExchangeParts {
  response: Response;
  controller: AbortController;
  url: URL;
  limits: Limits;
  total: Deadline;
  signal: AbortSignal | undefined;
  hasEnded: (() => boolean) | undefined;
}

function createExchange(parts: ExchangeParts): Exchange {
  const { response, controller, url, limits, total, signal, hasEnded } = parts;
  const firstContent = deadlineIn('first-byte-timeout', limits.firstByteMs);
  let hasBytes = false;
  let hasContent = false;
  let isThinking = false;
  let draining: Promise<void> | undefined;
  const ownPatience = (): Deadline => {
    if (hasContent && !isThinking) return deadlineIn('stalled', limits.stallMs);
    if (!hasBytes) return firstContent;
    return deadlineIn('first-byte-timeout', limits.thinkingMs);
  };
  const patience = (): Deadline => {
    const own = ownPatience();
    return own.atMs < total.atMs ? own : total;
  };
  return {
    response,
    host: url.host,
    async *chunks() {
      if (response.body === null) return;
      const reader = watchReader(response.body, signal);
      try {
        for (;;) {
          const chunk = await reader.read(patience);
          if (chunk === undefined) return;
          hasBytes = true;
          yield chunk;
        }
      } finally {
        if (hasEnded?.() === true && !signal?.aborted) draining = reader.drain(DRAIN_MS);
        else reader.close();
      }
    },
    noteContent() {
      hasContent = true;
    },
    awaitAnswer() {
      isThinking = true;
    },
    noteAnswer() {
      isThinking = false;
    },
    hasContent: () => hasContent,
    failureOf(error) {
      if (signal?.aborted) return { error: abortedError(signal), mayRepeat: false };
      if (KitError.is(error)) return { error, mayRepeat: false };
      if (isUnpackingError(error)) {
        return { error: compressedAnswer(url.host, error), mayRepeat: false };
      }
      return hasContent
        ? { error: cutOff(url.host, error), mayRepeat: false }
        : { error: lostBeforeContent(url.host, error), mayRepeat: true };
    },
    close() {
      if (draining) void draining.then(() => controller.abort());
      else controller.abort();
    },
  };
}

async function readFailure(exchange: Exchange, mask: KeyMask): Promise<Failure> {
  const { response, host } = exchange;
  const text = mask.hide(await readStart(exchange).catch(() => ''));
  exchange.close();
  return errorFromResponse({
    status: response.status,
    headers: response.headers,
    text,
    host,
    knownKeys: mask.keys,
  });
}

async function readStart(exchange: Exchange): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  exchange.noteContent();
  for await (const chunk of exchange.chunks()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= ERROR_BODY_BYTES) break;
  }
  return text;
}

function isSuccess({ status, type }: Response): boolean {
  return type !== 'opaqueredirect' && status >= 200 && status < 300;
}

function bodyBytes(body: BodyInit | undefined): number {
  if (body instanceof Blob) return body.size;
  if (typeof body === 'string') return body.length;
  if (body instanceof FormData) {
    return [...body.values()].reduce((sum, value) => sum + bodyBytes(value), 0);
  }
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : 0;
}

function noResponse(): KitError {
  return new KitError('invalid-option', {
    message:
      'The fetch of the connection returned something that is no Response. Pass a function that takes what fetch takes, not one that makes such a function.',
  });
}

function offline({ host }: URL): Failure {
  const error = new KitError('offline', {
    message: 'There is no network connection, so nothing was sent. Connect and send again.',
    facts: { host, retryable: true },
  });
  return { error, mayRepeat: false };
}

function unreachableHost({ host }: URL, cause: unknown): KitError {
  return new KitError('unreachable', {
    message: `${host} cannot be reached. Check the address and the connection, then try again.`,
    facts: { host, retryable: true },
    cause,
  });
}

function insecureKey({ host }: URL): KitError {
  return new KitError('invalid-option', {
    message: `The key would be sent to ${host} unencrypted, readable by everyone on the way. Use an https address, or set allowInsecureKey to accept that.`,
    facts: { host },
  });
}

function cutOff(host: string, cause: unknown): KitError {
  return new KitError('incomplete', {
    message: `The connection to ${host} broke before the answer was finished. Try again.`,
    facts: { host, retryable: true },
    cause,
  });
}

function lostBeforeContent(host: string, cause: unknown): KitError {
  return new KitError('unreachable', {
    message: `The connection to ${host} broke before its answer began. Check the connection, then try again.`,
    facts: { host, retryable: true },
    cause,
  });
}
