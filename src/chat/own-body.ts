import { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import type { WireRequest } from '../wire/types.js';
import type { Connection, OwnBody } from './types.js';

/** A chat request with the body of the wire format or of the app. */
export interface ChatRequest extends Omit<WireRequest, 'body'> {
  body: OwnBody;
}

/**
 * Replaces the body of the wire format with the one that the app writes. It is created once and sent with each attempt.
 *
 * @throws KitError `invalid-option` for a stream, which could be sent only once
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
