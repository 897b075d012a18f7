import type { NodeRequest, NodeResponse } from './node-types.js';

/** A request that cannot be handled. It is answered with this status and message. */
export class UnusableRequest extends Error {
  override readonly name = 'UnusableRequest';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Methods that `Request` does not support, so no handler can answer them. */
const foreignMethods: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT']);

/** Prefix of HTTP/2 pseudo-headers, which are not headers of a request: `:path`, `:method`. */
const PSEUDO = ':';

/**
 * Returns Node's request as a `Request` whose signal aborts when the client disconnects.
 *
 * @throws UnusableRequest for a method, an address or headers that `Request` does not accept, and for a lost body
 */
export function toRequest(
  incoming: NodeRequest,
  outgoing: NodeResponse,
  signal: AbortSignal,
): Request {
  const { method = 'GET' } = incoming;
  if (foreignMethods.has(method.toUpperCase())) {
    throw new UnusableRequest(405, 'method-not-allowed', `${method} is not answered here.`);
  }
  const mayHaveBody = method !== 'GET' && method !== 'HEAD';
  const given = mayHaveBody && incoming.readableDidRead ? parsedBody(incoming) : undefined;
  try {
    const headers = readHeaders(incoming);
    if (given !== undefined) {
      // The parser has decompressed and measured it, so the headers the client sent about it are no longer true.
      headers.delete('content-encoding');
      headers.delete('content-length');
    }
    const body = given ?? (mayHaveBody ? streamBody(incoming, outgoing) : undefined);
    const init = { method, headers, signal, ...(body !== undefined && { body, duplex: 'half' }) };
    return new Request(addressOf(incoming), init);
  } catch {
    throw new UnusableRequest(
      400,
      'bad-request',
      'The method, the address or a header of the request is not valid.',
    );
  }
}

/**
 * Returns the address as the client sees it: the host it named, if valid, and the path before a router shortened it.
 */
function addressOf({ headers, url = '/', originalUrl }: NodeRequest): URL {
  const target = originalUrl ?? url;
  const host = headers['host'] ?? headers[':authority'];
  const base = `http://${typeof host === 'string' && isHost(host) ? host : 'localhost'}`;
  // Requests to a proxy carry a whole address. This server is not a proxy, so only the path counts.
  const path = target.startsWith('/')
    ? target
    : target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '');
  return new URL(base + (path.startsWith('/') ? path : `/${path === '*' ? '' : path}`));
}

function isHost(host: string): boolean {
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { pathname, search, hash, username } = new URL(`http://${host}`);
  return pathname === '/' && search === '' && hash === '' && username === '';
}

function readHeaders({ headers }: NodeRequest): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(PSEUDO) || value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) result.append(name, each);
  }
  return result;
}

/**
 * Returns the body that other middleware has read from the connection.
 *
 * @throws UnusableRequest if the original bytes cannot be recovered
 */
function parsedBody({ body, rawBody, headers }: NodeRequest): string | Uint8Array<ArrayBuffer> {
  for (const given of [rawBody, body]) {
    if (typeof given === 'string') return given;
    if (given instanceof Uint8Array) return new Uint8Array(given);
  }
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(String(headers['content-type'] ?? ''));
  if (isJson && body !== undefined) return JSON.stringify(body);
  throw new UnusableRequest(
    500,
    'body-already-read',
    'Other middleware of this server has read the body and kept nothing of it. Mount this handler before the body parser.',
  );
}

/** Returns the body as it arrives, read no faster than it is consumed. */
function streamBody(incoming: NodeRequest, outgoing: NodeResponse): ReadableStream<Uint8Array> {
  let isOver = false;
  const end = (finish: () => void): void => {
    if (isOver) return;
    isOver = true;
    finish();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const gone = (): void =>
          end(() =>
            controller.error(new Error('The client disconnected in the middle of its request.')),
          );
        incoming.pause();
        incoming.on('data', (chunk: Uint8Array | string) => {
          // Drains the rest of a body after its answer: Node reads it in order to reuse the connection, and nothing
          // keeps it.
          if (isOver) return;
          controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
          incoming.pause();
        });
        incoming.on('end', () => end(() => controller.close()));
        incoming.on('error', gone);
        incoming.on('close', gone);
        outgoing.once('finish', gone);
        if (incoming.destroyed === true && incoming.readableEnded !== true) gone();
      },
      pull() {
        incoming.resume();
      },
      cancel() {
        isOver = true;
        incoming.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
