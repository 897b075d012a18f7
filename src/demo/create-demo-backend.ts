import { loadModule } from '../internal/lazy-module.js';
import type { DemoBackend, DemoBackendOptions } from './types.js';

/**
 * A backend that runs in the page, or in a test: it implements the providers' APIs, refuses what they refuse
 * with their own messages, and answers with what it received or with text of your own (`reply`). It is not a
 * model, and says so.
 *
 * It makes no requests, but for its own code, which loads with the first question. Links in a request are listed
 * but never opened.
 *
 * @example
 * const backend = createDemoBackend();
 * const response = await backend('http://demo.invalid/v1/chat/completions', { method: 'POST', body });
 */
export function createDemoBackend(options: DemoBackendOptions = {}): DemoBackend {
  let loading: Promise<(request: Request) => Promise<Response>> | undefined;
  const load = async () => {
    try {
      const { createAnswerer } = await loadModule(() => import('./answer-request.js'));
      return createAnswerer(options, backend);
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  const backend: DemoBackend = async (input, init) => {
    const request = toRequest(input, init);
    request.signal.throwIfAborted();
    loading ??= load();
    const answer = await loading;
    return answer(request);
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
