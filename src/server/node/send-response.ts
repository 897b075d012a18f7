import type { NodeResponse } from './node-types.js';

/** Headers about a single connection, which Node manages. HTTP/2 refuses them. */
const connectionHeaders: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Writes a response as it arrives: headers at once, then each chunk, and no faster than the client reads. Cancels the
 * body's source when the client disconnects, and ends the connection when the body breaks, so that half an answer never
 * looks complete.
 */
export async function sendResponse(
  response: Response,
  outgoing: NodeResponse,
  { isHead, signal }: { isHead: boolean; signal: AbortSignal },
): Promise<void> {
  const { body } = response;
  const isUnwanted = signal.aborted || outgoing.headersSent;
  if (body && !isHead && !isUnwanted) {
    await sendBody(body.getReader(), outgoing, { response, signal });
    return;
  }
  // A source may take its time to end, or never do so.
  body?.cancel().catch(() => undefined);
  if (isUnwanted) return;
  writeHeaders(response, outgoing);
  outgoing.end();
}

async function sendBody(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: NodeResponse,
  { response, signal }: { response: Response; signal: AbortSignal },
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    outgoing.once('close', () => {
      resolve();
      // No more of it is needed. After a complete answer this does nothing.
      reader.cancel().catch(() => undefined);
    });
  });
  try {
    writeHeaders(response, outgoing);
    outgoing.flushHeaders?.();
    for (;;) {
      const { value, done } = await reader.read();
      if (done || signal.aborted) break;
      if (!outgoing.write(value)) await Promise.race([drained(outgoing), closed]);
    }
    outgoing.end();
  } catch (error) {
    reader.cancel().catch(() => undefined);
    // Bytes that arrived before it broke are sent. If the caller ended the connection, they would be discarded.
    await Promise.race([flushed(outgoing), closed]);
    throw error;
  }
}

function writeHeaders({ status, headers }: Response, outgoing: NodeResponse): void {
  outgoing.statusCode = status;
  for (const [name, value] of headers) {
    if (!connectionHeaders.has(name) && name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (!isStreamed(headers)) return;
  // A server in front that buffers or compresses the answer would hold it back until its end.
  outgoing.setHeader('x-accel-buffering', 'no');
  const caching = headers.get('cache-control');
  if (caching === null) outgoing.setHeader('cache-control', 'no-transform');
  else if (!/\bno-transform\b/i.test(caching)) {
    outgoing.setHeader('cache-control', `${caching}, no-transform`);
  }
}

function isStreamed(headers: Headers): boolean {
  return /^(?:text\/event-stream|application\/x-ndjson)\b/i.test(headers.get('content-type') ?? '');
}

function flushed(outgoing: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    outgoing.write('', () => resolve());
  });
}

function drained(outgoing: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('drain', resolve);
  });
}
