import { KitError } from '../errors.js';
import { webPage } from './error-from-response.js';
import type { Exchange } from './exchange.js';

/** Creates the error for a response that is not an API answer, usually a web page. Its text is not shown. */
export function notAnAnswer(exchange: Exchange): KitError {
  const { host, response } = exchange;
  const { status } = response;
  if (exchange.hasContent()) {
    return new KitError('bad-response', {
      message: `${host} stopped its answer and sent something else, most likely the error page of a server in front of it (status ${status}). Try again.`,
      facts: { host, status, retryable: true },
    });
  }
  return new KitError('bad-response', {
    message: webPage(host, status),
    facts: { host, status, retryable: false },
  });
}
