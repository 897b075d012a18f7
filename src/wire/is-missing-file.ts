import type { KitError } from '../errors.js';

/**
 * Whether a refusal says that an upload has expired, or was deleted. A file that is still being processed is not
 * missing.
 */
export function isMissingFile({ code, facts }: KitError): boolean {
  const { status, providerMessage = '', proxyCode } = facts;
  // The kit's own proxy refuses ids that it issued to someone else, or before its key changed.
  if (proxyCode !== undefined) return proxyCode === 'file-id' && status === 403;
  const mayBeGone =
    code === 'not-found' || status === 400 || /may not exist/i.test(providerMessage);
  return mayBeGone && /file/i.test(providerMessage) && !/ACTIVE state/.test(providerMessage);
}
