const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;
const JITTER = 0.25;

/**
 * Returns 0.5 s, doubled with each attempt, at most 8 s, and up to a quarter shorter so that many clients do not come
 * back at once.
 */
export function retryDelayMs(attempt: number, random: () => number = Math.random): number {
  return Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS) * (1 - random() * JITTER);
}

/**
 * Returns the wait that the server asks for: `retry-after-ms`, or `retry-after` in seconds or as a date, or when a
 * limit is reset of which nothing remains, or what its body says. A page can read these headers only if the server
 * allows it.
 */
export function readRetryAfterMs(
  headers: Headers,
  body = '',
  nowMs = Date.now(),
): number | undefined {
  return (
    waitInHeaders(headers, nowMs) ??
    waitForReset(headers, nowMs) ??
    waitInFields(body, nowMs) ??
    waitInWords(body)
  );
}

const FIELD =
  /"(?:estimated_time|retry_?(?:delay|after))(?:_?(ms|milliseconds|seconds|s))?"\s*:\s*"?(\d+(?:\.\d+)?)(ms)?/i;

/** Routers quote the headers of the server behind them. */
const QUOTED_RESET = /"x-ratelimit-reset"\s*:\s*"?(\d+)/i;

/** Reads `retryDelay: "3.5s"`, `retry_after: 3`, `retry_after_ms: 3500`, `estimated_time: 20`, and a quoted header. */
function waitInFields(body: string, nowMs: number): number | undefined {
  const reset = QUOTED_RESET.exec(body)?.[1];
  if (reset !== undefined) return waitUntil(reset, nowMs);
  const match = FIELD.exec(body);
  if (!match) return undefined;
  const [, unit = '', value, suffix] = match;
  return Number(value) * (/^m/i.test(unit) || suffix !== undefined ? 1 : 1000);
}

const UNITS_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const AMOUNT =
  /(\d+(?:\.\d+)?)\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)(?![a-z])/gi;
const WORDS =
  /\b(?:try(?:ing)? again|retry(?:ing)?|wait|come back|resets?|available(?: again)?)\b[^.\d]{0,40}((?:\d[\d.]*\s*[a-z]+[\s,]*(?:and\s+)?)+)/i;

/** Reads "Please try again in 1m12.5s", "retry after 20 seconds". */
function waitInWords(body: string): number | undefined {
  return sumOf(WORDS.exec(body)?.[1] ?? '');
}

function sumOf(words: string): number | undefined {
  const amounts = [...words.matchAll(AMOUNT)];
  if (amounts.length === 0) return undefined;
  return amounts.reduce((sum, [, value, unit = '']) => sum + Number(value) * unitMs(unit), 0);
}

function unitMs(unit: string): number {
  const name = unit.toLowerCase();
  if (name.startsWith('ms') || name.startsWith('milli')) return 1;
  return UNITS_MS[name.slice(0, 1)] ?? 1000;
}

function waitInHeaders(headers: Headers, nowMs: number): number | undefined {
  const ms = toNumber(headers.get('retry-after-ms'));
  if (ms !== undefined) return ms;
  const retryAfter = headers.get('retry-after') ?? '';
  const seconds = toNumber(retryAfter);
  if (seconds !== undefined) return seconds * 1000;
  const dateMs = Date.parse(retryAfter);
  if (Number.isNaN(dateMs)) return sumOf(retryAfter);
  // Measured on the server's clock if it sends the time, because the clock here may be wrong by hours.
  const serverNowMs = Date.parse(headers.get('date') ?? '');
  return Math.max(0, dateMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs));
}

/** Returns the longest wait for a limit that is used up, of those that count requests, tokens and so on. */
function waitForReset(headers: Headers, nowMs: number): number | undefined {
  const waits = [...headers].map(([name, value]) => {
    if (!/rate-?limit.*reset/.test(name)) return undefined;
    const isUsedUp = toNumber(headers.get(name.replace('reset', 'remaining'))) === 0;
    return isUsedUp ? waitUntil(value, nowMs) : undefined;
  });
  const known = waits.filter((wait) => wait !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Reads a moment in seconds or milliseconds, as a date, or as the time until then: `1764000000`, `12`, `6m0s`. */
function waitUntil(value: string, nowMs: number): number | undefined {
  const number = toNumber(value);
  if (number === undefined) {
    const dateMs = Date.parse(value);
    return Number.isNaN(dateMs) ? sumOf(value) : Math.max(0, dateMs - nowMs);
  }
  if (number < 1_000_000_000) return number * 1000;
  return Math.max(0, (number < 100_000_000_000 ? number * 1000 : number) - nowMs);
}

function toNumber(value: string | null): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
