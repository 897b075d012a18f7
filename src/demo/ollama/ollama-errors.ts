import type { ErrorStyle } from '../core/refusal.js';
import { Refusal } from '../core/refusal.js';

/** Ollama reports an error as a single string, and requires no key. */
export const ollamaErrors: ErrorStyle = {
  requestIdHeader: 'x-request-id',
  body: ({ message }) => ({ error: message }),
  readKey: (request) => /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1],
  keyRefusal: () => ({ status: 401, message: 'unauthorized' }),
};

export function refused(message: string, status = 400): Refusal {
  return new Refusal({ status, message });
}
