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

/** Creates the error for an answer in words alone, as a server of one's own may send at first. */
export function plainText({ host, response: { status } }: Exchange): KitError {
  return new KitError('bad-response', {
    message: `${host} answered with plain text, which no wire format is. An answer is one JSON document, or a stream of events whose lines begin with “data: ”. Check what the server sends.`,
    facts: { host, status, retryable: false },
  });
}
