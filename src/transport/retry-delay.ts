const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;
const JITTER = 0.25;

/** 0.5 s, doubled each time, at most 8 s, up to a quarter shorter so that many clients do not come back at once. */
export function retryDelayMs(attempt: number, random: () => number = Math.random): number {
  return Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS) * (1 - random() * JITTER);
}

/** What the server asks us to wait: `retry-after-ms`, or `retry-after` in seconds or as a date. */
export function readRetryAfterMs(headers: Headers, nowMs = Date.now()): number | undefined {
  const ms = toNumber(headers.get('retry-after-ms'));
  if (ms !== undefined) return ms;
  const retryAfter = headers.get('retry-after');
  const seconds = toNumber(retryAfter);
  if (seconds !== undefined) return seconds * 1000;
  const dateMs = Date.parse(retryAfter ?? '');
  if (Number.isNaN(dateMs)) return undefined;
  // Measured on the server's own clock where it tells the time; the clock here may be wrong by hours.
  const serverNowMs = Date.parse(headers.get('date') ?? '');
  return Math.max(0, dateMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs));
}

function toNumber(value: string | null): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
