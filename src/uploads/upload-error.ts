import { isCancelledError } from '@tanstack/react-query';
import { KitError } from '../errors.js';
import { abortedError } from '../internal/abort.js';

/** Converts what an upload failed with to an error that the tray can display. */
export function toUploadError(cause: unknown): KitError {
  if (isCancelledError(cause)) return abortedError();
  return KitError.is(cause)
    ? cause
    : new KitError('unreachable', {
        message: 'The image could not be uploaded. Try again.',
        facts: { retryable: true },
        cause,
      });
}
