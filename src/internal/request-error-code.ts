import type { RequestErrorCode } from '../errors.js';
import type { ProviderError } from './read-provider-error.js';

/** An account without money, in words that no rate limit uses: some of those advise to check the billing. */
const NO_CREDIT =
  /insufficient[_ ]?(?:balance|credit|funds)|credit balance|out of credits|(?:any|more|all available|included) credits|spending limit|billing_(?:hard_)?limit|billing hard limit|budget[_ ](?:has been )?exceeded|exceeded ?budget|key limit exceeded|arrears|arrearage|余额不足|欠费/i;
const QUOTA = /insufficient[_ ]?quota|exceeded_current_quota|billing|payment[_ ]?required/i;
const KEY_REFUSED =
  /invalid_api_key|API_KEY_INVALID|api[ _-]?key (?:is )?(?:not valid|invalid|expired|missing)|(?:invalid|incorrect|missing|no) api[ _-]?key|(?:missing|invalid)(?: or (?:missing|invalid))? authori[sz]ation|security token[^.]{0,40}(?:invalid|expired)/i;

const FILTERED =
  /content[_ ]?filter|content (?:management |safety )?policy|usage (?:polic|guideline)|responsible ?ai|moderation|\bflagged\b|safety (?:system|filter|polic)|safety_check|data_?inspection|inappropriate content|prohibited_content|content exists risk|\bhigh risk\b|(?:input|output) (?:new_)?sensitive|sensitive_?(?:content|information)|sensitive information|(?:prompt|input|output|content) (?:was |is )?blocked|blocked by (?:an? |our |the )?(?:content|safety|guardrail|moderation|policy|security)|敏感|违规/i;

const REGION =
  /(?:location|country|region|territory)\b[^.]{0,40}not supported|not (?:available|supported) in your (?:region|country|location)/i;

/** The page of a firewall, or of a network that wants a sign-in: neither knows the key. */
const WEB_PAGE = /^\s*<(?:!d|html)/i;

/** A model that is unknown or retired, refused with the status of a malformed request. */
const NO_MODEL =
  /invalid[_ ]model(?:[_ ](?:name|id))?\b(?!_)|not a valid model|unknown model|model[_ ](?:not[_ ](?:found|exist)|decommissioned)|\bmodel\b[^.]{0,80}(?:does not exist|decommissioned|no longer (?:supported|available))/i;

/** A body that a server, or one before it, is not set up to take. What is too many tokens is too long instead. */
export const BODY_TOO_LARGE =
  /request_too_large|request (?:exceeds the maximum size|entity too large)|(?:(?:payload|body) (?:is )?|request )too large(?![^]*tokens)|(?:payload|request|body) size (?:limit )?exceed|(?:payload|body)\b[^.]{0,20} (?:size|length) limit|body exceeded|part exceeded maximum size/i;

/**
 * The request alone exceeds the tier's limit per minute, so waiting does not help. Earlier usage is not
 * mentioned in such messages.
 */
export const REQUEST_OVER_TIER =
  /request too large[^]{0,200}tokens per|limit:? ?[\d,]+,? requested:? ?[\d,]+/i;

/** An address that is there for other methods, or of which the server has only the name, is not the one that answers. */
const NOT_THERE: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** An uploaded file that the server is still processing. The same request may succeed a few seconds later. */
export const FILE_NOT_READY = /not in an ACTIVE state/i;

/** Permanent refusals whose status suggests that a retry may help. */
const LASTING = [
  // Local servers refuse images with status 500.
  BODY_TOO_LARGE,
  /image (?:input|format|type)|(?:load|loaded|decode|process|parse|read|open|identify)\b[^.]{0,20} image|unsupported (?:image|content)|(?:not|n't) support (?:image|vision)|mmproj|invalid image|image[^.]{0,30}(?:invalid|corrupt|too (?:large|small|big))/i,
  /(?:height|width|aspect ratio)\b[^.]{0,60}must be|aspect ratio|multimodal/i,
  /context[_ ](?:size|length|window)|prompt (?:is )?too long|tokens\) is too large/i,
  /per[- ]?day|daily (?:limit|quota)|\((?:RPD|TPD)\)/i,
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
  const isRefusal = status >= 400 && status < 500;
  const names = `${said.code} ${said.type} ${text}`;
  if (status === 402 || (isRefusal && NO_CREDIT.test(names))) return 'quota-exceeded';
  if (status === 429 && REQUEST_OVER_TIER.test(text)) return 'request-too-large';
  if (status === 429) {
    return QUOTA.test(`${said.code} ${said.type}`) ? 'quota-exceeded' : 'rate-limited';
  }
  if (status === 511 || (status === 403 && WEB_PAGE.test(text))) return 'bad-response';
  if (status === 401 || (isRefusal && KEY_REFUSED.test(text))) return 'key-refused';
  if (isRefusal && status !== 404 && FILTERED.test(names)) return 'content-filter';
  if (status === 403 || (isRefusal && REGION.test(text))) return 'forbidden';
  if (NOT_THERE.has(status)) return 'not-found';
  if (status === 413 || (status >= 400 && BODY_TOO_LARGE.test(text))) return 'request-too-large';
  if (status === 503 || status === 529 || isFull(status, text)) return 'overloaded';
  if (status === 408 || status === 409 || status >= 500) return 'server-error';
  if (isRefusal && NO_MODEL.test(names)) return 'not-found';
  return status >= 400 ? 'bad-request' : 'bad-response';
}

/** Whether the same request may succeed when it is sent again. */
export function isWorthRepeating(status: number, text = ''): boolean {
  if (FILE_NOT_READY.test(text)) return true;
  const mayPass =
    status === 408 ||
    status === 409 ||
    status === 429 ||
    (status >= 500 && status !== 501 && status !== 511) ||
    isFull(status, text);
  return mayPass && !LASTING.some((words) => words.test(text));
}

/** A status of its own for a tier without guaranteed capacity. */
function isFull(status: number, text: string): boolean {
  return status === 498 && /capacity/i.test(text);
}

/** Statuses by their names in error objects: codes and types are searched first, then the message. */
const STATUSES: ReadonlyArray<readonly [status: number, names: RegExp, words?: RegExp]> = [
  [400, /image|file_|_url/i],
  [402, NO_CREDIT, NO_CREDIT],
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
