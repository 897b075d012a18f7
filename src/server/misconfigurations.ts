/** Tells the operator what only the operator can fix: in the log, or without one in the console. */
import type { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import type { ProxyRefusalCode } from './types.js';

export interface Incident {
  request: Request;
  settings: ProxySettings;
  refusal?: ProxyRefusal;
  /** Status of an upstream that answered, and did not accept the request. */
  upstreamStatus?: number;
}

/** Sentences with neither a key nor anything of a request but its origin. */
const sentences: Partial<Record<ProxyRefusalCode, (incident: Incident) => string>> = {
  'not-configured': () =>
    'key returned no usable key, so every request is refused with 503. Check the variable that it is read from, and that it is set where this server runs.',
  'key-refused': ({ settings, refusal }) =>
    `${hostOf(settings)} refused the key with ${refusal?.upstream.status ?? 401}. Check the key, its rights, and keyHeader.`,
  'origin-not-allowed': ({ request }) =>
    `a page of ${originOf(request)} was refused, since allowedOrigins does not name it. Add it if it is yours.`,
  'model-not-allowed': () =>
    "a page asked for a model that is not in models. Add it there, or change the model of the page's connection.",
  'system-not-allowed': () =>
    'a page sent instructions of its own, and system is set. Remove system here or in the page.',
  'unknown-path': () =>
    "a path was asked for that the upstream's format does not have. Compare the wire of the page's connection with upstream.",
  'route-not-enabled': ({ refusal }) => `a page was refused: ${refusal?.message ?? ''}`,
  'not-json': () =>
    'a request was refused, since it was not JSON. Compare what the page sends with what this handler takes.',
  'not-authorized': () =>
    'authorize threw, rejected or took longer than hookTimeoutMs, so requests are refused with 401.',
  'rate-limit-failed': () =>
    'rateLimit threw, rejected or took longer than hookTimeoutMs, so requests are refused with 503.',
  'refused-by-policy': () =>
    'policy threw, rejected or took longer than hookTimeoutMs, so requests are refused with 503.',
  'upstream-unreachable': ({ settings }) =>
    `${hostOf(settings)} cannot be reached from here. Check upstream, and what this server may connect to.`,
  'upstream-timeout': ({ settings }) =>
    `${hostOf(settings)} did not answer within upstreamTimeoutMs.`,
  'upstream-bad-response': ({ settings }) =>
    `what ${hostOf(settings)} answered is not a model's answer. Check the path of upstream.`,
  'internal-error': () => 'a request failed with an unexpected error.',
};

export interface SetupHint {
  kind: ProxyRefusalCode | 'upstream-404';
  sentence: string;
}

/** Returns what to check, if the setup of this server or of a page may be at fault. */
export function setupHint(incident: Incident): SetupHint | undefined {
  const { refusal, upstreamStatus, settings } = incident;
  if (upstreamStatus === 404) {
    return {
      kind: 'upstream-404',
      sentence: `${hostOf(settings)} answered with 404. Check the path of upstream and the names in models.`,
    };
  }
  if (refusal?.maySetupBeWrong !== true) return undefined;
  const sentence = sentences[refusal.code]?.(incident);
  return sentence === undefined ? undefined : { kind: refusal.code, sentence };
}

/** Returns a function that writes each kind of hint to the console once. */
export function createHintWarning(): (hint: SetupHint | undefined) => void {
  const reported = new Set<string>();
  return (hint) => {
    if (hint === undefined || reported.has(hint.kind)) return;
    reported.add(hint.kind);
    console.warn(
      `image-chat-kit: createProxyHandler: ${hint.sentence} This is written once; log receives every request.`,
    );
  };
}

function hostOf({ upstream }: ProxySettings): string {
  return new URL(upstream).host;
}

/** Any program can write anything into this header. */
function originOf({ headers }: Request): string {
  const origin = headers.get('origin') ?? '';
  const isOrigin =
    origin.length <= 100 && URL.canParse(origin) && new URL(origin).origin === origin;
  return isOrigin && /^https?:/.test(origin) ? origin : 'another origin';
}
