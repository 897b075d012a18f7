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

/** Answers requests of one demo backend, whose files and threads it keeps. */
export function createAnswerer(
  options: DemoBackendOptions,
  ask: DemoBackend,
): (request: Request) => Promise<Response> {
  const store = createStore();
  return async (request) => {
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
    const context: DemoContext = { request, url, params, options, store, fault, ask };
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
