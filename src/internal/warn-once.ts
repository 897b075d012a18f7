import type { KitError } from '../errors.js';

const warned = new Set<string>();

/** Warns the developer in the console about something that users can do nothing about, once per page. */
export function warnOnce({ message, cause }: KitError): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`image-chat-kit: ${message}`, ...(cause === undefined ? [] : [cause]));
}
