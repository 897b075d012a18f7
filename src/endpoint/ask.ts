import { transportOptions } from '../chat/connection.js';
import type { Connection } from '../chat/types.js';
import { KitError } from '../errors.js';
import { createTransport } from '../transport/create-transport.js';
import type { TransportOptions, TransportRequest } from '../transport/types.js';

export interface AskOptions {
  signal?: AbortSignal | undefined;
}

/**
 * Sends one request to the server of a connection and returns its JSON, or `undefined` if the response is not
 * JSON.
 *
 * @throws KitError with a code of `requestErrorCodes`, or `aborted`
 */
export async function ask(
  connection: Connection,
  request: TransportRequest,
  { signal, ...changes }: AskOptions & Partial<TransportOptions> = {},
): Promise<unknown> {
  const transport = createTransport({ ...transportOptions(connection), ...changes });
  const response = await transport.send(request, signal ? { signal } : {});
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function unreadable(what: string, next: string): KitError {
  return new KitError('bad-response', {
    message: `The server answered, but not with ${what}. ${next}`,
  });
}
