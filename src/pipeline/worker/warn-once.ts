import type { KitError } from '../../errors.js';

let hasWarned = false;

/**
 * Tells the developer in the console why there is no worker, once per page. Images are made all the same, so nothing else
 * would show it.
 */
export function warnOnce({ message, cause }: KitError): void {
  if (hasWarned) return;
  hasWarned = true;
  console.warn(`image-chat-kit: ${message}`, cause);
}
