import type { RequestErrorCode } from '../errors.js';
import type { ProviderError } from './read-provider-error.js';

const QUOTA =
  /insufficient[_ ]?(?:quota|balance|credit|funds)|billing|payment[_ ]?required|credit balance|out of credits|arrears|Arrearage/i;
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

/** Whether the same request may be answered when it is sent again. */
export function isWorthRepeating(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** Statuses as error objects spell them, in their codes and types first, then in their words. */
const STATUSES: ReadonlyArray<readonly [status: number, names: RegExp, words?: RegExp]> = [
  [400, /image|file_|_url/i],
  [402, QUOTA, QUOTA],
  [401, /authenti|unauthori[sz]ed|invalid_?api_?key/i, KEY_REFUSED],
  [403, /permission|forbidden|access_?denied|moderation/i],
  [413, /too_?large/i],
  [404, /not_?found/i, /model .{0,80}(?:not found|does not exist)/i],
  [
    429,
    /rate_?limit|too_?many|resource_?exhausted|throttl|limit_?exceeded/i,
    /rate limit|too many (?:concurrent )?requests|slow down/i,
  ],
  [
    503,
    /overloaded|unavailable|capacity/i,
    /overloaded|(?:at|over|no) capacity|temporarily unavailable/i,
  ],
  [408, /time_?d?_?out|deadline/i],
  [500, /internal|server_?error|^(?:api|upstream|unknown)_?error$/i, /internal (?:server )?error/i],
  [
    400,
    /invalid|bad_?request|unsupported|context|filter|image|inspection|policy|malformed|too_long|parameter/i,
  ],
];

/** The status that an error object stands for, where it came with another one or in the middle of a stream. */
export function statusOfError({
  code = '',
  type = '',
  message = '',
}: ProviderError): number | undefined {
  if (/^[45]\d\d$/.test(code)) return Number(code);
  const rows = [code, type]
    .filter((name) => name !== '')
    .map((name) => STATUSES.find(([, names]) => names.test(name)));
  const row = rows.find(Boolean) ?? STATUSES.find(([, , words]) => words?.test(message));
  return row?.[0];
}
