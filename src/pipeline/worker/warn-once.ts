import type { KitError } from '../../errors.js';

const warned = new Set<KitError['code']>();

/** Warns the developer in the console about something that users can do nothing about, once per page. */
export function warnOnce({ code, message, cause }: KitError): void {
  if (warned.has(code)) return;
  warned.add(code);
  console.warn(`image-chat-kit: ${message}`, ...(cause === undefined ? [] : [cause]));
}
