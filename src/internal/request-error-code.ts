import type { RequestErrorCode } from '../errors.js';
import type { ProviderError } from './read-provider-error.js';

const QUOTA = /insufficient_quota|billing|payment_required|credit balance/i;
const KEY_REFUSED =
  /invalid_api_key|API_KEY_INVALID|api[ _-]?key (?:is )?(?:not valid|invalid)|invalid api[ _-]?key/i;

/** What a status means, and the server's words where the status alone would mislead. */
export function requestErrorCode(
  status: number,
  said: ProviderError,
  text: string,
): RequestErrorCode {
  if (status === 402) return 'quota-exceeded';
  if (status === 429) {
    return QUOTA.test(`${said.code} ${said.type}`) ? 'quota-exceeded' : 'rate-limited';
  }
  if (status === 401 || (status < 500 && KEY_REFUSED.test(text))) return 'key-refused';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 413) return 'request-too-large';
  if (status === 503 || status === 529) return 'overloaded';
  if (status === 408 || status === 409 || status >= 500) return 'server-error';
  return status >= 400 ? 'bad-request' : 'bad-response';
}
