import { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import type { WireRequest } from '../wire/types.js';
import type { Connection, OwnBody } from './types.js';

/** A chat as it is sent, its body the one of the wire format or of the app's own. */
export interface ChatRequest extends Omit<WireRequest, 'body'> {
  body: OwnBody;
}

/**
 * Puts the body that the app writes in the place of the one that the wire format wrote. It is made once and sent with each try.
 *
 * @throws KitError `invalid-option` for a stream, which could be sent once only
 */
export async function withOwnBody(
  { body: write, model }: Pick<Connection, 'body' | 'model'>,
  request: WireRequest,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<ChatRequest> {
  if (!write) return request;
  const body: BodyInit = await write({ messages, model, body: request.body, signal });
  if (body instanceof ReadableStream) {
    throw new KitError('invalid-option', {
      message:
        'The body that the connection wrote is a stream, which cannot be sent again. Return FormData, a Blob or a string.',
    });
  }
  const { 'content-type': type, ...headers } = request.headers;
  // A form brings its own boundary, and a Blob may bring its type.
  const isUntyped = typeof body === 'string' || (body instanceof Blob && body.type === '');
  const keepsType = type !== undefined && (isUntyped || isBytes(body));
  return { ...request, headers: keepsType ? request.headers : headers, body };
}

function isBytes(body: BodyInit): boolean {
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body);
}
