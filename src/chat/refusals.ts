import { KitError } from '../errors.js';
import type { SendOutcome } from './types.js';

export function busyError(): KitError {
  return new KitError('aborted', {
    message: 'An answer is still under way. Wait for it or stop it, then send again.',
    facts: { retryable: true },
  });
}

export function emptyError(): KitError {
  return new KitError('bad-request', {
    message: 'There is nothing to send. Write something or add a picture.',
  });
}

export function notFoundError(message: string): KitError {
  return new KitError('invalid-option', { message });
}

export function refused(error: KitError): Promise<SendOutcome> {
  return Promise.resolve({ accepted: false, error });
}
