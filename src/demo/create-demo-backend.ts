import { apis } from './apis.js';
import { orderedFault, respondToFault } from './core/answer.js';
import type { DemoContext } from './core/context.js';
import type { ErrorStyle } from './core/refusal.js';
import { finish, json, preflight } from './core/http.js';
import { createId } from './core/ids.js';
import { Refusal, type RefusalFacts } from './core/refusal.js';
import { createStore } from './core/store.js';
import { openaiErrors } from './openai/openai-errors.js';
import { findRoute } from './routes.js';
import type { DemoBackend, DemoBackendOptions } from './types.js';

/**
 * A backend that runs in the page, or in a test: it implements the providers' APIs, refuses what they refuse
 * with their own messages, and answers with what it received or with text of your own (`reply`). It is not a
 * model, and says so.
 *
 * It makes no requests. Links in a request are listed but never opened.
 *
 * @example
 * const backend = createDemoBackend();
 * const response = await backend('http://demo.invalid/v1/chat/completions', { method: 'POST', body });
 */
export function createDemoBackend(options: DemoBackendOptions = {}): DemoBackend {
  const store = createStore();
  const backend: DemoBackend = async (input, init) => {
    const request = toRequest(input, init);
    request.signal.throwIfAborted();
    if (request.method === 'OPTIONS') return preflight(request);
    const url = new URL(request.url);
    const found = findRoute(apis, request, url.pathname);
    const style = found?.style ?? openaiErrors;
    const requestId = createId('req_');
    if (!found) return refuse(unknownPath(request, url), style, requestId);
    const { route, params } = found;
    const option = typeof options.fault === 'function' ? options.fault() : options.fault;
    const fault = orderedFault(request, route.isAnswer ? option : undefined);
    const context: DemoContext = { request, url, params, options, store, fault, ask: backend };
    try {
      requireKey(context, style);
      const failed = fault && (await respondToFault(context, style, fault));
      // A fault that has already failed the request is not injected into the answer again.
      const left = fault?.fault.kind === 'response' ? undefined : fault;
      const response = failed ?? (await route.handle({ ...context, fault: left }));
      return finish(response, style.requestIdHeader, requestId);
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.facts, style, requestId);
      throw error;
    }
  };
  return backend;
}

/** Converts the input of `fetch` to a request. Relative URLs work, since any host is accepted. */
function toRequest(input: Request | URL | string, init: RequestInit | undefined): Request {
  // A copy would follow the signal of a request that has no references left.
  if (input instanceof Request && init === undefined) return input;
  return new Request(
    typeof input === 'string' ? new URL(input, 'http://demo.invalid') : input,
    init,
  );
}

function requireKey({ request, options }: DemoContext, style: ErrorStyle): void {
  const { allowedKeys, requireKey: isRequired = allowedKeys !== undefined } = options;
  const key = style.readKey(request);
  const isMissing = key === undefined && isRequired;
  const isWrong = key !== undefined && allowedKeys !== undefined && !allowedKeys.includes(key);
  if (isMissing || isWrong) throw new Refusal(style.keyRefusal(key));
}

function refuse(facts: RefusalFacts, style: ErrorStyle, requestId: string): Response {
  const response = json(style.body(facts, requestId), {
    status: facts.status,
    headers: { ...facts.headers },
  });
  return finish(response, style.requestIdHeader, requestId);
}

function unknownPath({ method }: Request, { pathname }: URL): RefusalFacts {
  return {
    status: 404,
    type: 'invalid_request_error',
    message: `Invalid URL (${method} ${pathname})`,
  };
}
