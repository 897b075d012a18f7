import type { NodeRequest, NodeResponse } from './node-types.js';
import { sendResponse } from './send-response.js';
import { toRequest, UnusableRequest } from './to-request.js';

/**
 * Returns a listener for Node's servers for a handler that takes a `Request` and returns a `Response`: for `node:http`,
 * `node:https`, the compatibility API of `node:http2`, Express and Connect.
 *
 * No client and no upstream can crash the process: a client that disconnects aborts `request.signal` and cancels the
 * answer; a handler that throws is answered with 500 and logged to the console; an answer that breaks ends its
 * connection, so that it does not look complete. Headers and chunks are written at once. A streamed answer also gets
 * `x-accel-buffering: no` and `no-transform`, so that a server in front of it does not hold it back.
 *
 * Mount it before `express.json()`, whose limit of 100 kB is less than one image. A JSON body that was parsed anyway is
 * serialized again; one of which nothing was kept is answered with 500 and an explanation.
 *
 * @example createServer(toNodeListener(handler)).listen(3000);
 *
 * @example app.use('/api', toNodeListener(handler)); // Express
 */
export function toNodeListener(
  handler: (request: Request) => Response | Promise<Response>,
): (incoming: NodeRequest, outgoing: NodeResponse) => void {
  return (incoming, outgoing) => {
    // Without listeners, errors caused by a disconnected client would be thrown.
    incoming.on('error', () => undefined);
    outgoing.on('error', () => undefined);
    void answer(handler, incoming, outgoing);
  };
}

async function answer(
  handler: (request: Request) => Response | Promise<Response>,
  incoming: NodeRequest,
  outgoing: NodeResponse,
): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort(new DOMException('The client has disconnected.', 'AbortError'));
  };
  let isWritten = false;
  outgoing.once('close', () => {
    if (!isWritten) leave();
  });
  if (outgoing.destroyed === true) leave();
  try {
    const request = toRequest(incoming, outgoing, gone.signal);
    const response = await handler(request);
    const isHead = request.method === 'HEAD';
    await sendResponse(response, outgoing, { isHead, signal: gone.signal });
    isWritten = true;
  } catch (error) {
    try {
      sendFailure(error, outgoing, gone.signal.aborted);
    } catch {
      // There is no client left to answer.
    }
  }
}

function sendFailure(error: unknown, outgoing: NodeResponse, isGone: boolean): void {
  const isOurs = error instanceof UnusableRequest;
  if (isGone || outgoing.headersSent) {
    // Upstreams break off every day: one line is enough.
    if (!isGone) console.error(`toNodeListener: an answer was not finished. ${String(error)}`);
    outgoing.destroy?.();
    return;
  }
  if (!isOurs) console.error('toNodeListener: the handler failed.', error);
  const { status, code, message } = isOurs
    ? error
    : { status: 500, code: 'internal-error', message: 'The server failed. Try again later.' };
  outgoing.statusCode = status;
  for (const name of ['content-length', 'content-encoding']) outgoing.removeHeader(name);
  outgoing.setHeader('content-type', 'application/json');
  outgoing.setHeader('cache-control', 'no-store');
  outgoing.setHeader('x-content-type-options', 'nosniff');
  outgoing.write(JSON.stringify({ error: { message, type: 'proxy_error', code } }));
  outgoing.end();
}
