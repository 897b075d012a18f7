import type { RequestErrorCode } from '../errors.js';
import type { ProviderError } from './read-provider-error.js';

const QUOTA =
  /insufficient[_ ]?(?:quota|balance|credit|funds)|billing|payment[_ ]?required|credit balance|out of credits|arrears|Arrearage/i;
const KEY_REFUSED =
  /invalid_api_key|API_KEY_INVALID|api[ _-]?key (?:is )?(?:not valid|invalid)|invalid api[ _-]?key/i;

const FILTERED =
  /content[_ ]?filter|content (?:management |safety )?policy|responsible ?ai|moderation|\bflagged\b|safety (?:system|filter|polic)|data_?inspection|inappropriate content|prohibited_content|(?:input|output) (?:new_)?sensitive|blocked by (?:our |the )?(?:content|safety|guardrail|moderation|policy)/i;

/**
 * The request alone exceeds the tier's limit per minute, so waiting does not help. Earlier usage is not
 * mentioned in such messages.
 */
export const REQUEST_OVER_TIER =
  /request too large[^]{0,200}tokens per|limit:? ?[\d,]+,? requested:? ?[\d,]+/i;

/** An uploaded file that the server is still processing. The same request may succeed a few seconds later. */
export const FILE_NOT_READY = /not in an ACTIVE state/i;

/** Permanent refusals whose status suggests that a retry may help. */
const LASTING = [
  // Local servers refuse images with status 500.
  /image (?:input|format|type)|(?:load|loaded|decode|process|parse|read|open|identify)\b[^.]{0,20} image|unsupported (?:image|content)|(?:not|n't) support (?:image|vision)|mmproj|invalid image|image[^.]{0,30}(?:invalid|corrupt|too (?:large|small|big))/i,
  /(?:height|width|aspect ratio)\b[^.]{0,60}must be|aspect ratio|multimodal/i,
  /context[_ ](?:size|length|window)|prompt (?:is )?too long/i,
  /per ?day|daily (?:limit|quota)|\((?:RPD|TPD)\)/i,
  REQUEST_OVER_TIER,
  /limit:? ?0\b/i,
];

/** Returns the code for a status, also reading the server's message where the status alone would mislead. */
export function requestErrorCode(
  status: number,
  said: ProviderError,
  text: string,
): RequestErrorCode {
  if (FILE_NOT_READY.test(text)) return 'overloaded';
  if (status === 402) return 'quota-exceeded';
  if (status === 429 && REQUEST_OVER_TIER.test(text)) return 'request-too-large';
  if (status === 429) {
    return QUOTA.test(`${said.code} ${said.type}`) ? 'quota-exceeded' : 'rate-limited';
  }
  if (status === 401 || (status < 500 && KEY_REFUSED.test(text))) return 'key-refused';
  const names = `${said.code} ${said.type} ${text}`;
  if (status >= 400 && status < 500 && status !== 404 && FILTERED.test(names))
    return 'content-filter';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 413) return 'request-too-large';
  if (status === 503 || status === 529) return 'overloaded';
  if (status === 408 || status === 409 || status >= 500) return 'server-error';
  return status >= 400 ? 'bad-request' : 'bad-response';
}

/** Whether the same request may succeed when it is sent again. */
export function isWorthRepeating(status: number, text = ''): boolean {
  if (FILE_NOT_READY.test(text)) return true;
  const mayPass = status === 408 || status === 409 || status === 429 || status >= 500;
  return mayPass && !LASTING.some((words) => words.test(text));
}

/** Statuses by their names in error objects: codes and types are searched first, then the message. */
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

/** Returns the status of an error object that arrived with another status or in the middle of a stream. */
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
