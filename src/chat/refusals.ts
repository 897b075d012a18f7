import { KitError } from '../errors.js';
import type { SendOutcome } from './types.js';

export function busyError(): KitError {
  return new KitError('busy', {
    message: 'An answer is still in flight. Wait for it or stop it, then send again.',
    facts: { retryable: true },
  });
}

export function emptyError(): KitError {
  return new KitError('nothing-to-send', {
    message: 'There is nothing to send. Write something or add an image.',
  });
}

export function notFoundError(message: string): KitError {
  return new KitError('message-gone', { message });
}

export function refused(error: KitError): Promise<SendOutcome> {
  return Promise.resolve({ accepted: false, error });
}
