import type { ErrorStyle } from '../core/refusal.js';
import { Refusal } from '../core/refusal.js';

/** Ollama says what is wrong in one string, and asks for no key. */
export const ollamaErrors: ErrorStyle = {
  requestIdHeader: 'x-request-id',
  body: ({ message }) => ({ error: message }),
  readKey: (request) => /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1],
  keyRefusal: () => ({ status: 401, message: 'unauthorized' }),
};

export function refused(message: string, status = 400): Refusal {
  return new Refusal({ status, message });
}
